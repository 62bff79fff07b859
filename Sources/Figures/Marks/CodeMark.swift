import Diagnostics
import Drawing
import Expressions
import Formulas
import MathCore
import SceneFiles

/// Code at a point of the plane.
struct CodeMark: Mark {
  private let subject: CodeDescription
  private let place: Expression
  private let size: Double?

  /// Code is colored by what its words are.
  var style: MarkStyle {
    get { .none }
    set {}
  }

  static let traits = MarkTraits(mayLeavePanel: true, isWords: true)

  init(_ fields: inout Fields) throws(Diagnostic) {
    guard let code = try fields.code("code") else {
      throw Diagnostic("'code' says nothing", at: fields.location)
    }
    subject = code
    place = try fields.place()
    size = try fields.number("size", in: BlockDescription.sizes)
  }

  struct Numbers: Sendable {
    var point: DataPoint
    var listing: Listing
  }

  func evaluate(in context: EvaluationContext) throws(Diagnostic) -> Numbers {
    Numbers(point: try place.point(of: "at", in: context.scope), listing: try subject.evaluate(in: context))
  }

  func extent(of numbers: Numbers) -> Extent { Extent(of: numbers.point) }

  func summary(of numbers: Numbers) -> [String] { [numbers.listing.spoken] }

  func labels(of numbers: Numbers, on panel: Panel) -> [LabelRequest] {
    let block = panel.press.typeset(
      numbers.listing, size: size.map { $0 * panel.press.sizeFactor } ?? panel.canvas.type.tick)
    return [LabelRequest(centering: block, at: numbers.point, on: panel)]
  }

  func draw(
    _ numbers: Numbers, labels: [PlacedLabel], on panel: Panel, into list: inout DisplayList
  ) {
  }
}
