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
  var style: MarkStyle

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
    return [
      LabelRequest(
        naming: panel.place(numbers.tail), panel.place(numbers.tip), label, in: color, at: place,
        isAlong: isAlong, on: panel)
    ]
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
