import Diagnostics
import Drawing
import Expressions
import Formulas
import Geometry
import MathCore
import SceneFiles

/// A remark at a point of the plane.
struct TextMark: Mark {
  private let subject: LabelTemplate
  private let place: Expression
  private let style: MarkStyle

  static let traits = MarkTraits(mayLeavePanel: true)

  init(_ fields: inout Fields) throws(Diagnostic) {
    guard let text = try fields.template("text") else {
      throw Diagnostic("'text' says nothing", at: fields.location)
    }
    subject = text
    guard let at = try fields.expression("at") else {
      throw Diagnostic("missing 'at' of 'text': the point at which it stands", at: fields.location)
    }
    place = at
    style = try MarkStyle(&fields)
  }

  struct Numbers: Sendable {
    var point: DataPoint
    var label: Label
  }

  func evaluate(in context: EvaluationContext) throws(Diagnostic) -> Numbers {
    Numbers(
      point: try place.point(of: "at", in: context.scope), label: try subject.evaluate(in: context.scope))
  }

  func extent(of numbers: Numbers) -> Extent {
    Extent(x: AxisExtent(of: [numbers.point.x]), y: AxisExtent(of: [numbers.point.y]))
  }

  func labels(of numbers: Numbers, on panel: Panel) -> [LabelRequest] {
    let color = style.color(in: panel.theme, else: .highlight)
    let block = panel.press.typeset(
      numbers.label, size: panel.canvas.type.label, color: color, alignment: .center)
    let center = panel.place(numbers.point)
    let origin = Point(x: center.x - block.ink.midX, y: center.y - block.ink.midY)
    let page = Rect(
      minX: 0, minY: 0, maxX: panel.canvas.size.width, maxY: panel.canvas.size.height)
    return [
      LabelRequest(block: block, candidates: [.init(origin: origin, cost: 0)], padding: 0, bounds: page)
    ]
  }

  func draw(
    _ numbers: Numbers, labels: [PlacedLabel], on panel: Panel, into list: inout DisplayList
  ) {
  }
}
