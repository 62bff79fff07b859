import Geometry
import TestSupport
import Testing

/// One constant at a time is put into a font of boxes whose other constants are 0; the expected places follow
/// from The TeXbook's Appendix G and the OpenType specification, worked out by hand from the boxes' sizes:
/// a is 500 wide and reaches from -100 to 600, b is 300 wide and reaches from -50 to 400, ∑ is 600 by 600.
struct MathConstantTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var constant: TableConstant
    var value: Int
    var formula: String
    var place: Place
    var testDescription: String { "\(constant) \(value) \(formula)" }

    init(_ constant: TableConstant, _ value: Int, _ formula: String, _ place: Place) {
      self.constant = constant
      self.value = value
      self.formula = formula
      self.place = place
    }
  }

  static let scripts: [Case] = [
    Case(.scriptPercentScaleDown, 40, "$a^b$", .size(glyph: 1, 440)),
    Case(.scriptPercentScaleDown, 40, "$a_b$", .size(glyph: 1, 440)),
    Case(.scriptScriptPercentScaleDown, 30, "$a^{b^a}$", .size(glyph: 2, 330)),
    Case(.scriptScriptPercentScaleDown, 30, "$\\sqrt[b]{a}$", .size(glyph: 0, 330)),
    Case(.subscriptShiftDown, 700, "$a_b$", .y(glyph: 1, 700)),
    // The subscript's top at 400 comes down to 150.
    Case(.subscriptTopMax, 150, "$a_b$", .y(glyph: 1, 250)),
    // A row is no character: its depth of 100 counts.
    Case(.subscriptBaselineDropMin, 800, "${aa}_b$", .y(glyph: 2, 900)),
    Case(.superscriptShiftUp, 2000, "$a^b$", .y(glyph: 1, -2000)),
    Case(.superscriptShiftUp, 2000, "$\\sqrt{a^b}$", .y(glyph: 1, -50)),
    Case(.superscriptShiftUpCramped, 2000, "$\\sqrt{a^b}$", .y(glyph: 1, -2000)),
    Case(.superscriptShiftUpCramped, 2000, "$\\frac{b}{a^b}$", .y(glyph: 2, 2400 - 2000)),
    Case(.superscriptBottomMin, 900, "$a^b$", .y(glyph: 1, -950)),
    Case(.superscriptBaselineDropMax, 300, "${aa}^b$", .y(glyph: 2, -300)),
    // 50 below the upper and 400 above the lower one, whose baselines are at -50 and 0.
    Case(.subSuperscriptGapMin, 1000, "$a_b^b$", .y(glyph: 2, 1400)),
    Case(.subSuperscriptGapMin, 1000, "$a_b^b$", .y(glyph: 1, -50)),
    Case(.superscriptBottomMaxWithSubscript, 250, "$a_b^b$", .y(glyph: 1, -300)),
    Case(.superscriptBottomMaxWithSubscript, 250, "$a_b^b$", .y(glyph: 2, 150)),
    // No more than is lacking.
    Case(.superscriptBottomMaxWithSubscript, 900, "$a_b^b$", .y(glyph: 1, -450)),
    Case(.superscriptBottomMaxWithSubscript, 900, "$a_b^b$", .y(glyph: 2, 0)),
    Case(.spaceAfterScript, 70, "$a^b$", .width(870)),
    Case(.spaceAfterScript, 70, "$a_b^b$", .width(870)),
  ]

  static let limits: [Case] = [
    // Half of ∑ is above the axis, which is at 0.
    Case(.upperLimitGapMin, 300, "$$\\sum^b$$", .y(glyph: 1, -650)),
    Case(.upperLimitBaselineRiseMin, 500, "$$\\sum^b$$", .y(glyph: 1, -800)),
    Case(.lowerLimitGapMin, 300, "$$\\sum_b$$", .y(glyph: 1, 1000)),
    Case(.lowerLimitBaselineDropMin, 900, "$$\\sum_b$$", .y(glyph: 1, 1200)),
    Case(
      .displayOperatorMinHeight, 1100, "$$\\sum$$",
      .ink(glyph: 0, Rect(x: 0, y: -600, width: 800, height: 1200))),
    Case(
      .displayOperatorMinHeight, 2000, "$$\\sum$$",
      .ink(glyph: 0, Rect(x: 0, y: -1200, width: 900, height: 2400))),
    Case(
      .displayOperatorMinHeight, 9000, "$$\\sum$$",
      .ink(glyph: 0, Rect(x: 0, y: -1200, width: 900, height: 2400))),
    Case(
      .displayOperatorMinHeight, 2000, "$\\sum$", .ink(glyph: 0, Rect(x: 0, y: -300, width: 600, height: 600))
    ),
    Case(.axisHeight, 300, "$$\\sum$$", .y(glyph: 0, 0)),
    Case(
      .axisHeight, 300, "$\\left(b\\right.$", .ink(glyph: 0, Rect(x: 50, y: -700, width: 100, height: 800))),
    Case(.axisHeight, 300, "$\\begin{matrix}b\\end{matrix}$", .y(glyph: 0, -300 - 660 + 924)),
  ]

  static let fractions: [Case] = [
    Case(.axisHeight, 300, "$\\frac{a}{b}$", .shapeTop(0, -300)),
    Case(.fractionNumeratorShiftUp, 2000, "$\\frac{a}{b}$", .y(glyph: 0, -2000)),
    Case(.fractionNumeratorShiftUp, 2000, "$$\\frac{a}{b}$$", .y(glyph: 0, -100)),
    Case(.fractionNumeratorDisplayStyleShiftUp, 2000, "$$\\frac{a}{b}$$", .y(glyph: 0, -2000)),
    Case(.fractionDenominatorShiftDown, 2000, "$\\frac{a}{b}$", .y(glyph: 1, 2000)),
    Case(.fractionDenominatorDisplayStyleShiftDown, 2000, "$$\\frac{a}{b}$$", .y(glyph: 1, 2000)),
    Case(.fractionNumeratorGapMin, 300, "$\\frac{a}{b}$", .y(glyph: 0, -400)),
    Case(.fractionNumDisplayStyleGapMin, 300, "$$\\frac{a}{b}$$", .y(glyph: 0, -400)),
    Case(.fractionDenominatorGapMin, 300, "$\\frac{a}{b}$", .y(glyph: 1, 700)),
    Case(.fractionDenomDisplayStyleGapMin, 300, "$$\\frac{a}{b}$$", .y(glyph: 1, 700)),
    // \nulldelimiterspace is 0.12 em of 1100.
    Case(
      .fractionRuleThickness, 200, "$$\\frac{a}{b}$$",
      .shape(0, Rect(x: 132, y: -100, width: 500, height: 200))
    ),
    Case(.fractionRuleThickness, 200, "$$\\frac{a}{b}$$", .y(glyph: 0, -200)),
    Case(.fractionRuleThickness, 200, "$$\\frac{a}{b}$$", .y(glyph: 1, 500)),
    Case(.stackTopShiftUp, 1000, "$\\binom{a}{b}$", .y(glyph: 0, -1000)),
    Case(.stackTopDisplayStyleShiftUp, 1000, "$$\\binom{a}{b}$$", .y(glyph: 0, -1000)),
    Case(.stackBottomShiftDown, 1000, "$a \\atop b$", .y(glyph: 1, 1000)),
    Case(.stackBottomDisplayStyleShiftDown, 1000, "$$a \\atop b$$", .y(glyph: 1, 1000)),
    // 100 below the upper and 400 above the lower one are lacking too; half goes each way.
    Case(.stackGapMin, 300, "$a \\atop b$", .y(glyph: 0, -400)),
    Case(.stackGapMin, 300, "$a \\atop b$", .y(glyph: 1, 400)),
    Case(.stackDisplayStyleGapMin, 300, "$$a \\atop b$$", .y(glyph: 1, 400)),
    Case(.delimitedSubFormulaMinHeight, 2500, "$$\\binom{b}{b}$$", .shapeHeight(0, 2500)),
  ]

  static let rules: [Case] = [
    Case(.overbarVerticalGap, 300, "$\\overline{a}$", .shapeTop(0, -900)),
    Case(
      .overbarRuleThickness, 200, "$\\overline{a}$", .shape(0, Rect(x: 0, y: -800, width: 500, height: 200))),
    Case(.overbarExtraAscender, 5000, "$\\overline{a}$", .ascent(5600)),
    Case(.underbarVerticalGap, 300, "$\\underline{a}$", .shapeTop(0, 400)),
    Case(
      .underbarRuleThickness, 200, "$\\underline{a}$", .shape(0, Rect(x: 0, y: 100, width: 500, height: 200))),
    Case(.underbarExtraDescender, 5000, "$\\underline{a}$", .descent(5100)),
    // The sign of 1000 fits 700 and a gap of 300 exactly.
    Case(.radicalVerticalGap, 300, "$\\sqrt{a}$", .shape(0, Rect(x: 0, y: -900, width: 800, height: 1000))),
    Case(.radicalDisplayStyleVerticalGap, 300, "$$\\sqrt{a}$$", .shapeTop(0, -900)),
    // Otherwise half of the 300 that it is too tall goes above.
    Case(.radicalVerticalGap, 300, "$$\\sqrt{a}$$", .shapeTop(0, -750)),
    Case(.radicalRuleThickness, 300, "$\\sqrt{a}$", .shapeTop(0, -900)),
    Case(.radicalExtraAscender, 5000, "$\\sqrt{a}$", .ascent(5750)),
    Case(.radicalKernBeforeDegree, 300, "$\\sqrt[b]{a}$", .x(glyph: 0, 300)),
    Case(.radicalKernBeforeDegree, 300, "$\\sqrt[b]{a}$", .shapeLeft(0, 600)),
    Case(.radicalKernAfterDegree, 400, "$\\sqrt[b]{a}$", .shapeLeft(0, 700)),
    Case(.radicalKernAfterDegree, -200, "$\\sqrt[b]{a}$", .shapeLeft(0, 100)),
    // Never further than the degree is wide.
    Case(.radicalKernAfterDegree, -400, "$\\sqrt[b]{a}$", .shapeLeft(0, 0)),
    // The sign ends at 250; half of its 1000 above that the degree's depth of 50 ends.
    Case(.radicalDegreeBottomRaisePercent, 50, "$\\sqrt[b]{a}$", .y(glyph: 0, -300)),
  ]

  static let marks: [Case] = [
    Case(.accentBaseHeight, 0, "$\\hat{a}$", .y(glyph: 1, -600)),
    Case(.accentBaseHeight, 200, "$\\hat{a}$", .y(glyph: 1, -400)),
    Case(.accentBaseHeight, 900, "$\\hat{a}$", .y(glyph: 1, 0)),
    // The flattened mark is 50 units high, the usual one 100.
    Case(
      .flattenedAccentBaseHeight, 599, "$\\hat{a}$",
      .ink(glyph: 1, Rect(x: 200, y: -1300, width: 100, height: 50))),
    Case(
      .flattenedAccentBaseHeight, 600, "$\\hat{a}$",
      .ink(glyph: 1, Rect(x: 200, y: -1350, width: 100, height: 100))),
    Case(
      .stretchStackGapBelowMin, 500, "$\\overbrace{a}$",
      .shape(0, Rect(x: 0, y: -1200, width: 500, height: 100))),
  ]

  @Test(
    "Each constant does what the specification says", arguments: scripts + limits + fractions + rules + marks)
  func constant(_ item: Case) throws {
    try BoxFontCase(
      why: "\(item.constant)", formula: item.formula, constants: [item.constant: item.value],
      places: [item.place]
    ).check()
  }
}
