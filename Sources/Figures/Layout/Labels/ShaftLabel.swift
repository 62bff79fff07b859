import Drawing
import Formulas
import Geometry

extension LabelRequest {
  /// The name of a short straight line, beside its middle unless the scene says otherwise: level, or along it.
  init(
    naming tail: Point, _ tip: Point, _ label: Label, in color: Color, at place: LinePlace?,
    isAlong: Bool, on panel: Panel
  ) {
    let em = panel.canvas.type.label
    let block = panel.press.typeset(label, size: em * 1.1, color: color)
    let wanted = place?.fraction ?? 0.5
    let along = (tip - tail).normalized
    var candidates: [Candidate] = []
    // Beside the shaft, first on the left as one walks along it, then on the right.
    for fraction in stride(from: 0.1, through: 0.9, by: 0.08) {
      let anchor = tail.interpolated(to: tip, fraction)
      for (rank, side) in [-along.quarterTurn, along.quarterTurn].enumerated() {
        for distance in [0.55, 0.9] {
          let cost = abs(fraction - wanted) * (place == nil ? 70 : 300)
          candidates.append(
            Candidate(
              block, beside: anchor, towards: side, distance: em * distance,
              cost: cost + Double(rank) * 3 + (distance - 0.55) * 20))
        }
      }
    }
    if wanted > 0.9 || (tip - tail).length < block.ink.height {
      candidates += LabelRequest.around(tip, block, distance: em * 0.5)
    }
    self.init(
      block: block, candidates: candidates, padding: 2, bounds: panel.frame.outset(by: 4),
      anchor: tail.interpolated(to: tip, 0.5), anchorRadius: panel.canvas.lines.bold, isName: true)
    guard isAlong else { return }
    // The name along the shaft, on either side of it.
    prefer(
      TextAlong.choices(
        for: panel.press.typeset(label, size: em, color: color),
        along: BentArrow(from: tail, to: tip, bend: 0), em: em))
  }
}
