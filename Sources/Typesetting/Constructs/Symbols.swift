import Drawing
import Formulas
import Geometry

extension FormulaLayout {
  /// A letter, digit or sign.
  func box(_ symbol: Symbol, _ setting: Setting) -> Box {
    box(of: symbol.shown, plain: symbol.plain, setting)
  }

  func box(of shown: Unicode.Scalar, plain: Unicode.Scalar, _ setting: Setting) -> Box {
    let level = setting.style == .script ? 1 : setting.style == .scriptScript ? 2 : 0
    if let glyph = math.symbol(shown, level: level) {
      return box(glyph, plain: plain, size: size(setting), setting.ink)
    }
    // A character that the math font lacks is set like a word of the label.
    return textBox(String(Character(plain)), .plain, setting)
  }

  /// A glyph of the math font.
  func box(_ glyph: MathGlyph, plain: Unicode.Scalar, size: Double, _ ink: MarkInk) -> Box {
    Box(
      width: glyph.advance * size, ascent: -glyph.ink.minY * size, descent: glyph.ink.maxY * size,
      italicsCorrection: glyph.italicsCorrection * size, topAccent: glyph.topAccent * size,
      isCharacter: true,
      marks: [
        .glyph(GlyphMark(font: math.id, id: glyph.id, size: size, x: 0, y: 0, plain: plain, ink: ink))
      ])
  }

  /// Upright letters of the math font that form a word, such as a function's name.
  func word(_ shown: String, plain: String, _ setting: Setting) -> Box {
    box(shape(shown, .math), size: size(setting), setting.ink)
  }

  /// Words in the label's own face; they are as large as the label where the style is not a script.
  func textBox(_ text: String, _ emphasis: Emphasis, _ setting: Setting) -> Box {
    box(shape(text, textFace(emphasis)), size: size(setting) / scale, setting.ink)
  }

  private func box(_ runs: [ShapedText], size: Double, _ ink: MarkInk) -> Box {
    var result = Box()
    for run in runs {
      var box = Box(width: run.advance * size)
      let extent = fonts[run.font].ink(of: run)
      box.ascent = -extent.minY * size
      box.descent = extent.maxY * size
      box.marks = [.text(TextMark(text: run, size: size, x: 0, y: 0, ink: ink))]
      result.place(box, x: result.width)
      result.width += box.width
    }
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
