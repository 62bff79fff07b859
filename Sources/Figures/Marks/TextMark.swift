import Diagnostics
import Drawing
import Expressions
import Formulas
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
    place = try fields.place()
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

  func extent(of numbers: Numbers) -> Extent { Extent(of: numbers.point) }

  func labels(of numbers: Numbers, on panel: Panel) -> [LabelRequest] {
    let color = style.color(in: panel.theme, else: .highlight)
    let block = panel.press.typeset(
      numbers.label, size: panel.canvas.type.label, color: color, alignment: .center)
    return [LabelRequest(centering: block, at: numbers.point, on: panel)]
  }

  func draw(
    _ numbers: Numbers, labels: [PlacedLabel], on panel: Panel, into list: inout DisplayList
  ) {
  }
}
