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
    /// What is said of the terms of a formula.
    var callouts: [TermCallout]

    var extent: Extent { Extent(of: point) }
  }

  private let subject: LabelTemplate
  private let callouts: TermCallouts?
  private let place: Expression
  /// Font size in points; `nil` for what is usual.
  private let size: Double?
  var style: MarkStyle

  init(
    _ subject: LabelTemplate, callouts: TermCallouts? = nil, _ fields: inout Fields
  ) throws(Diagnostic) {
    self.subject = subject
    self.callouts = callouts
    place = try fields.place()
    size = try fields.number("size", in: BlockDescription.sizes)
    style = try MarkStyle(&fields)
  }

  func evaluate(in context: EvaluationContext) throws(Diagnostic) -> Numbers {
    let label = try subject.evaluate(in: context.scope)
    return Numbers(
      point: try place.point(of: "at", in: context.scope), label: label,
      callouts: try callouts?.evaluate(for: label, in: context.scope) ?? [])
  }

  func labels(of numbers: Numbers, usualSize: Double, on panel: Panel) -> [LabelRequest] {
    if !numbers.callouts.isEmpty {
      let formula = AnnotatedFormula(
        numbers.label, numbers.callouts, size: size ?? usualSize, press: panel.press)
      return [
        LabelRequest(centering: formula.block, at: numbers.point, middle: formula.ink.center, on: panel)
      ]
    }
    let color = style.color(in: panel.theme, else: .highlight)
    let block = panel.press.typeset(
      numbers.label, size: size.map { $0 * panel.press.sizeFactor } ?? usualSize, color: color,
      alignment: .center)
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
  ///
  /// `middle` is what counts as the middle where that of the ink does not.
  init(centering block: TextBlock, at point: DataPoint, middle: Point? = nil, on panel: Panel) {
    let center = panel.place(point)
    let middle = middle ?? block.ink.center
    let origin = Point(x: center.x - middle.x, y: center.y - middle.y)
    self.init(
      block: block, candidates: [.init(origin: origin, cost: 0)], padding: 0, bounds: panel.wholePage)
  }
}

extension Extent {
  /// The axes should show one point.
  init(of point: DataPoint) {
    self.init(x: AxisExtent(of: [point.x]), y: AxisExtent(of: [point.y]))
  }
}
