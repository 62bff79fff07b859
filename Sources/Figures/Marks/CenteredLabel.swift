import Diagnostics
import Drawing
import Expressions
import Formulas
import Geometry
import MathCore
import SceneFiles

/// Words or a formula with the middle at a point of the plane: what the marks for both have in common.
struct CenteredLabel: Sendable {
  struct Numbers: Sendable {
    var point: DataPoint
    var label: Label

    var extent: Extent { Extent(of: point) }
  }

  private let subject: LabelTemplate
  private let place: Expression
  /// Font size in points; `nil` for what is usual.
  private let size: Double?
  private let style: MarkStyle

  init(_ subject: LabelTemplate, _ fields: inout Fields) throws(Diagnostic) {
    self.subject = subject
    place = try fields.place()
    size = try fields.number("size", in: BlockDescription.sizes)
    style = try MarkStyle(&fields)
  }

  func evaluate(in context: EvaluationContext) throws(Diagnostic) -> Numbers {
    Numbers(
      point: try place.point(of: "at", in: context.scope), label: try subject.evaluate(in: context.scope))
  }

  func labels(of numbers: Numbers, usualSize: Double, on panel: Panel) -> [LabelRequest] {
    let color = style.color(in: panel.theme, else: .highlight)
    let block = panel.press.typeset(
      numbers.label, size: size ?? usualSize, color: color, alignment: .center)
    return [LabelRequest(centering: block, at: numbers.point, on: panel)]
  }
}

extension Fields {
  /// The point at which a mark of words stands, or what else it means to the mark.
  mutating func place(_ meaning: String = "the point at which it stands") throws(Diagnostic) -> Expression {
    if let at = try expression("at") { return at }
    throw Diagnostic("missing 'at' of '\(owner)': \(meaning)", at: location)
  }
}

extension LabelRequest {
  /// A block that stands with the middle of its ink at a point and nowhere else.
  init(centering block: TextBlock, at point: DataPoint, on panel: Panel) {
    let center = panel.place(point)
    let origin = Point(x: center.x - block.ink.midX, y: center.y - block.ink.midY)
    let page = Rect(minX: 0, minY: 0, maxX: panel.canvas.size.width, maxY: panel.canvas.size.height)
    self.init(block: block, candidates: [.init(origin: origin, cost: 0)], padding: 0, bounds: page)
  }
}

extension Extent {
  /// The axes should show one point.
  init(of point: DataPoint) {
    self.init(x: AxisExtent(of: [point.x]), y: AxisExtent(of: [point.y]))
  }
}
