import Diagnostics
import Drawing
import Expressions
import Formulas
import Geometry
import MathCore
import SceneFiles

/// An arrow in data units: its tip touches its coordinates exactly.
struct VectorMark: Mark {
  private let subject: Expression
  private let start: Expression?
  private let label: LabelTemplate?
  private let place: LinePlace?
  private let isAlong: Bool
  private let style: MarkStyle

  static let traits = MarkTraits(prefersEqualUnits: true, prefersOriginAxes: true, mayLeavePanel: true)
  static let pictureKind: String? = "a diagram of vectors"

  init(_ fields: inout Fields) throws(Diagnostic) {
    subject = try fields.subject()
    start = try fields.expression("from")
    label = try fields.template("label")
    place = try fields.linePlace()
    isAlong = try fields.boolean("along") ?? false
    style = try MarkStyle(&fields)
  }

  struct Numbers: Sendable {
    var tail: DataPoint
    var tip: DataPoint
    var label: Label?
  }

  func evaluate(in context: EvaluationContext) throws(Diagnostic) -> Numbers {
    let vector = try subject.point(of: "vector", in: context.scope)
    let tail = try start?.point(of: "from", in: context.scope) ?? DataPoint(x: 0, y: 0)
    return Numbers(
      tail: tail, tip: DataPoint(x: tail.x + vector.x, y: tail.y + vector.y),
      label: try label?.evaluate(in: context.scope))
  }

  func extent(of numbers: Numbers) -> Extent {
    Extent(
      x: AxisExtent(of: [0, numbers.tail.x, numbers.tip.x]),
      y: AxisExtent(of: [0, numbers.tail.y, numbers.tip.y]))
  }

  func appearances(of numbers: Numbers, in theme: Theme) -> [Appearance] {
    [
      style.appearance(
        named: numbers.label, as: .arrow(style.dash(in: theme, else: .data)), in: theme, else: .data,
        weight: LineWeight(.bold))
    ]
  }

  func summary(of numbers: Numbers) -> [String] {
    let points = SpokenPoints([numbers.tail, numbers.tip])
    return [
      "an arrow\(numbers.label.spokenName) from \(points.spell(numbers.tail)) to \(points.spell(numbers.tip))"
    ]
  }

  func block(_ numbers: Numbers, on panel: Panel, in obstacles: inout ObstacleMap) {
    arrow(numbers, on: panel)?.block(in: &obstacles, .solid)
  }

  func labels(of numbers: Numbers, on panel: Panel) -> [LabelRequest] {
    guard let label = numbers.label else { return [] }
    let color = style.color(in: panel.theme, else: .data)
    let block = panel.press.typeset(label, size: panel.canvas.type.label * 1.1, color: color)
    let (tail, tip) = (panel.place(numbers.tail), panel.place(numbers.tip))
    let wanted = place?.fraction ?? 0.5
    let along = (tip - tail).normalized
    var candidates: [LabelRequest.Candidate] = []
    // Beside the shaft, first on the left as one walks along it, then on the right.
    for fraction in stride(from: 0.1, through: 0.9, by: 0.08) {
      let anchor = tail.interpolated(to: tip, fraction)
      for (rank, side) in [-along.quarterTurn, along.quarterTurn].enumerated() {
        for distance in [0.55, 0.9] {
          candidates.append(
            LabelRequest.Candidate(
              block, beside: anchor, towards: side, distance: panel.canvas.type.label * distance,
              cost: abs(fraction - wanted) * (place == nil ? 70 : 300) + Double(rank) * 3 + (distance - 0.55)
                * 20))
        }
      }
    }
    if wanted > 0.9 || (tip - tail).length < block.ink.height {
      candidates += LabelRequest.around(tip, block, distance: panel.canvas.type.label * 0.5)
    }
    var request = LabelRequest(
      block: block, candidates: candidates, padding: 2, bounds: panel.frame.outset(by: 4),
      anchor: tail.interpolated(to: tip, 0.5), anchorRadius: panel.canvas.lines.bold, isName: true)
    if isAlong { request.prefer(words(label, in: color, from: tail, to: tip, on: panel)) }
    return [request]
  }

  /// The name along the shaft, on either side of it.
  private func words(
    _ label: Label, in color: Color, from tail: Point, to tip: Point, on panel: Panel
  ) -> [TextAlong] {
    let em = panel.canvas.type.label
    return TextAlong.choices(
      for: panel.press.typeset(label, size: em, color: color),
      along: BentArrow(from: tail, to: tip, bend: 0), em: em)
  }

  func draw(
    _ numbers: Numbers, labels: [PlacedLabel], on panel: Panel, into list: inout DisplayList
  ) {
    arrow(numbers, on: panel)?
      .draw(
        style.color(in: panel.theme, else: .data), dash: style.dash(in: panel.theme, else: .data), into: &list
      )
  }

  private func arrow(_ numbers: Numbers, on panel: Panel) -> Arrow? {
    let (tail, tip) = (panel.place(numbers.tail), panel.place(numbers.tip))
    guard tail.isFinite, tip.isFinite else { return nil }
    let width = panel.canvas.lines.bold * style.width
    return Arrow(from: tail, to: tip, width: width, headLength: width * 4.6)
  }
}
