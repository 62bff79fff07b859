import Formulas
import Geometry

extension FormulaLayout {
  /// A fraction with its rule on the axis, or a stack without one (Appendix G, rule 15).
  func box(_ fraction: Fraction, _ outer: Setting) -> Box {
    let setting = fraction.style.map { outer.with(style: $0) } ?? outer
    let top = box(fraction.numerator, setting.numerator).withItalics
    let bottom = box(fraction.denominator, setting.denominator).withItalics
    let (up, down) = fraction.hasRule ? shifts(top, bottom, setting) : stackShifts(top, bottom, setting)
    // TeX's \nulldelimiterspace, 1.2 pt of 10, keeps fractions from touching what is beside them.
    let pad = 0.12 * size(setting)
    let width = max(top.width, bottom.width)
    var result = Box(width: width + 2 * pad)
    result.place(top, x: pad + (width - top.width) / 2, y: -up)
    result.place(bottom, x: pad + (width - bottom.width) / 2, y: down)
    if fraction.hasRule {
      let thickness = constant(.fractionRuleThickness, setting)
      let axis = axis(setting)
      result.addRule(
        Rect(x: pad, y: -axis - thickness / 2, width: width, height: thickness), ink: setting.ink)
    }
    return result
  }

  private func shifts(_ top: Box, _ bottom: Box, _ setting: Setting) -> (up: Double, down: Double) {
    let axis = axis(setting)
    let half = constant(.fractionRuleThickness, setting) / 2
    let topGap = constant(
      .fractionNumeratorDisplayStyleGapMin, otherwise: .fractionNumeratorGapMin, setting)
    let bottomGap = constant(
      .fractionDenominatorDisplayStyleGapMin, otherwise: .fractionDenominatorGapMin, setting)
    let up = constant(
      .fractionNumeratorDisplayStyleShiftUp, otherwise: .fractionNumeratorShiftUp, setting)
    let down = constant(
      .fractionDenominatorDisplayStyleShiftDown, otherwise: .fractionDenominatorShiftDown, setting)
    return (
      max(up, axis + half + topGap + top.descent), max(down, half - axis + bottomGap + bottom.ascent)
    )
  }

  private func stackShifts(_ top: Box, _ bottom: Box, _ setting: Setting) -> (up: Double, down: Double) {
    let up = constant(.stackTopDisplayStyleShiftUp, otherwise: .stackTopShiftUp, setting)
    let down = constant(.stackBottomDisplayStyleShiftDown, otherwise: .stackBottomShiftDown, setting)
    let gap = (up - top.descent) - (bottom.ascent - down)
    let lacking = constant(.stackDisplayStyleGapMin, otherwise: .stackGapMin, setting) - gap
    return lacking > 0 ? (up + lacking / 2, down + lacking / 2) : (up, down)
  }
}

extension Box {
  /// Adds a filled rectangle and grows to enclose it.
  mutating func addRule(_ rect: Rect, ink: MarkInk) {
    place(Box(ascent: -rect.minY, descent: rect.maxY, marks: [.shape(Path(rect), ink: ink)]), x: 0)
  }
}
