import Diagnostics
import Drawing
import Expressions
import Formulas
import Geometry
import MathCore
import SceneFiles

/// One point that matters, with its name beside it.
struct PointMark: Mark {
  private let subject: Expression
  /// `nil` for a place without a mark.
  private let marker: Marker?
  /// Instead of a marker.
  private let badge: LabelTemplate?
  private let label: LabelTemplate?
  private let side: LabelRequest.Side?
  var style: MarkStyle

  static let traits = MarkTraits(mayLeavePanel: true)

  init(_ fields: inout Fields) throws(Diagnostic) {
    subject = try fields.subject()
    marker = try fields.marker("marker", else: .dot)
    badge = try fields.template("badge")
    label = try fields.template("label")
    side = try fields.word("side", among: LabelRequest.sides)
    style = try MarkStyle(&fields)
  }

  struct Numbers: Sendable {
    var point: DataPoint
    var badge: Label?
    var label: Label?
  }

  func evaluate(in context: EvaluationContext) throws(Diagnostic) -> Numbers {
    Numbers(
      point: try subject.point(of: "point", in: context.scope),
      badge: try badge?.evaluate(in: context.scope),
      label: try label?.evaluate(in: context.scope))
  }

  func extent(of numbers: Numbers) -> Extent {
    Extent(x: AxisExtent(of: [numbers.point.x]), y: AxisExtent(of: [numbers.point.y]))
  }

  func summary(of numbers: Numbers) -> [String] {
    guard marker != nil || badge != nil || numbers.label != nil else { return [] }
    let kind =
      switch marker {
      case .ring: "a ring"
      case .star: "a star"
      case nil: "a label"
      default: "a point"
      }
    let step = numbers.badge.map { " with the number \($0.spoken())" } ?? ""
    let isLabel = marker == nil && badge == nil
    let name = isLabel ? numbers.label.map { " “\($0.spoken())”" } ?? "" : numbers.label.spokenName + step
    return ["\(kind)\(name) at \(SpokenPoints.spell(numbers.point))"]
  }

  private func radius(on panel: Panel) -> Double { panel.canvas.lines.bold * 1.9 * style.width }

  /// How far the marker reaches around the point.
  private func reach(_ numbers: Numbers, on panel: Panel) -> Double {
    if let badge = badge(numbers, on: panel) { return badge.reach }
    return marker.map { radius(on: panel) * $0.reach + panel.canvas.lines.thin } ?? 0
  }

  private func badge(_ numbers: Numbers, on panel: Panel) -> Badge? {
    numbers.badge.map { Badge($0, color: style.color(in: panel.theme, else: .weight), on: panel) }
  }

  func appearances(of numbers: Numbers, in theme: Theme) -> [Appearance] {
    guard badge == nil, let marker else { return [] }
    // A name whose side the scene chooses stands there.
    return [
      style.appearance(
        named: side == nil ? numbers.label : nil, as: .marker(marker), in: theme, else: .weight,
        weight: LineWeight(.bold, 1.9))
    ]
  }

  func block(_ numbers: Numbers, on panel: Panel, in obstacles: inout ObstacleMap) {
    // One without a marker names a place, such as the tip of an arrow, which its label must not cover.
    obstacles.add(
      dot: panel.place(numbers.point), radius: max(reach(numbers, on: panel), 1), .solid)
  }

  func labels(of numbers: Numbers, on panel: Panel) -> [LabelRequest] {
    guard let label = numbers.label else { return [] }
    let block = panel.press.typeset(label, size: panel.canvas.type.label)
    let near = reach(numbers, on: panel) + panel.canvas.type.label * 0.3
    let center = panel.place(numbers.point)
    let candidates = [1.0, 1.7].flatMap { factor in
      LabelRequest.around(
        center, block, distance: near * factor, preferring: side
      ).map { place in
        // A side that the author names is left only for a good reason.
        let cost = side == nil || place.cost == 0 ? place.cost : place.cost + 200
        return LabelRequest.Candidate(origin: place.origin, cost: cost + (factor - 1) * 30)
      }
    }
    return [
      LabelRequest(
        block: block, candidates: candidates, padding: 2, bounds: panel.frame.outset(by: 4), anchor: center,
        anchorRadius: reach(numbers, on: panel), isName: side == nil && badge == nil && marker != nil)
    ]
  }

  func draw(
    _ numbers: Numbers, labels: [PlacedLabel], on panel: Panel, into list: inout DisplayList
  ) {
    let center = panel.place(numbers.point)
    guard center.isFinite, panel.frame.outset(by: 1).contains(center) else { return }
    if let badge = badge(numbers, on: panel) { return badge.draw(at: center, into: &list) }
    guard let marker else { return }
    let color = style.color(in: panel.theme, else: .weight)
    let radius = radius(on: panel)
    let line = panel.canvas.lines.thin
    guard marker != .ring else {
      let ring = Path(circle: center, radius: radius)
      return list.append(.path(ring, fill: panel.theme.ground, stroke: Stroke(color, width: 2 * line)))
    }
    let halo = Stroke(panel.theme.ground, width: 2 * line)
    list.draw(marker, at: center, radius: radius, color, line: 2 * line, halo: halo)
  }
}

extension Fields {
  /// The name of a marker; `nil` for `none` and for the other words that are allowed.
  mutating func marker(
    _ key: String, else usual: Marker?, or others: [String] = []
  ) throws(Diagnostic) -> Marker? {
    let words = markers.names + others + ["none"]
    return try word(key, among: words.map { ($0, markers[$0]) }) ?? usual
  }
}

extension Expression {
  /// A point of the plane: a vector of two numbers.
  func point(of owner: String, in scope: Scope) throws(Diagnostic) -> DataPoint {
    let location = source.start
    let numbers = try evaluate(in: scope).vector(of: owner, at: location)
    guard numbers.count == 2 else {
      throw Diagnostic("\(owner): expected two numbers, found \(numbers.count)", at: location)
    }
    return DataPoint(x: numbers[0], y: numbers[1])
  }
}
