import Diagnostics
import Drawing
import SceneFiles

/// A remark at a point of the plane.
struct TextMark: Mark {
  private var label: CenteredLabel

  var style: MarkStyle {
    get { label.style }
    set { label.style = newValue }
  }

  static let traits = MarkTraits(mayLeavePanel: true, isWords: true)

  init(_ fields: inout Fields) throws(Diagnostic) {
    guard let text = try fields.template("text") else {
      throw Diagnostic("'text' says nothing", at: fields.location)
    }
    label = try CenteredLabel(text, &fields)
  }

  func evaluate(in context: EvaluationContext) throws(Diagnostic) -> CenteredLabel.Numbers {
    try label.evaluate(in: context)
  }

  func extent(of numbers: CenteredLabel.Numbers) -> Extent { numbers.extent }

  func summary(of numbers: CenteredLabel.Numbers) -> [String] {
    ["the words “\(numbers.label.spoken())” at \(SpokenPoints.spell(numbers.point))"]
  }

  func labels(of numbers: CenteredLabel.Numbers, on panel: Panel) -> [LabelRequest] {
    label.labels(of: numbers, usualSize: panel.canvas.type.label, on: panel)
  }

  func draw(
    _ numbers: CenteredLabel.Numbers, labels: [PlacedLabel], on panel: Panel, into list: inout DisplayList
  ) {
  }
}
