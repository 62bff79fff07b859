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
  private let style: MarkStyle

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
    [style.appearance(named: nil, as: .arrow, in: theme, else: .highlight)]
  }

  private func arrow(_ numbers: Numbers, on panel: Panel) -> BentArrow? {
    let (start, end) = (panel.place(numbers.points.start), panel.place(numbers.points.end))
    guard panel.reaches(from: start, to: end) else { return nil }
    return BentArrow(from: start, to: end, bend: bend)
  }

  func block(_ numbers: Numbers, on panel: Panel, in obstacles: inout ObstacleMap) {
    guard let arrow = arrow(numbers, on: panel) else { return }
    obstacles.add(polyline: arrow.points, width: panel.canvas.lines.regular * 2, .solid)
    words(numbers, arrow, on: panel)?.block(in: &obstacles)
  }

  /// The words along the arrow; `nil` if it is too short for them.
  private func words(_ numbers: Numbers, _ arrow: BentArrow, on panel: Panel) -> TextAlong? {
    guard isAlong, let label = numbers.label else { return nil }
    return TextAlong(label, along: arrow, color: style.color(in: panel.theme, else: .highlight), on: panel)
  }

  func labels(of numbers: Numbers, on panel: Panel) -> [LabelRequest] {
    guard let label = numbers.label, let arrow = arrow(numbers, on: panel),
      words(numbers, arrow, on: panel) == nil
    else { return [] }
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
    return [LabelRequest(block: block, candidates: candidates, padding: 1, bounds: panel.page)]
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
    words(numbers, arrow, on: panel)?.draw(on: panel, into: &list)
  }
}

extension TextAlong {
  /// Words above the middle of an arrow; `nil` if they are longer than it.
  init?(_ label: Label, along arrow: BentArrow, color: Color, on panel: Panel) {
    let em = panel.canvas.type.label
    let block = panel.press.typeset(label, size: em, color: color)
    let way = arrow.end - arrow.start
    guard way.length.isFinite, block.ink.width <= 0.95 * way.length else { return nil }
    // Where the curve sags, its sides rise beside the words: by as much as a parabola would.
    let straight = arrow.start.interpolated(to: arrow.end, 0.5)
    let up = TextAlong.up(along: way)
    let sag = max(-(arrow.middle - straight).dot(up), 0)
    let share = block.ink.width / way.length
    self.init(block, at: arrow.middle, along: way, gap: 0.4 * em + sag * share * share)
  }
}
