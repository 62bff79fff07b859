import Diagnostics
import Drawing
import Expressions
import Formulas
import Geometry
import MathCore
import SceneFiles

/// A stretch of the x axis, measured by a line at some height with its meaning in the middle.
struct Interval: Mark {
  private let subject: Expression
  private let height: Expression
  private let label: LabelTemplate?
  private let foot: Expression?
  var style: MarkStyle

  static let traits = MarkTraits(mayLeavePanel: true)

  init(_ fields: inout Fields) throws(Diagnostic) {
    subject = try fields.subject()
    guard let at = try fields.expression("at") else {
      throw Diagnostic("missing 'at' of 'interval': the height at which its line stands", at: fields.location)
    }
    height = at
    label = try fields.template("label")
    foot = try fields.expression("down-to")
    style = try MarkStyle(&fields)
  }

  struct Numbers: Sendable {
    var low: Double
    var high: Double
    var height: Double
    /// Down to where thin rules mark both ends.
    var foot: Double?
    var label: Label?
  }

  func evaluate(in context: EvaluationContext) throws(Diagnostic) -> Numbers {
    let ends = try subject.point(of: "interval", in: context.scope)
    guard ends.x.isFinite, ends.y.isFinite, ends.x < ends.y else {
      throw Diagnostic(
        "interval: expected two finite numbers, the smaller first, found \(subject.source.text)",
        at: subject.source.start)
    }
    return Numbers(
      low: ends.x, high: ends.y,
      height: try height.evaluate(in: context.scope).number(of: "at", at: height.source.start),
      foot: try foot.map { foot throws(Diagnostic) in
        try foot.evaluate(in: context.scope).number(of: "down-to", at: foot.source.start)
      },
      label: try label?.evaluate(in: context.scope))
  }

  func extent(of numbers: Numbers) -> Extent {
    Extent(x: AxisExtent(of: [numbers.low, numbers.high]), y: AxisExtent(of: [numbers.height]))
  }

  func summary(of numbers: Numbers) -> [String] {
    let x = SpokenNumbers(over: numbers.low...numbers.high)
    return ["a stretch from \(x.spell(numbers.low)) to \(x.spell(numbers.high))\(numbers.label.spokenName)"]
  }

  func block(_ numbers: Numbers, on panel: Panel, in obstacles: inout ObstacleMap) {
    let (start, end) = ends(numbers, on: panel)
    obstacles.add(polyline: [start, end], width: 2, .heavy)
  }

  func labels(of numbers: Numbers, on panel: Panel) -> [LabelRequest] {
    guard let label = numbers.label else { return [] }
    let block = panel.press.typeset(
      label, size: panel.canvas.type.label, color: style.color(in: panel.theme, else: .highlight))
    let (start, end) = ends(numbers, on: panel)
    let middle = start.interpolated(to: end, 0.5)
    let em = panel.canvas.type.label
    // So far both arrows keep a piece of their shafts.
    let room = max(
      (end.x - start.x - block.ink.width) / 2 - Self.gap * em - 1.2 * headLength(on: panel), 0)
    var candidates: [LabelRequest.Candidate] = []
    for (rank, share) in [0, 0.25, -0.25, 0.5, -0.5, 0.75, -0.75, 1, -1].enumerated()
    where rank == 0 || room > 0 {
      let center = Point(x: middle.x + room * share, y: middle.y)
      candidates.append(.init(centering: block, at: center, cost: Double(rank) * 3))
    }
    return [
      LabelRequest(
        block: block, candidates: candidates, padding: 1, bounds: panel.frame.outset(by: 4), hasHalo: false)
    ]
  }

  /// Between the line and its label, in sizes of the type.
  private static let gap = 0.4

  private func width(on panel: Panel) -> Double { panel.canvas.lines.thin * 1.2 * style.width }
  private func headLength(on panel: Panel) -> Double { width(on: panel) * 7 }

  private func ends(_ numbers: Numbers, on panel: Panel) -> (Point, Point) {
    let y = panel.canvas.crisp(panel.place(y: numbers.height), width: panel.canvas.lines.thin)
    return (Point(x: panel.place(x: numbers.low), y: y), Point(x: panel.place(x: numbers.high), y: y))
  }

  func draw(
    _ numbers: Numbers, labels: [PlacedLabel], on panel: Panel, into list: inout DisplayList
  ) {
    let (start, end) = ends(numbers, on: panel)
    guard start.isFinite, end.isFinite else { return }
    let color = style.color(in: panel.theme, else: .highlight)
    if let foot = numbers.foot {
      drawRules(
        from: [start, end], to: foot == 0 ? panel.footY : panel.place(y: foot), on: panel, into: &list)
    }
    // The line leaves a gap for its label, as a dimension line does.
    let gap = labels.first.map { $0.ink.outset(by: panel.canvas.type.label * Self.gap) }
    let left = Point(x: min(gap?.minX ?? .infinity, start.interpolated(to: end, 0.5).x), y: start.y)
    let right = Point(x: max(gap?.maxX ?? -.infinity, left.x), y: start.y)
    for (inner, outer) in [(left, start), (right, end)] where abs(inner.x - outer.x) > 1 {
      Arrow(from: inner, to: outer, width: width(on: panel), headLength: headLength(on: panel))
        .draw(color, into: &list)
    }
  }

  private func drawRules(from ends: [Point], to y: Double, on panel: Panel, into list: inout DisplayList) {
    let width = panel.canvas.lines.thin
    var rules = Path()
    for end in ends {
      let x = panel.canvas.crisp(end.x, width: width)
      rules.append(
        polyline: [Point(x: x, y: end.y - panel.canvas.type.tick * 0.4), Point(x: x, y: y)])
    }
    list.stroke(
      rules, Stroke(panel.theme.quietInk.opacity(0.55), width: width, dash: [2 * width, 2 * width]))
  }
}
