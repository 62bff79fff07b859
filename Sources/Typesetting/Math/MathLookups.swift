import Synchronization

/// What formulas have asked of a math font, so that they ask only once.
///
/// A value: a formula works on its own copy without locks and leaves it behind when it is done.
struct MathLookups: Sendable {
  /// By the raw values of `MathConstant`, in em; percentages as fractions of 1.
  let constants: [Double]
  /// `nil` for characters that the font lacks.
  private(set) var glyphs: [SymbolKey: MathGlyph?] = [:]
  private(set) var growths: [GrowthKey: GlyphGrowth] = [:]

  struct GrowthKey: Hashable {
    var glyph: UInt32
    var stretch: Stretch
  }

  init(_ font: Font) {
    constants = MathConstant.allCases.map { font.constant($0) }
  }

  /// How much is known, to tell which of two copies knows more.
  var count: Int { glyphs.count + growths.count }

  /// The glyph of a character; `nil` if the font has none.
  mutating func glyph(_ key: SymbolKey, in font: Font) -> MathGlyph? {
    if let known = glyphs[key] { return known }
    let found = font.symbol(key)
    glyphs[key] = .some(found)
    return found
  }

  /// How a glyph grows.
  mutating func growth(of glyph: UInt32, _ stretch: Stretch, in font: Font) -> GlyphGrowth {
    let key = GrowthKey(glyph: glyph, stretch: stretch)
    if let known = growths[key] { return known }
    let found = GlyphGrowth(
      forms: font.variants(of: glyph, stretch), assembly: font.assembly(of: glyph, stretch))
    growths[key] = found
    return found
  }
}

extension Font {
  /// What formulas have asked before.
  var mathLookups: MathLookups {
    lookups.withLock { lookups in
      if let lookups { return lookups }
      let new = MathLookups(self)
      lookups = new
      return new
    }
  }

  /// Keeps what a formula asked for the next one.
  func remember(_ known: MathLookups) {
    lookups.withLock { lookups in
      if known.count > lookups?.count ?? 0 { lookups = known }
    }
  }
}

extension FormulaLayout {
  /// The glyph of a character at the size of a style; `nil` if the math font has none.
  mutating func glyph(
    _ scalar: Unicode.Scalar, _ form: SymbolKey.Form = .usual, level: Int = 0
  ) -> MathGlyph? {
    lookups.glyph(SymbolKey(scalar: scalar, level: level, form: form), in: math)
  }

  mutating func growth(of glyph: UInt32, _ stretch: Stretch) -> GlyphGrowth {
    lookups.growth(of: glyph, stretch, in: math)
  }
}
