import Diagnostics
import Drawing
import Expressions
import Formulas
import Geometry
import Glibc
import MathCore
import SceneFiles

/// One point that matters, with its name beside it.
struct PointMark: Mark {
  /// The point's shape.
  enum Marker: Hashable, Sendable {
    case dot
    case ring
    case star
    case none
  }

  private let subject: Expression
  private let marker: Marker
  private let label: LabelTemplate?
  private let side: LabelRequest.Side?
  private let style: MarkStyle

  static let traits = MarkTraits(mayLeavePanel: true)

  init(_ fields: inout Fields) throws(Diagnostic) {
    subject = try fields.subject()
    marker =
      try fields.word(
        "marker", among: Catalogue("marker", ["dot": .dot, "ring": .ring, "star": .star, "none": .none]))
      ?? .dot
    label = try fields.template("label")
    side = try fields.word("side", among: LabelRequest.sides)
    style = try MarkStyle(&fields)
  }

  struct Numbers: Sendable {
    var point: DataPoint
    var label: Label?
  }

  func evaluate(in context: EvaluationContext) throws(Diagnostic) -> Numbers {
    Numbers(
      point: try subject.point(of: "point", in: context.scope),
      label: try label?.evaluate(in: context.scope))
  }

  func extent(of numbers: Numbers) -> Extent {
    Extent(x: AxisExtent(of: [numbers.point.x]), y: AxisExtent(of: [numbers.point.y]))
  }

  func summary(of numbers: Numbers) -> [String] {
    guard marker != .none || numbers.label != nil else { return [] }
    let kind =
      switch marker {
      case .dot: "a point"
      case .ring: "a ring"
      case .star: "a star"
      case .none: "a label"
      }
    let name = marker == .none ? numbers.label.map { " “\($0.spoken())”" } ?? "" : numbers.label.spokenName
    return ["\(kind)\(name) at \(SpokenPoints.spell(numbers.point))"]
  }

  private func radius(on panel: Panel) -> Double { panel.canvas.lines.bold * 1.9 * style.width }

  /// How far the marker reaches around the point.
  private func reach(on panel: Panel) -> Double {
    switch marker {
    case .none: 0
    case .star: radius(on: panel) * 1.9
    case .dot, .ring: radius(on: panel) + panel.canvas.lines.thin
    }
  }

  func block(_ numbers: Numbers, on panel: Panel, in obstacles: inout ObstacleMap) {
    // One without a marker names a place, such as the tip of an arrow, which its label must not cover.
    obstacles.add(
      dot: panel.place(numbers.point), radius: marker == .none ? 1 : reach(on: panel), .solid)
  }

  func labels(of numbers: Numbers, on panel: Panel) -> [LabelRequest] {
    guard let label = numbers.label else { return [] }
    let block = panel.press.typeset(label, size: panel.canvas.type.label)
    let near = reach(on: panel) + panel.canvas.type.label * 0.3
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
        anchorRadius: reach(on: panel))
    ]
  }

  func draw(
    _ numbers: Numbers, labels: [PlacedLabel], on panel: Panel, into list: inout DisplayList
  ) {
    let center = panel.place(numbers.point)
    if center.isFinite, panel.frame.outset(by: 1).contains(center) {
      draw(at: center, on: panel, into: &list)
    }
  }

  private func draw(at center: Point, on panel: Panel, into list: inout DisplayList) {
    let color = style.color(in: panel.theme, else: .weight)
    let radius = radius(on: panel)
    let line = panel.canvas.lines.thin
    let halo = Stroke(panel.theme.ground, width: 2 * line)
    switch marker {
    case .none: break
    case .dot: list.append(.path(Path(circle: center, radius: radius), fill: color, stroke: halo))
    case .star: list.append(.path(star(at: center, radius: radius * 1.9), fill: color, stroke: halo))
    case .ring:
      list.append(
        .path(
          Path(circle: center, radius: radius), fill: panel.theme.ground,
          stroke: Stroke(color, width: 2 * line)))
    }
  }

  /// A star of five points, the first one up.
  private func star(at center: Point, radius: Double) -> Path {
    let corners = (0..<10).map { i in
      let angle = Double(i) * .pi / 5
      let reach = i.isMultiple(of: 2) ? radius : radius * 0.45
      return Point(x: center.x + reach * sin(angle), y: center.y - reach * cos(angle))
    }
    return Path(polyline: corners, closed: true)
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
