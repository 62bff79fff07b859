import Diagnostics
import Drawing
import Geometry
import Expressions
import Formulas
import MathCore
import SceneFiles

/// Points joined in their order, such as the steps of a descent.
struct PathMark: Mark {
  /// What stands at each point.
  enum Marker: Hashable, Sendable {
    case none
    case dot
  }

  private let subject: Expression
  private let marker: Marker
  private let label: LabelTemplate?
  private let place: LinePlace?
  private let style: MarkStyle

  static let traits = MarkTraits(labelsMayLeavePanel: true)

  init(_ fields: inout Fields) throws(Diagnostic) {
    subject = try fields.subject()
    marker = try fields.word("marker", among: Catalogue("marker", ["none": .none, "dot": .dot])) ?? .none
    label = try fields.template("label")
    place = try fields.linePlace()
    style = try MarkStyle(&fields)
  }

  struct Numbers: Sendable {
    var points: [DataPoint]
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
    return Numbers(points: points, label: try label?.evaluate(in: context.scope))
  }

  func extent(of numbers: Numbers) -> Extent {
    Extent(x: AxisExtent(of: numbers.points.lazy.map(\.x)), y: AxisExtent(of: numbers.points.lazy.map(\.y)))
  }

  func appearances(of numbers: Numbers, in theme: Theme) -> [Appearance] {
    [style.appearance(named: numbers.label, as: .line(style.dash), in: theme, else: .weight)]
  }

  func block(_ numbers: Numbers, on panel: Panel, in obstacles: inout ObstacleMap) {
    let points = numbers.points.map(panel.place)
    let width = panel.canvas.lines.regular * style.width
    obstacles.add(polyline: points, width: width, .solid)
    guard marker == .dot else { return }
    for point in points { obstacles.add(dot: point, radius: width * 1.5, .solid) }
  }

  func labels(of numbers: Numbers, on panel: Panel) -> [LabelRequest] {
    guard let label = numbers.label, !numbers.points.isEmpty else { return [] }
    let color = style.color(in: panel.theme, else: .weight)
    let block = panel.press.typeset(label, size: panel.canvas.type.label, color: color)
    let line = LinePlaces(of: [numbers.points.map(panel.place)], in: panel.frame)
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
    let points = numbers.points.map(panel.place)
    let color = style.color(in: panel.theme, else: .weight)
    let stroke = style.stroke(panel.canvas.lines.regular, color)
    let halo = panel.canvas.lines.thin
    var line = Path()
    for run in points.split(whereSeparator: { !$0.isFinite }) { line.append(polyline: run) }
    var dots = Path()
    if marker == .dot {
      for point in points where point.isFinite {
        dots.append(Path(circle: point, radius: stroke.width * 1.5))
      }
    }
    // All halos below everything: dots that lie close together merge and do not cut each other or the line.
    list.stroke(line, Stroke(panel.theme.ground, width: stroke.width + 2 * halo, cap: .round))
    list.stroke(dots, Stroke(panel.theme.ground, width: 2 * halo))
    list.stroke(line, stroke)
    list.fill(dots, color)
  }
}
