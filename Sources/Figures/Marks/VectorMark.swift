import Diagnostics
import Drawing
import Expressions
import Formulas
import Geometry
import MathCore
import SceneFiles

/// An arrow in data units: its tip touches its coordinates exactly.
struct VectorMark: Mark {
  private let subject: Expression
  private let start: Expression?
  private let label: LabelTemplate?
  private let style: MarkStyle

  static let traits = MarkTraits(prefersEqualUnits: true, prefersOriginAxes: true, mayLeavePanel: true)
  static let pictureKind: String? = "a diagram of vectors"

  init(_ fields: inout Fields) throws(Diagnostic) {
    subject = try fields.subject()
    start = try fields.expression("from")
    label = try fields.template("label")
    style = try MarkStyle(&fields)
  }

  struct Numbers: Sendable {
    var tail: DataPoint
    var tip: DataPoint
    var label: Label?
  }

  func evaluate(in context: EvaluationContext) throws(Diagnostic) -> Numbers {
    let vector = try subject.point(of: "vector", in: context.scope)
    let tail = try start?.point(of: "from", in: context.scope) ?? DataPoint(x: 0, y: 0)
    return Numbers(
      tail: tail, tip: DataPoint(x: tail.x + vector.x, y: tail.y + vector.y),
      label: try label?.evaluate(in: context.scope))
  }

  func extent(of numbers: Numbers) -> Extent {
    Extent(
      x: AxisExtent(of: [0, numbers.tail.x, numbers.tip.x]),
      y: AxisExtent(of: [0, numbers.tail.y, numbers.tip.y]))
  }

  func appearances(of numbers: Numbers, in theme: Theme) -> [Appearance] {
    [style.appearance(named: numbers.label, as: .arrow, in: theme, else: .data)]
  }

  func summary(of numbers: Numbers) -> [String] {
    let points = SpokenPoints([numbers.tail, numbers.tip])
    return [
      "an arrow\(numbers.label.spokenName) from \(points.spell(numbers.tail)) to \(points.spell(numbers.tip))"
    ]
  }

  func block(_ numbers: Numbers, on panel: Panel, in obstacles: inout ObstacleMap) {
    obstacles.add(
      polyline: [panel.place(numbers.tail), panel.place(numbers.tip)],
      width: panel.canvas.lines.bold * 2, .solid)
  }

  func labels(of numbers: Numbers, on panel: Panel) -> [LabelRequest] {
    guard let label = numbers.label else { return [] }
    let color = style.color(in: panel.theme, else: .data)
    let block = panel.press.typeset(label, size: panel.canvas.type.label * 1.1, color: color)
    let (tail, tip) = (panel.place(numbers.tail), panel.place(numbers.tip))
    let along = (tip - tail).normalized
    var candidates: [LabelRequest.Candidate] = []
    // Beside the shaft, first at its middle, on the left as one walks along it, then on the right.
    for (rank, fraction) in [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74].enumerated() {
      let anchor = tail.interpolated(to: tip, fraction)
      for (other, side) in [-along.quarterTurn, along.quarterTurn].enumerated() {
        candidates.append(
          LabelRequest.Candidate(
            origin: origin(
              of: block, beside: anchor, towards: side, distance: panel.canvas.type.label * 0.55),
            cost: Double(rank * 6 + other * 3)))
      }
    }
    return [
      LabelRequest(
        block: block, candidates: candidates, padding: 1, bounds: panel.frame.outset(by: 4), isName: true)
    ]
  }

  /// Where a block's origin lies if its ink stands off a line by a distance, in a direction across it.
  private func origin(
    of block: TextBlock, beside anchor: Point, towards side: Vector, distance: Double
  ) -> Point {
    let ink = block.ink
    // The support of the ink's box in that direction: the line just misses its corner.
    let reach = distance + (abs(side.x) * ink.width + abs(side.y) * ink.height) / 2
    let center = anchor + side * reach
    return Point(x: center.x - ink.midX, y: center.y - ink.midY)
  }

  func draw(
    _ numbers: Numbers, labels: [PlacedLabel], on panel: Panel, into list: inout DisplayList
  ) {
    let (tail, tip) = (panel.place(numbers.tail), panel.place(numbers.tip))
    guard tail.isFinite, tip.isFinite else { return }
    let color = style.color(in: panel.theme, else: .data)
    let width = panel.canvas.lines.bold * style.width
    Arrow(from: tail, to: tip, width: width, headLength: width * 4.6)
      .draw(color, dash: style.dash, into: &list)
  }
}
