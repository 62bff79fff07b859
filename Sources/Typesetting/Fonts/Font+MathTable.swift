import CHarfBuzz
import Geometry
import Synchronization

/// A character in one of the three sizes for which a math font has shapes.
struct SymbolKey: Hashable, Sendable {
  var scalar: Unicode.Scalar
  /// 0 for text, 1 for scripts, 2 for scripts of scripts.
  var level: Int
}

/// A glyph with all that formula layout wants to know of it, in em.
struct MathGlyph: Sendable {
  var id: UInt32
  var advance: Double
  /// The box around its ink; flat and empty for a blank.
  var ink: Rect
  var italicsCorrection: Double
  /// Where the middle of an accent belongs.
  var topAccent: Double
}

/// A glyph made of pieces: some at the ends or the middle, some repeated.
struct GlyphAssembly: Sendable {
  struct Part: Sendable {
    var glyph: UInt32
    var startConnector: Double
    var endConnector: Double
    var fullAdvance: Double
    var isExtender: Bool
  }

  var parts: [Part]
  /// How much neighboring parts overlap at least.
  var minimumOverlap: Double
}

/// Which way a glyph grows.
enum Stretch: Hashable, Sendable {
  case vertical
  case horizontal
}

extension Font {
  /// A constant of the MATH table in em.
  func constant(_ constant: MathConstant) -> Double {
    rawConstant(constant) / handle.unitsPerEm
  }

  /// A constant that is a percentage, as a fraction of 1.
  func ratio(_ constant: MathConstant) -> Double { rawConstant(constant) / 100 }

  private func rawConstant(_ constant: MathConstant) -> Double {
    Double(hb_ot_math_get_constant(handle.font, hb_ot_math_constant_t(constant.rawValue)))
  }

  /// The glyph of a character; `nil` if the font has none.
  func symbol(_ scalar: Unicode.Scalar, level: Int = 0) -> MathGlyph? {
    let key = SymbolKey(scalar: scalar, level: level)
    if let known = symbols.withLock({ $0[key] }) { return known }
    guard let nominal = glyph(for: scalar) else { return nil }
    let found = mathGlyph(level == 0 ? nominal : scriptForm(of: scalar, level: level))
    symbols.withLock { $0[key] = found }
    return found
  }

  func mathGlyph(_ id: UInt32) -> MathGlyph {
    let scale = 1 / handle.unitsPerEm
    return MathGlyph(
      id: id, advance: advance(of: id), ink: shape(of: id).ink ?? .zero,
      italicsCorrection: Double(hb_ot_math_get_glyph_italics_correction(handle.font, id)) * scale,
      topAccent: Double(hb_ot_math_get_glyph_top_accent_attachment(handle.font, id)) * scale)
  }

  /// The shape of a character that is drawn small, by the font's `ssty` feature.
  private func scriptForm(of scalar: Unicode.Scalar, level: Int) -> UInt32 {
    let buffer = hb_buffer_create()
    defer { hb_buffer_destroy(buffer) }
    var codepoint = scalar.value
    hb_buffer_add_codepoints(buffer, &codepoint, 1, 0, 1)
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR)
    hb_buffer_set_script(buffer, HB_SCRIPT_MATH)
    hb_buffer_set_language(buffer, hb_language_from_string("en", 2))
    var feature = hb_feature_t(
      tag: hb_tag_from_string("ssty", 4), value: UInt32(level), start: 0, end: .max)
    hb_shape(handle.font, buffer, &feature, 1)
    var length: UInt32 = 0
    guard let glyphs = hb_buffer_get_glyph_infos(buffer, &length), length > 0 else { return 0 }
    return glyphs[0].codepoint
  }

  /// Larger forms of a glyph, ascending, with their sizes in em.
  func variants(of glyph: UInt32, _ stretch: Stretch) -> [(glyph: UInt32, size: Double)] {
    let direction = stretch == .vertical ? HB_DIRECTION_TTB : HB_DIRECTION_LTR
    var count: UInt32 = 0
    let total = hb_ot_math_get_glyph_variants(handle.font, glyph, direction, 0, &count, nil)
    guard total > 0 else { return [] }
    count = total
    var variants = [hb_ot_math_glyph_variant_t](repeating: .init(), count: Int(total))
    hb_ot_math_get_glyph_variants(handle.font, glyph, direction, 0, &count, &variants)
    return variants.prefix(Int(count)).map { ($0.glyph, Double($0.advance) / handle.unitsPerEm) }
  }

  /// How a glyph of any size is put together; `nil` if the font does not say.
  func assembly(of glyph: UInt32, _ stretch: Stretch) -> GlyphAssembly? {
    let direction = stretch == .vertical ? HB_DIRECTION_TTB : HB_DIRECTION_LTR
    var count: UInt32 = 0
    let total = hb_ot_math_get_glyph_assembly(handle.font, glyph, direction, 0, &count, nil, nil)
    guard total > 0 else { return nil }
    count = total
    var parts = [hb_ot_math_glyph_part_t](repeating: .init(), count: Int(total))
    hb_ot_math_get_glyph_assembly(handle.font, glyph, direction, 0, &count, &parts, nil)
    let scale = 1 / handle.unitsPerEm
    return GlyphAssembly(
      parts: parts.prefix(Int(count)).map { part in
        GlyphAssembly.Part(
          glyph: part.glyph, startConnector: Double(part.start_connector_length) * scale,
          endConnector: Double(part.end_connector_length) * scale,
          fullAdvance: Double(part.full_advance) * scale,
          isExtender: part.flags.rawValue & HB_OT_MATH_GLYPH_PART_FLAG_EXTENDER.rawValue != 0)
      },
      minimumOverlap: Double(hb_ot_math_get_min_connector_overlap(handle.font, direction)) * scale)
  }
}
