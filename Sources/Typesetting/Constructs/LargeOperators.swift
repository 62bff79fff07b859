import Formulas
import Geometry

extension FormulaLayout {
  /// ∑, ∫ and their like: large in display style, centered on the axis (Appendix G, rule 13).
  mutating func largeOperator(_ sign: Unicode.Scalar, isBold: Bool, _ setting: Setting) -> Fragment {
    guard var glyph = glyph(sign) else {
      return textFragment(String(Character(sign)), .plain, setting)
    }
    if setting.isDisplay {
      let smallest = lookups.constants[Int(MathConstant.displayOperatorMinHeight.rawValue)]
      let forms = growth(of: glyph.id, .vertical).forms
      // The largest form where none is tall enough.
      if let form = forms.first(where: { $0.size >= smallest }) ?? forms.last { glyph = form.glyph }
    }
    let size = size(setting)
    var result = fragment(glyph, plain: sign, size: size, setting.ink)
    let shift = -glyph.ink.midY * size - axis(setting)
    result.ascent = 0
    result.descent = 0
    result.include(ascent: -glyph.ink.minY * size - shift, descent: glyph.ink.maxY * size + shift)
    marks[result.marks.lowerBound].y = shift
    result.isCharacter = false
    result.glyph = nil
    result.leansWithin = true
    if isBold { embolden(result) }
    return result
  }
}
