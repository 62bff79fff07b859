import Diagnostics
import Drawing
import Expressions
import Formulas
import Geometry
import MathCore
import SceneFiles

/// An arrow from one point to another, straight or bent, with words along it.
struct ArrowMark: Mark {
  private let subject: Expression
  private let bend: Double
  private let label: LabelTemplate?
  private let isAlong: Bool
  var style: MarkStyle

  static let traits = MarkTraits(mayLeavePanel: true)

  init(_ fields: inout Fields) throws(Diagnostic) {
    subject = try fields.subject()
    bend = try fields.number("bend", in: -1...1) ?? 0
    label = try fields.template("label")
    isAlong = try fields.boolean("along") ?? true
    style = try MarkStyle(&fields)
  }

  struct Numbers: Sendable {
    var points: TwoPoints
    var label: Label?
  }

  func evaluate(in context: EvaluationContext) throws(Diagnostic) -> Numbers {
    Numbers(
      points: try subject.twoPoints(of: "arrow", in: context.scope),
      label: try label?.evaluate(in: context.scope))
  }

  func extent(of numbers: Numbers) -> Extent { numbers.points.extent }

  func summary(of numbers: Numbers) -> [String] {
    ["an arrow\(numbers.label.spokenName) \(numbers.points.spoken)"]
  }

  func appearances(of numbers: Numbers, in theme: Theme) -> [Appearance] {
    [style.appearance(named: nil, as: .arrow(style.dash ?? .solid), in: theme, else: .highlight)]
  }

  private func arrow(_ numbers: Numbers, on panel: Panel) -> BentArrow? {
    let (start, end) = (panel.place(numbers.points.start), panel.place(numbers.points.end))
    guard panel.reaches(from: start, to: end) else { return nil }
    // On a narrow page it bends less, rather than leave it.
    let arrows = [1, 0.75, 0.5, 0.35, 0.2, 0.1, 0.05].map { BentArrow(from: start, to: end, bend: bend * $0) }
    return arrows.first { $0.box.map(panel.page.contains) ?? false }
      ?? BentArrow(from: start, to: end, bend: panel.page.contains(Rect(from: start, to: end)) ? 0 : bend)
  }

  func block(_ numbers: Numbers, on panel: Panel, in obstacles: inout ObstacleMap) {
    guard let arrow = arrow(numbers, on: panel) else { return }
    obstacles.add(polyline: arrow.points, width: panel.canvas.lines.regular * 2, .solid)
  }

  /// The words stand along the arrow, on either side, where it is long enough; else level beside it.
  func labels(of numbers: Numbers, on panel: Panel) -> [LabelRequest] {
    guard let label = numbers.label, let arrow = arrow(numbers, on: panel) else { return [] }
    let color = style.color(in: panel.theme, else: .highlight)
    let em = panel.canvas.type.label
    let block = panel.press.typeset(label, size: em, color: color)
    let points = arrow.points
    let along = (arrow.end - arrow.start).normalized
    var candidates: [LabelRequest.Candidate] = []
    for (rank, place) in [8, 6, 10, 4, 12, 2, 14].enumerated() {
      for (other, side) in [PageSide.above, .below].enumerated() {
        candidates.append(
          .init(
            block, beside: points[place], towards: side.direction(across: along), distance: 0.45 * em,
            cost: Double(rank * 6 + other * 3)))
      }
    }
    var request = LabelRequest(block: block, candidates: candidates, padding: 1, bounds: panel.wholePage)
    if isAlong { request.prefer(TextAlong.choices(for: block, along: arrow, em: em)) }
    return [request]
  }

  func draw(
    _ numbers: Numbers, labels: [PlacedLabel], on panel: Panel, into list: inout DisplayList
  ) {
    guard let arrow = arrow(numbers, on: panel) else {
      list.report([Diagnostic(unseen: "arrow", at: subject.source.start)])
      return
    }
    let color = style.color(in: panel.theme, else: .highlight)
    let width = panel.canvas.lines.regular * style.width
    arrow.draw(color, width: width, headLength: width * 5, dash: style.dash ?? .solid, into: &list)
  }
}
