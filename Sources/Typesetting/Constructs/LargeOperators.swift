import Formulas

extension FormulaLayout {
  /// ∑, ∫ and their like: large in display style, centered on the axis (Appendix G, rule 13).
  func largeOperator(_ sign: Unicode.Scalar, _ setting: Setting) -> Box {
    guard var glyph = math.symbol(sign) else {
      return textBox(String(Character(sign)), .plain, setting)
    }
    if setting.isDisplay {
      let smallest = math.constant(.displayOperatorMinHeight)
      let variants = math.variants(of: glyph.id, .vertical)
      // The largest form where none is tall enough.
      if let variant = variants.first(where: { $0.size >= smallest }) ?? variants.last {
        glyph = math.mathGlyph(variant.glyph)
      }
    }
    let box = box(glyph, plain: sign, size: size(setting), setting.ink)
    var centered = box.lowered(by: (box.ascent - box.descent) / 2 - axis(setting))
    centered.isCharacter = false
    return centered
  }
}
