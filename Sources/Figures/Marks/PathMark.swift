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
    [
      style.appearance(
        named: numbers.label, as: .line(style.dash(in: theme, else: .weight)), in: theme, else: .weight)
    ]
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
    let wanted = place ?? (numbers.isGraph ? .end : .middle)
    return [
      LabelRequest(
        block: block,
        candidates: line?.candidates(for: block, around: wanted, gap: panel.canvas.type.label * 0.6) ?? [],
        padding: 2, bounds: panel.frame.inset(by: 3), anchor: line?.point(at: wanted.inner).point,
        anchorRadius: panel.canvas.lines.regular, isName: true)
    ]
  }

  func draw(
    _ numbers: Numbers, labels: [PlacedLabel], on panel: Panel, into list: inout DisplayList
  ) {
    let points = numbers.points.map(panel.place)
    let color = style.color(in: panel.theme, else: .weight)
    let stroke = style.line(panel.canvas.lines.regular, in: panel.theme, else: .weight)
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
