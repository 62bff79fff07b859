import Formulas
import Geometry

extension FormulaLayout {
  /// A fraction with its rule on the axis, or a stack without one (Appendix G, rule 15).
  mutating func set(_ fraction: Fraction, _ outer: Setting) -> Fragment {
    let setting = fraction.style.map { outer.starting($0) } ?? outer
    var result = emptyFragment()
    var top = set(fraction.numerator, setting.numerator).withItalics
    let bottom = set(fraction.denominator, setting.denominator).withItalics
    // amsmath's \cfrac has a \strut in the numerator and no space behind the rule.
    if fraction.isContinued {
      let em = size(setting.numerator)
      top.include(ascent: strutAscent * em, descent: strutDescent * em)
    }
    let thickness =
      fraction.ruleThickness.map { $0 * mu(setting) } ?? constant(.fractionRuleThickness, setting)
    let (up, down) =
      fraction.hasRule ? shifts(top, bottom, thickness, setting) : stackShifts(top, bottom, setting)
    // It keeps fractions from touching what is beside them.
    let pad = nullDelimiterSpace * size(setting)
    let width = max(top.width, bottom.width)
    result.width = width + (fraction.isContinued ? pad : 2 * pad)
    let indent = fraction.alignment.indent(width - top.width)
    place(top, in: &result, x: pad + indent, y: -up)
    if fraction.hasRule {
      let axis = axis(setting)
      add(
        Rect(x: pad, y: -axis - thickness / 2, width: width, height: thickness), to: &result, setting.ink)
    }
    place(bottom, in: &result, x: pad + (width - bottom.width) / 2, y: down)
    return result
  }

  private func shifts(
    _ top: Fragment, _ bottom: Fragment, _ thickness: Double, _ setting: Setting
  ) -> (up: Double, down: Double) {
    let axis = axis(setting)
    let topGap = constant(
      .fractionNumeratorDisplayStyleGapMin, otherwise: .fractionNumeratorGapMin, setting)
    let bottomGap = constant(
      .fractionDenominatorDisplayStyleGapMin, otherwise: .fractionDenominatorGapMin, setting)
    let up = constant(
      .fractionNumeratorDisplayStyleShiftUp, otherwise: .fractionNumeratorShiftUp, setting)
    let down = constant(
      .fractionDenominatorDisplayStyleShiftDown, otherwise: .fractionDenominatorShiftDown, setting)
    return (
      max(up, axis + thickness / 2 + topGap + top.descent),
      max(down, thickness / 2 - axis + bottomGap + bottom.ascent)
    )
  }

  private func stackShifts(
    _ top: Fragment, _ bottom: Fragment, _ setting: Setting
  ) -> (up: Double, down: Double) {
    let up = constant(.stackTopDisplayStyleShiftUp, otherwise: .stackTopShiftUp, setting)
    let down = constant(.stackBottomDisplayStyleShiftDown, otherwise: .stackBottomShiftDown, setting)
    let gap = (up - top.descent) - (bottom.ascent - down)
    let lacking = constant(.stackDisplayStyleGapMin, otherwise: .stackGapMin, setting) - gap
    return lacking > 0 ? (up + lacking / 2, down + lacking / 2) : (up, down)
  }
}

/// LaTeX's \strut: 0.7 and 0.3 of 1.2 em from one baseline to the next.
let strutAscent = 0.84
let strutDescent = 0.36

extension Grid.Alignment {
  /// How far something is moved right where there is room to `spare`.
  func indent(_ spare: Double) -> Double {
    switch self {
    case .left: 0
    case .center: spare / 2
    case .right: spare
    }
  }
}
