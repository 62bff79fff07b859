import Diagnostics
import Drawing
import Expressions
import Formulas
import Geometry
import MathCore
import SceneFiles

/// A line across the whole panel: at a value of an axis, or through a point with a slope.
struct RuleMark: Mark {
  private let subject: Expression
  private let axis: PanelAxis
  private let slope: Expression?
  private let label: LabelTemplate?
  var style: MarkStyle

  static let traits = MarkTraits(level: -1)

  init(_ fields: inout Fields) throws(Diagnostic) {
    subject = try fields.subject()
    axis = try fields.word("axis", among: PanelAxis.names) ?? .x
    slope = try fields.expression("slope")
    label = try fields.template("label")
    var style = try MarkStyle(&fields)
    style.dash = style.dash ?? .dashed
    self.style = style
  }

  struct Numbers: Sendable {
    enum Line: Hashable, Sendable {
      case at(Double)
      case through(DataPoint, slope: Double)
    }

    var line: Line
    var label: Label?
  }

  func evaluate(in context: EvaluationContext) throws(Diagnostic) -> Numbers {
    let location = subject.source.start
    let line: Numbers.Line
    if let slope {
      let point = try subject.finitePoint(of: "rule", in: context.scope)
      let value = try slope.evaluate(in: context.scope).number(of: "slope", at: slope.source.start)
      guard value.isFinite else {
        throw Diagnostic(
          "slope: expected a finite number, found \(slope.source.text)", at: slope.source.start,
          help: "an upright line has no slope: rule: 2")
      }
      line = .through(point, slope: value)
    } else {
      let value = try subject.evaluate(in: context.scope)
      if (try? value.vector(of: "rule", at: nil)) != nil, (try? value.number(of: "rule", at: nil)) == nil {
        throw Diagnostic(
          "rule: expected a number, found \(subject.source.text)", at: location,
          help: "a line through a point needs its slope: slope: 1")
      }
      let number = try value.number(of: "rule", at: location)
      guard number.isFinite else {
        throw Diagnostic("rule: expected a finite number, found \(subject.source.text)", at: location)
      }
      line = .at(number)
    }
    return Numbers(line: line, label: try label?.evaluate(in: context.scope))
  }

  func extent(of numbers: Numbers) -> Extent {
    switch numbers.line {
    case .at(let value): axis.extent(of: [value])
    case .through(let point, _): Extent(of: point)
    }
  }

  func summary(of numbers: Numbers) -> [String] {
    let place =
      switch numbers.line {
      case .at(let value): "at \(axis.spoken) = \(SpokenNumbers.spell(value))"
      case .through(let point, let slope):
        "through \(SpokenPoints.spell(point)) with slope \(SpokenNumbers.spell(slope))"
      }
    return ["a line\(numbers.label.spokenName) \(place)"]
  }

  func appearances(of numbers: Numbers, in theme: Theme) -> [Appearance] {
    [
      style.appearance(
        named: numbers.label, as: .line(style.dash ?? .dashed), in: theme, else: .muted, weight: Self.weight)
    ]
  }

  func block(_ numbers: Numbers, on panel: Panel, in obstacles: inout ObstacleMap) {
    obstacles.add(polyline: points(numbers, on: panel), width: panel.canvas.lines.regular, .heavy)
  }

  /// The line on the page, from its first end to the one with the label; empty outside the frame.
  private func points(_ numbers: Numbers, on panel: Panel) -> [Point] {
    switch numbers.line {
    case .at(let value): axis.line(at: value, on: panel, width: width(on: panel)) ?? []
    case .through(let point, let slope): StraightLine(through: point, slope: slope).points(on: panel)
    }
  }

  /// The label stands at the line's last end, beside it.
  func labels(of numbers: Numbers, on panel: Panel) -> [LabelRequest] {
    let line = points(numbers, on: panel)
    guard let label = numbers.label, let last = line.last, let first = line.first else { return [] }
    let em = panel.canvas.type.label
    let color = style.color(in: panel.theme, else: .muted)
    let block = panel.press.typeset(label, size: em, color: color)
    let along = (last - first).normalized
    let ink = block.ink
    // Half of what the words take along the line, so that they end where the line does.
    let half = (abs(along.x) * ink.width + abs(along.y) * ink.height) / 2 + 0.4 * em
    let room = max((last - first).length - 2 * half, 0)
    var candidates: [LabelRequest.Candidate] = []
    for (rank, share) in [0, 0.1, 0.2, 0.3, 0.45, 0.6, 0.75, 0.9, 1].enumerated() {
      let anchor = last - along * (half + room * share)
      for (other, side) in [PageSide.above, .below].enumerated() {
        let across = abs(along.x) < 1e-6 ? (other == 0 ? PageSide.right : .left) : side
        candidates.append(
          .init(
            block, beside: anchor, towards: across.direction(across: along), distance: 0.35 * em,
            cost: Double(rank * 4 + other * 3)))
      }
    }
    return [
      LabelRequest(
        block: block, candidates: candidates, padding: 1, bounds: panel.frame, anchor: last - along * half,
        isName: true)
    ]
  }

  private static let weight = LineWeight(.thin, 1.4)

  private func width(on panel: Panel) -> Double { Self.weight.width(on: panel.canvas.lines) }

  func draw(
    _ numbers: Numbers, labels: [PlacedLabel], on panel: Panel, into list: inout DisplayList
  ) {
    let line = points(numbers, on: panel)
    if line.isEmpty { list.report([Diagnostic(unseen: "rule", at: subject.source.start)]) }
    let color = style.color(in: panel.theme, else: .muted)
    list.stroke(Path(polyline: line), style.stroke(width(on: panel), color, cap: .butt))
  }
}
