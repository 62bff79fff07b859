import Diagnostics
import Drawing
import Expressions
import Formulas
import Geometry
import MathCore
import SceneFiles

/// A band across the panel over a stretch of an axis, with its meaning inside.
struct Span: Mark {
  private let subject: Expression
  private let axis: PanelAxis
  private let label: LabelTemplate?
  private let hasEdges: Bool
  var style: MarkStyle

  static let traits = MarkTraits(level: -1)

  init(_ fields: inout Fields) throws(Diagnostic) {
    subject = try fields.subject()
    axis = try fields.word("axis", among: PanelAxis.names) ?? .x
    label = try fields.template("label")
    hasEdges = try fields.boolean("edges") ?? false
    style = try MarkStyle(&fields)
  }

  struct Numbers: Sendable {
    /// An infinite end is that of the axis.
    var low: Double
    var high: Double
    var label: Label?
  }

  func evaluate(in context: EvaluationContext) throws(Diagnostic) -> Numbers {
    let ends = try subject.point(of: "span", in: context.scope)
    guard ends.x < ends.y else {
      throw Diagnostic(
        "span: expected two numbers, the smaller first, found \(subject.source.text)",
        at: subject.source.start)
    }
    return Numbers(low: ends.x, high: ends.y, label: try label?.evaluate(in: context.scope))
  }

  func extent(of numbers: Numbers) -> Extent { axis.extent(of: [numbers.low, numbers.high]) }

  func summary(of numbers: Numbers) -> [String] {
    let spoken = SpokenNumbers(of: [numbers.low, numbers.high])
    // An infinite end is that of the axis.
    let (low, high) = (numbers.low.isFinite, numbers.high.isFinite)
    let ends =
      low && high
      ? "from \(axis.spoken) = \(spoken.spell(numbers.low)) to \(spoken.spell(numbers.high))"
      : low
        ? "from \(axis.spoken) = \(spoken.spell(numbers.low)) on"
        : high ? "up to \(axis.spoken) = \(spoken.spell(numbers.high))" : "over all \(axis.spoken)"
    return ["a band\(numbers.label.spokenName) \(ends)"]
  }

  func appearances(of numbers: Numbers, in theme: Theme) -> [Appearance] {
    var appearance = style.appearance(named: numbers.label, as: .area, in: theme, else: .muted)
    appearance.opacity = Self.paleness
    return [appearance]
  }

  /// What of it lies in the frame; `nil` for nothing.
  private func band(_ numbers: Numbers, on panel: Panel) -> Rect? {
    let frame = panel.frame
    let (low, high) = (axis.place(numbers.low, on: panel), axis.place(numbers.high, on: panel))
    let band =
      switch axis {
      case .x:
        Rect(minX: min(low, high), minY: frame.minY, maxX: max(low, high), maxY: frame.maxY)
      case .y:
        Rect(minX: frame.minX, minY: min(low, high), maxX: frame.maxX, maxY: max(low, high))
      }
    let seen = band.intersection(frame)
    return seen.isEmpty ? nil : seen
  }

  /// The label stands inside: at the top of an upright band, at the left of a level one.
  func labels(of numbers: Numbers, on panel: Panel) -> [LabelRequest] {
    guard let label = numbers.label, let band = band(numbers, on: panel) else { return [] }
    let em = panel.canvas.type.label
    let color = style.color(in: panel.theme, else: .muted)
    let room = axis == .x ? max(band.width - 0.6 * em, 5 * em) : band.width - em
    let block = panel.press.typeset(label, size: em, color: color, width: room, alignment: .center)
    let ink = block.ink
    let inside = band.inset(by: 0.5 * em)
    let (across, down) = (max(inside.width - ink.width, 0), max(inside.height - ink.height, 0))
    var candidates: [LabelRequest.Candidate] = []
    for (rank, share) in [0, 0.06, 0.12, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1].enumerated() {
      for (other, side) in [0.5, 0.0, 1.0].enumerated() {
        let (u, v) = axis == .x ? (side, share) : (share, side)
        let x = across > 0 ? inside.minX + across * u : band.midX - ink.width / 2
        let y = down > 0 ? inside.minY + down * v : band.midY - ink.height / 2
        candidates.append(
          .init(origin: Point(x: x - ink.minX, y: y - ink.minY), cost: Double(rank * 3 + other)))
      }
    }
    return [
      // A halo would blot the band.
      LabelRequest(
        block: block, candidates: candidates, padding: 2, bounds: panel.frame, isName: true, hasHalo: false)
    ]
  }

  func draw(
    _ numbers: Numbers, labels: [PlacedLabel], on panel: Panel, into list: inout DisplayList
  ) {
    guard let band = band(numbers, on: panel) else {
      list.report([Diagnostic(unseen: "span", at: subject.source.start)])
      return
    }
    let color = style.color(in: panel.theme, else: .muted)
    list.fill(Path(band), color.opacity(Self.paleness))
    guard hasEdges else { return }
    var edges = Path()
    for value in [numbers.low, numbers.high] {
      if let line = axis.line(at: value, on: panel, width: panel.canvas.lines.thin) {
        edges.append(polyline: line)
      }
    }
    list.stroke(edges, style.stroke(panel.canvas.lines.thin, color, cap: .butt))
  }

  /// Pale enough for what lies on top, in any color of a theme.
  static let paleness = 0.14
}
