import Diagnostics
import Drawing
import Expressions
import Formulas
import Geometry
import MathCore
import SceneFiles

/// A brace, bracket or parenthesis between any two points, with what it measures at its tip.
struct Brace: Mark {
  private let subject: Expression
  private let label: LabelTemplate?
  private let side: PageSide
  private let shape: BraceShape.Style
  /// In points; `nil` for what suits the type.
  private let depth: Double?
  private let gap: Double?
  var style: MarkStyle

  static let traits = MarkTraits(mayLeavePanel: true)

  private static let shapes = Catalogue<BraceShape.Style>(
    "style", ["brace": .brace, "bracket": .bracket, "parenthesis": .parenthesis])

  init(_ fields: inout Fields) throws(Diagnostic) {
    subject = try fields.subject()
    label = try fields.template("label")
    side = try fields.word("side", among: PageSide.names) ?? .above
    shape = try fields.word("style", among: Self.shapes) ?? .brace
    depth = try fields.number("depth", in: 1...200)
    gap = try fields.number("gap", in: 0...200)
    style = try MarkStyle(&fields)
  }

  struct Numbers: Sendable {
    var points: TwoPoints
    var label: Label?
  }

  func evaluate(in context: EvaluationContext) throws(Diagnostic) -> Numbers {
    Numbers(
      points: try subject.twoPoints(of: "brace", in: context.scope),
      label: try label?.evaluate(in: context.scope))
  }

  func extent(of numbers: Numbers) -> Extent { numbers.points.extent }

  func summary(of numbers: Numbers) -> [String] {
    ["a \(shape.spoken)\(numbers.label.spokenName) \(numbers.points.spoken)"]
  }

  /// `nil` where the page does not reach, or the points fall together on it.
  private func shape(_ numbers: Numbers, on panel: Panel) -> BraceShape? {
    let (start, end) = (panel.place(numbers.points.start), panel.place(numbers.points.end))
    guard panel.reaches(from: start, to: end), (end - start).length > 1e-3 else { return nil }
    let across = side.direction(across: end - start)
    let off = across * (gap ?? panel.canvas.lines.bold)
    return BraceShape(
      style: shape, start: start + off, end: end + off, side: across, depth: depth ?? usualDepth(on: panel))
  }

  private func usualDepth(on panel: Panel) -> Double {
    switch shape {
    case .brace: panel.canvas.type.label * 0.7
    case .parenthesis: panel.canvas.type.label * 0.5
    case .bracket: panel.canvas.type.label * 0.5
    }
  }

  func block(_ numbers: Numbers, on panel: Panel, in obstacles: inout ObstacleMap) {
    guard let shape = shape(numbers, on: panel) else { return }
    obstacles.add(polyline: shape.spine, width: panel.canvas.lines.regular, .solid)
  }

  /// The label stands at the tip, else further away or moved along.
  func labels(of numbers: Numbers, on panel: Panel) -> [LabelRequest] {
    guard let label = numbers.label, let shape = shape(numbers, on: panel) else { return [] }
    let color = style.color(in: panel.theme, else: .highlight)
    let em = panel.canvas.type.label
    let block = panel.press.typeset(label, size: em, color: color, alignment: .center)
    let along = (shape.end - shape.start).normalized
    var candidates: [LabelRequest.Candidate] = []
    for (rank, distance) in [0.28, 0.7, 1.4].enumerated() {
      for (shift, cost) in [(0.0, 0.0), (-1, 12), (1, 12), (-2, 20), (2, 20)] {
        candidates.append(
          .init(
            block, beside: shape.tip + along * (shift * em), towards: shape.side, distance: distance * em,
            cost: Double(rank) * 10 + cost))
      }
    }
    return [
      LabelRequest(
        block: block, candidates: candidates, padding: 1, bounds: panel.wholePage, anchor: shape.tip)
    ]
  }

  func draw(
    _ numbers: Numbers, labels: [PlacedLabel], on panel: Panel, into list: inout DisplayList
  ) {
    guard let shape = shape(numbers, on: panel) else {
      list.report([Diagnostic(unseen: "brace", at: subject.source.start)])
      return
    }
    let color = style.color(in: panel.theme, else: .highlight)
    let width = panel.canvas.lines.regular * (self.shape == .bracket ? 0.6 : 0.75) * style.width
    guard style.dash ?? .solid == .solid else {
      list.stroke(Path(polyline: shape.spine), style.stroke(width, color, cap: .butt))
      return
    }
    list.fill(shape.outline(width: width), color)
  }
}

extension BraceShape.Style {
  /// As a scene names it.
  fileprivate var spoken: String {
    switch self {
    case .brace: "brace"
    case .bracket: "bracket"
    case .parenthesis: "parenthesis"
    }
  }
}
