import Formulas
import Geometry

extension FormulaLayout {
  /// A letter, digit or sign.
  mutating func set(_ symbol: Symbol, _ setting: Setting) -> Fragment {
    if let glyph = glyph(of: symbol, setting) {
      let result = fragment(glyph, plain: symbol.plain, size: size(setting), setting.ink)
      if symbol.isEmboldened { embolden(result) }
      return result
    }
    // A character that the math font lacks is set like a word of the label.
    return textFragment(String(Character(symbol.plain)), .plain, setting)
  }

  private mutating func glyph(of symbol: Symbol, _ setting: Setting) -> MathGlyph? {
    let level = setting.style == .script ? 1 : setting.style == .scriptScript ? 2 : 0
    guard setting.isDotless else { return glyph(symbol.shown, level: level) }
    let (dotted, dotless) = (glyph(symbol.shown, level: level), glyph(symbol.shown, .dotless, level: level))
    if dotted?.id != dotless?.id { return dotless }
    // The font has no such feature: take Unicode's own letter, if there is one.
    return symbol.shown.dotless.flatMap { glyph($0, level: level) } ?? dotted
  }

  /// A glyph of the math font.
  mutating func fragment(
    _ glyph: MathGlyph, plain: Unicode.Scalar, size: Double, _ ink: MarkInk
  ) -> Fragment {
    var result = emptyFragment(width: glyph.advance * size)
    result.include(ascent: -glyph.ink.minY * size, descent: glyph.ink.maxY * size)
    result.italicsCorrection = glyph.italicsCorrection * size
    result.topAccent = glyph.topAccent * size
    result.isCharacter = true
    result.glyph = (glyph.id, size)
    marks.append(Mark(content: .glyph(glyph.id, plain: plain), size: size, ink: ink))
    result.marks = result.marks.lowerBound..<marks.count
    return result
  }

  /// Upright letters of the math font that form a word, such as a function's name.
  mutating func word(_ shown: String, _ setting: Setting) -> Fragment {
    fragment(shape(shown, .math), size: size(setting), setting.ink)
  }

  /// Words in the label's own face; they are as large as the label where the style is not a script.
  mutating func textFragment(_ text: String, _ emphasis: Emphasis, _ setting: Setting) -> Fragment {
    fragment(shape(text, textFace(emphasis)), size: size(setting) / scale, setting.ink)
  }

  private mutating func fragment(_ runs: [ShapedText], size: Double, _ ink: MarkInk) -> Fragment {
    var result = emptyFragment()
    for run in runs {
      let extent = fonts[run.font].ink(of: run)
      result.include(ascent: -extent.minY * size, descent: extent.maxY * size)
      marks.append(Mark(content: .text(run), size: size, x: result.width, ink: ink))
      result.width += run.advance * size
    }
    result.marks = result.marks.lowerBound..<marks.count
    return result
  }
}

extension Font {
  /// The box around a run's ink, in em from its start; flat at the baseline for a blank.
  func ink(of text: ShapedText) -> Rect {
    var box: Rect?
    for (id, origin) in zip(text.ids, text.origins) {
      guard let ink = shape(of: id).ink?.translated(by: origin - .zero) else { continue }
      box = box?.union(ink) ?? ink
    }
    return box ?? .zero
  }
}

extension Unicode.Scalar {
  /// The letter without its dot.
  fileprivate var dotless: Unicode.Scalar? {
    switch self {
    case "𝑖": "𝚤"
    case "𝑗": "𝚥"
    case "i": "ı"
    case "j": "ȷ"
    default: nil
    }
  }
}
