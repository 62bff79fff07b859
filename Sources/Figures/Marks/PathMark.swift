import Diagnostics
import Drawing
import Geometry
import Expressions
import Formulas
import MathCore
import SceneFiles

/// Points joined in their order, such as the steps of a descent.
struct PathMark: Mark {
  private let subject: Expression
  /// What stands at each point.
  private let marker: Marker?
  private let numbers: StepNumbers?
  /// Whether numbers stand in badges on their points, and not beside them.
  private let hasBadges: Bool
  private let label: LabelTemplate?
  private let place: LinePlace?
  var style: MarkStyle

  static let traits = MarkTraits(labelsMayLeavePanel: true)

  init(_ fields: inout Fields) throws(Diagnostic) {
    subject = try fields.subject()
    hasBadges = try fields.text("marker")?.text == "badge"
    let named = try fields.marker("marker", else: nil, or: ["badge"])
    marker = hasBadges ? .dot : named
    numbers = try fields.stepNumbers("numbers") ?? (hasBadges ? .all : nil)
    label = try fields.template("label")
    place = try fields.linePlace()
    style = try MarkStyle(&fields)
  }

  struct Numbers: Sendable {
    var points: [DataPoint]
    /// The points that are numbered.
    var numbered: [Int]
    var label: Label?

    /// Whether it runs from left to right, as the graph of a series does.
    var isGraph: Bool { points.count > 2 && zip(points, points.dropFirst()).allSatisfy { $0.x < $1.x } }
  }

  func evaluate(in context: EvaluationContext) throws(Diagnostic) -> Numbers {
    let location = subject.source.start
    let matrix = try subject.evaluate(in: context.scope).matrix(of: "path", at: location)
    guard matrix.shape.count == 2, matrix.shape[1] == 2 else {
      throw Diagnostic(
        "path: expected points of two numbers, found shape \(matrix.shape)", at: location)
    }
    let points = (0..<matrix.shape[0]).map {
      DataPoint(x: matrix.elements[2 * $0], y: matrix.elements[2 * $0 + 1])
    }
    return Numbers(
      points: points,
      numbered: try self.numbers?.evaluate(count: points.count, in: context.scope, at: location) ?? [],
      label: try label?.evaluate(in: context.scope))
  }

  func extent(of numbers: Numbers) -> Extent {
    Extent(x: AxisExtent(of: numbers.points.lazy.map(\.x)), y: AxisExtent(of: numbers.points.lazy.map(\.y)))
  }

  func appearances(of numbers: Numbers, in theme: Theme) -> [Appearance] {
    var appearance = style.appearance(
      named: numbers.label, as: .line(style.dash(in: theme, else: .weight)), in: theme, else: .weight)
    appearance.pointMarker = marker
    return [appearance]
  }

  func summary(of numbers: Numbers) -> [String] {
    let points = numbers.points.filter(\.isFinite)
    guard let first = points.first, let last = points.last else { return [] }
    let spoken = SpokenPoints(points)
    let count = points.count == 1 ? "1 point" : "\(points.count) points"
    let ways =
      points.count > 2 && first == last
      ? "that closes at \(spoken.spell(first))" : "from \(spoken.spell(first)) to \(spoken.spell(last))"
    return ["a path of \(count)\(numbers.label.spokenName) \(ways)"]
  }

  func block(_ numbers: Numbers, on panel: Panel, in obstacles: inout ObstacleMap) {
    let points = panel.places(of: numbers.points)
    let width = panel.canvas.lines.regular * style.width
    obstacles.add(polyline: points, width: width, .solid)
    if let marker {
      for point in points { obstacles.add(dot: point, radius: width * 1.5 * marker.reach, .solid) }
    }
    for badge in badges(numbers, on: panel) where badge.isOnPoint {
      obstacles.add(dot: badge.place, radius: badge.badge.reach, .solid)
    }
  }

  func labels(of numbers: Numbers, on panel: Panel) -> [LabelRequest] {
    name(of: numbers, on: panel) + stepLabels(numbers, on: panel)
  }

  /// Numbers beside their points; those that the scene lists must be there.
  private func stepLabels(_ numbers: Numbers, on panel: Panel) -> [LabelRequest] {
    guard !hasBadges else { return badgesBesidePoints(numbers, on: panel) }
    let type = panel.canvas.type
    let color = style.color(in: panel.theme, else: .weight)
    let radius = panel.canvas.lines.regular * style.width * 1.5
    return numbers.numbered.enumerated().compactMap { part, number in
      let place = panel.place(numbers.points[number])
      guard place.isFinite, panel.frame.contains(place),
        let block = panel.press.typeset(name: LocatedText("\(number)"), size: type.tick * 0.9, color: color)
      else { return nil }
      return LabelRequest(
        block: block, candidates: LabelRequest.around(place, block, distance: radius + type.tick * 0.3),
        part: part + 1, padding: 0.5, bounds: panel.frame, isOptional: self.numbers?.isListed != true,
        anchor: place, anchorRadius: radius)
    }
  }

  /// Those that would cover one before them leave their points and stand beside them.
  private func badges(
    _ numbers: Numbers, on panel: Panel
  ) -> [(badge: Badge, place: Point, isOnPoint: Bool)] {
    guard hasBadges else { return [] }
    let color = style.color(in: panel.theme, else: .weight)
    var badges: [(badge: Badge, place: Point, isOnPoint: Bool)] = []
    for number in numbers.numbered {
      let place = panel.place(numbers.points[number])
      guard place.isFinite, panel.frame.outset(by: 1).contains(place) else { continue }
      let badge = Badge(Label(text: "\(number)"), color: color, on: panel)
      let isFree = !badges.contains {
        $0.isOnPoint && ($0.place - place).length < $0.badge.radius + badge.radius
      }
      badges.append((badge, place, isFree))
    }
    return badges
  }

  private func badgesBesidePoints(_ numbers: Numbers, on panel: Panel) -> [LabelRequest] {
    badges(numbers, on: panel).enumerated().filter { !$0.element.isOnPoint }.map { part, badge in
      let block = badge.badge.block
      let dot = panel.canvas.lines.regular * style.width * 1.5
      let candidates = [0.0, 0.6, 1.2, 2].enumerated().flatMap { rank, steps in
        LabelRequest.around(
          badge.place, block, distance: dot + panel.canvas.type.tick * 0.3 + steps * badge.badge.radius
        ).map { place in
          var place = place
          place.cost += Double(rank) * 8
          place.hasLeader = rank > 0
          return place
        }
      }
      return LabelRequest(
        block: block, candidates: candidates, part: part + 1, padding: 0.5, bounds: panel.frame,
        anchor: badge.place, anchorRadius: dot, hasHalo: false)
    }
  }

  private func name(of numbers: Numbers, on panel: Panel) -> [LabelRequest] {
    guard let label = numbers.label, !numbers.points.isEmpty else { return [] }
    let color = style.color(in: panel.theme, else: .weight)
    let block = panel.press.typeset(label, size: panel.canvas.type.label, color: color)
    let line = LinePlaces(of: [panel.places(of: numbers.points)], in: panel.frame)
    return [
      LabelRequest(
        naming: line, block, at: place, else: numbers.isGraph ? .end : .middle,
        isAtEnd: endLabel(of: numbers) != nil, width: panel.canvas.lines.regular * 2, on: panel)
    ]
  }

  func endLabel(of numbers: Numbers) -> EndLabel? {
    guard let label = numbers.label, let end = numbers.points.last, numbers.isGraph, place ?? .end == .end
    else { return nil }
    return EndLabel(label: label, end: end)
  }

  func draw(
    _ numbers: Numbers, labels: [PlacedLabel], on panel: Panel, into list: inout DisplayList
  ) {
    let points = panel.places(of: numbers.points)
    let color = style.color(in: panel.theme, else: .weight)
    let stroke = style.line(panel.canvas.lines.regular, in: panel.theme, else: .weight)
    let halo = panel.canvas.lines.thin
    var line = Path()
    for run in points.split(whereSeparator: { !$0.isFinite }) { line.append(polyline: run) }
    var dots = Path()
    if let marker {
      for point in points where point.isFinite {
        dots.append(marker.path(at: point, radius: stroke.width * 1.5))
      }
    }
    // All halos below everything: dots that lie close together merge and do not cut each other or the line.
    list.stroke(line, Stroke(panel.theme.ground, width: stroke.width + 2 * halo, cap: .round))
    list.stroke(dots, Stroke(panel.theme.ground, width: 2 * halo))
    list.stroke(line, stroke)
    if marker?.isOpen == true {
      list.append(.path(dots, fill: marker == .ring ? panel.theme.ground : nil, stroke: stroke))
    } else {
      list.fill(dots, color)
    }
    for badge in badges(numbers, on: panel) where badge.isOnPoint {
      badge.badge.draw(at: badge.place, into: &list)
    }
  }
}
