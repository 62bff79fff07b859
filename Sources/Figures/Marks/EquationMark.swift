import Diagnostics
import Drawing
import SceneFiles

/// A formula in display style at a point of the plane.
struct EquationMark: Mark {
  private var label: CenteredLabel

  var style: MarkStyle {
    get { label.style }
    set { label.style = newValue }
  }

  static let traits = MarkTraits(mayLeavePanel: true, isWords: true)

  init(_ fields: inout Fields) throws(Diagnostic) {
    guard let equation = try fields.equation("equation") else {
      throw Diagnostic("'equation' says nothing", at: fields.location)
    }
    label = try CenteredLabel(equation, callouts: fields.callouts("callouts"), &fields)
  }

  func evaluate(in context: EvaluationContext) throws(Diagnostic) -> CenteredLabel.Numbers {
    try label.evaluate(in: context)
  }

  func extent(of numbers: CenteredLabel.Numbers) -> Extent { numbers.extent }

  func summary(of numbers: CenteredLabel.Numbers) -> [String] {
    ["the formula “\(numbers.label.spoken())” at \(SpokenPoints.spell(numbers.point))"]
  }

  func labels(of numbers: CenteredLabel.Numbers, on panel: Panel) -> [LabelRequest] {
    label.labels(of: numbers, usualSize: panel.canvas.type.formula, on: panel)
  }

  func draw(
    _ numbers: CenteredLabel.Numbers, labels: [PlacedLabel], on panel: Panel, into list: inout DisplayList
  ) {
  }
}
