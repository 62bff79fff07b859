import Diagnostics
import Drawing
import Expressions
import Formulas
import Geometry
import MathCore
import SceneFiles

/// The parallelogram that two vectors span: its far corner is their sum, its area their determinant.
struct Parallelogram: Mark {
  private let subject: Expression
  private let start: Expression?
  private let label: LabelTemplate?
  var style: MarkStyle

  static let traits = MarkTraits(
    prefersEqualUnits: true, prefersOriginAxes: true, mayLeavePanel: true, level: -1)
  static let pictureKind: String? = "a diagram of vectors"

  init(_ fields: inout Fields) throws(Diagnostic) {
    subject = try fields.subject()
    start = try fields.expression("from")
    label = try fields.template("label")
    style = try MarkStyle(&fields)
  }

  struct Numbers: Sendable {
    var corner: DataPoint
    var sides: TwoPoints
    var label: Label?

    /// The point at so many times the first side and so many times the second.
    func point(_ s: Double, _ t: Double) -> DataPoint {
      DataPoint(
        x: corner.x + s * sides.start.x + t * sides.end.x, y: corner.y + s * sides.start.y + t * sides.end.y)
    }

    /// Around it, beginning at the corner from which both sides go.
    var corners: [DataPoint] { [point(0, 0), point(1, 0), point(1, 1), point(0, 1)] }

    var area: Double { abs(sides.start.x * sides.end.y - sides.start.y * sides.end.x) }
  }

  func evaluate(in context: EvaluationContext) throws(Diagnostic) -> Numbers {
    Numbers(
      corner: try start?.finitePoint(of: "from", in: context.scope) ?? DataPoint(x: 0, y: 0),
      sides: try subject.twoPoints(
        of: "parallelogram", called: "vectors", areDifferent: false, in: context.scope),
      label: try label?.evaluate(in: context.scope))
  }

  func extent(of numbers: Numbers) -> Extent {
    Extent(
      x: AxisExtent(of: [0] + numbers.corners.map(\.x)), y: AxisExtent(of: [0] + numbers.corners.map(\.y)))
  }

  func appearances(of numbers: Numbers, in theme: Theme) -> [Appearance] {
    var appearance = style.appearance(named: numbers.label, as: .area, in: theme, else: .muted)
    appearance.opacity = Span.paleness
    return [appearance]
  }

  func summary(of numbers: Numbers) -> [String] {
    let points = SpokenPoints(numbers.corners)
    let ends = "from \(points.spell(numbers.corner)) to \(points.spell(numbers.point(1, 1)))"
    return [
      "a parallelogram\(numbers.label.spokenName) \(ends), of area \(SpokenNumbers.spell(numbers.area))"
    ]
  }

  func block(_ numbers: Numbers, on panel: Panel, in obstacles: inout ObstacleMap) {
    let corners = panel.places(of: numbers.corners)
    obstacles.add(polyline: corners + corners.prefix(1), width: panel.canvas.lines.thin, .heavy)
  }

  /// The label stands inside, the nearer to the middle the better.
  func labels(of numbers: Numbers, on panel: Panel) -> [LabelRequest] {
    guard let label = numbers.label else { return [] }
    let color = style.color(in: panel.theme, else: .muted)
    let block = panel.press.typeset(label, size: panel.canvas.type.label, color: color)
    let shares = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8]
    let candidates = shares.flatMap { s in
      shares.map { t in
        LabelRequest.Candidate(
          centering: block, at: panel.place(numbers.point(s, t)), cost: 40 * (abs(s - 0.5) + abs(t - 0.5)))
      }
    }
    return [
      LabelRequest(
        block: block, candidates: candidates, padding: 2, bounds: panel.wholePage,
        // A halo would blot the area.
        anchor: panel.place(numbers.point(0.5, 0.5)), isName: true, hasHalo: false)
    ]
  }

  func draw(
    _ numbers: Numbers, labels: [PlacedLabel], on panel: Panel, into list: inout DisplayList
  ) {
    let corners = panel.places(of: numbers.corners)
    guard corners.allSatisfy(panel.reaches) else {
      list.report([Diagnostic(unseen: "parallelogram", at: subject.source.start)])
      return
    }
    let color = style.color(in: panel.theme, else: .muted)
    let outline = Path(polyline: corners, closed: true)
    list.fill(outline, color.opacity(Span.paleness))
    list.stroke(
      outline, style.stroke(panel.canvas.lines.thin, color, style.dash ?? .dashed, cap: .butt))
  }
}
