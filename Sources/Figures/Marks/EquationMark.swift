import Diagnostics
import Drawing
import Expressions
import Formulas
import MathCore
import SceneFiles

/// A formula in display style at a point of the plane.
struct EquationMark: Mark {
  private let subject: LabelTemplate
  private let place: Expression
  private let size: Double?
  private let style: MarkStyle

  static let traits = MarkTraits(mayLeavePanel: true)

  init(_ fields: inout Fields) throws(Diagnostic) {
    guard let equation = try fields.equation("equation") else {
      throw Diagnostic("'equation' says nothing", at: fields.location)
    }
    subject = equation
    place = try fields.place()
    size = try fields.number("size", in: BlockDescription.sizes)
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
      numbers.label, size: size ?? panel.canvas.type.formula, color: color)
    return [LabelRequest(centering: block, at: numbers.point, on: panel)]
  }

  func draw(
    _ numbers: Numbers, labels: [PlacedLabel], on panel: Panel, into list: inout DisplayList
  ) {
  }
}
