import Diagnostics
import Drawing
import Expressions
import Formulas
import Geometry
import MathCore
import SceneFiles

/// A cloud of points, such as the rows of some data; groups differ in color and in shape.
struct PointsMark: Mark {
  private let subject: Expression
  private let groups: Expression?
  private let names: [LabelTemplate]?
  private let colors: [ColorChoice]
  private let marker: Marker?
  var style: MarkStyle

  /// More groups than there are colors and shapes to tell apart.
  private static let groupLimit = 10
  private static let pointLimit = 200_000

  init(_ fields: inout Fields) throws(Diagnostic) {
    subject = try fields.subject()
    groups = try fields.expression("groups")
    names = try fields.templates("names")
    colors = try fields.colors("colors")
    marker = try fields.word("marker", among: markers)
    style = try MarkStyle(&fields)
  }

  struct Numbers: Sendable {
    /// The points of each group.
    var groups: [[DataPoint]]
    /// For each group its name, if there are names.
    var names: [Label?]

    var points: [DataPoint] { groups.flatMap { $0 } }
  }

  func evaluate(in context: EvaluationContext) throws(Diagnostic) -> Numbers {
    let location = subject.source.start
    let matrix = try subject.evaluate(in: context.scope).matrix(of: "points", at: location)
    guard matrix.shape[1] == 2 else {
      throw Diagnostic(
        "points: expected rows of two numbers, found rows of \(matrix.shape[1])", at: location,
        help: "choose two columns, as in X[:, [0, 1]]")
    }
    guard matrix.shape[0] <= Self.pointLimit else {
      throw Diagnostic(
        "points: expected at most \(Self.pointLimit) points, found \(matrix.shape[0])", at: location)
    }
    let points = (0..<matrix.shape[0]).map {
      DataPoint(x: matrix.elements[2 * $0], y: matrix.elements[2 * $0 + 1])
    }
    guard points.contains(where: \.isFinite) else {
      throw Diagnostic("points: no point of '\(subject.source.text)' is defined", at: location)
    }
    return try grouped(points, in: context)
  }

  private func grouped(
    _ points: [DataPoint], in context: EvaluationContext
  ) throws(Diagnostic) -> Numbers {
    var parts = [points]
    var names: [Label?] = [nil]
    if let groups {
      let location = groups.source.start
      let labels = try groups.evaluate(in: context.scope).labels(of: "groups", at: location)
      guard labels.codes.count == points.count else {
        throw Diagnostic(
          "groups: expected one for each of \(points.count) points, found \(labels.codes.count)", at: location
        )
      }
      guard labels.classCount <= Self.groupLimit else {
        throw Diagnostic(
          "groups: expected at most \(Self.groupLimit), found \(labels.classCount)", at: location)
      }
      parts = Array(repeating: [], count: labels.classCount)
      for (point, code) in zip(points, labels.codes) { parts[code].append(point) }
      // A class is called what the data call it; its name is no formula.
      names = labels.names?.map { Label(text: $0) } ?? parts.map { _ in nil }
    }
    if let given = self.names {
      guard given.count == parts.count else {
        throw Diagnostic(
          "names: expected as many as there are groups, \(parts.count), found \(given.count)",
          at: subject.source.start)
      }
      names = try given.map { name throws(Diagnostic) in try name.evaluate(in: context.scope) }
    }
    return Numbers(groups: parts, names: names)
  }

  func extent(of numbers: Numbers) -> Extent {
    Extent(
      x: AxisExtent(of: numbers.points.lazy.map(\.x)), y: AxisExtent(of: numbers.points.lazy.map(\.y)))
  }

  /// Smaller where there are many, so that they do not run together.
  private func radius(_ count: Int, on panel: Panel) -> Double {
    panel.canvas.lines.bold * 1.5 * style.width * shrinkage(count)
  }

  private func shrinkage(_ count: Int) -> Double {
    min(1, max(0.25, (300 / Double(max(count, 1))).squareRoot()))
  }

  func appearances(of numbers: Numbers, in theme: Theme) -> [Appearance] {
    numbers.names.enumerated().map { index, name in
      var appearance = color(of: index)
        .appearance(named: name, as: .marker(marker(of: index, in: theme)), in: theme)
      appearance.weight = LineWeight(.bold, 1.5 * style.width * shrinkage(numbers.points.count))
      return appearance
    }
  }

  static let pictureKind: String? = "a scatter plot"

  func summary(of numbers: Numbers) -> [String] {
    let spoken = SpokenPoints(numbers.points)
    let noun = marker == .ring ? "ring" : "point"
    return zip(numbers.groups, numbers.names).enumerated().map { index, part in
      let points = part.0.filter(\.isFinite)
      let name =
        part.1.map { " “\($0.spoken())”" } ?? (numbers.groups.count > 1 ? " of group \(index + 1)" : "")
      guard let x = AxisExtent(of: points.lazy.map(\.x))?.range,
        let y = AxisExtent(of: points.lazy.map(\.y))?.range
      else { return "no \(noun)\(name)" }
      let count = points.count == 1 ? "1 \(noun)\(name)" : "\(points.count) \(noun)s\(name)"
      return "\(count), x from \(spoken.x.spell(x.lowerBound)) to \(spoken.x.spell(x.upperBound)), "
        + "y from \(spoken.y.spell(y.lowerBound)) to \(spoken.y.spell(y.upperBound))"
    }
  }

  func block(_ numbers: Numbers, on panel: Panel, in obstacles: inout ObstacleMap) {
    let radius = radius(numbers.points.count, on: panel)
    for (index, group) in numbers.groups.enumerated() {
      obstacles.owner.part = index
      let reach = radius * (marker ?? markers.standard(index)).reach
      for place in panel.distinct(group) { obstacles.add(dot: place, radius: reach, .solid) }
    }
  }

  /// A group's name stands just outside the group, off all points.
  func labels(of numbers: Numbers, on panel: Panel) -> [LabelRequest] {
    zip(numbers.groups, numbers.names).enumerated().compactMap { index, group in
      guard let label = group.1, let cloud = CloudPlaces(around: panel.distinct(group.0)) else { return nil }
      let block = panel.press.typeset(
        label, size: panel.canvas.type.label, color: color(of: index).color(in: panel.theme))
      let gap = panel.canvas.type.label * 0.4 + radius(numbers.points.count, on: panel) * 1.4
      return LabelRequest(
        block: block, candidates: cloud.candidates(for: block, gap: gap), part: index,
        padding: panel.canvas.type.label * 0.4,
        bounds: panel.frame.inset(by: panel.canvas.type.label * 0.4),
        anchorRadius: radius(numbers.points.count, on: panel) * 1.4, isName: true)
    }
  }

  func draw(
    _ numbers: Numbers, labels: [PlacedLabel], on panel: Panel, into list: inout DisplayList
  ) {
    let radius = radius(numbers.points.count, on: panel)
    let halo = Stroke(panel.theme.ground, width: panel.canvas.lines.hairline * 1.5)
    for (index, group) in numbers.groups.enumerated() {
      let color = color(of: index).color(in: panel.theme)
      let marker = marker(of: index, in: panel.theme)
      for point in panel.places(of: group) where point.isFinite && panel.frame.contains(point) {
        list.draw(
          marker, at: point, radius: radius, color, line: panel.canvas.lines.regular, halo: halo)
      }
    }
  }

  private func color(of group: Int) -> ColorChoice {
    if !colors.isEmpty { return colors[group % colors.count] }
    if groups == nil { return style.color ?? .role(.data) }
    return .role(Self.order[group % Self.order.count])
  }

  private func marker(of group: Int, in theme: Theme) -> Marker {
    if let marker { return marker }
    // The shapes of groups follow one another; a cloud alone wears that of its role.
    guard groups == nil, case .role(let role) = color(of: group) else { return markers.standard(group) }
    return theme.markers[role] ?? .dot
  }

  /// The colors of groups, those that differ most first.
  private static let order: [Role] = [
    .data, .prediction, .probability, .gradient, .weight, .target, .loss, .error, .highlight, .muted,
  ]
}

extension Panel {
  /// Where points lie within the frame; of thousands, those that stand apart.
  fileprivate func distinct(_ points: [DataPoint]) -> [Point] {
    let places = points.lazy.map(place).filter { $0.isFinite && frame.contains($0) }
    guard points.count > 2000 else { return Array(places) }
    let cell = max(1, max(frame.width, frame.height) / 2048)
    let columns = Int(frame.width / cell) + 1
    var isTaken = [Bool](repeating: false, count: columns * (Int(frame.height / cell) + 1))
    return places.filter { place in
      let i = Int((place.y - frame.minY) / cell) * columns + Int((place.x - frame.minX) / cell)
      defer { isTaken[i] = true }
      return !isTaken[i]
    }
  }
}
