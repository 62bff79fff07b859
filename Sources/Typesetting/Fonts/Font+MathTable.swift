import CHarfBuzz
import Geometry
import Synchronization

/// A character in one of the three sizes for which a math font has shapes.
struct SymbolKey: Hashable, Sendable {
  /// What else a font may have a shape for.
  enum Form: Hashable, Sendable {
    case usual
    /// A letter whose dot makes room for an accent.
    case dotless
    /// An accent that lies lower over a tall base.
    case flattened
  }

  var scalar: Unicode.Scalar
  /// 0 for text, 1 for scripts, 2 for scripts of scripts.
  var level = 0
  var form = Form.usual

  func hash(into hasher: inout Hasher) { hasher.combine(scalar.value << 2 | UInt32(level)) }
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

/// The larger forms of a glyph, and how it is put together beyond them.
struct GlyphGrowth: Sendable {
  /// Ascending, with the sizes that the font states, in em.
  var forms: [(glyph: MathGlyph, size: Double)]
  var assembly: GlyphAssembly?
}

/// Where a script may move into the white beside a letter.
enum GlyphCorner: Sendable {
  case topRight
  case bottomRight
  case topLeft
  case bottomLeft
}

extension Font {
  /// A constant of the MATH table in em, or as a fraction of 1 where the table has a percentage.
  func constant(_ constant: MathConstant) -> Double {
    let raw = Double(hb_ot_math_get_constant(handle.font, hb_ot_math_constant_t(constant.rawValue)))
    return constant.isPercentage ? raw / 100 : raw / handle.unitsPerEm
  }

  /// How much closer (negative) or farther a script stands at a corner of a glyph, at a height above the
  /// glyph's baseline; all in em.
  func kerning(of glyph: UInt32, _ corner: GlyphCorner, at height: Double) -> Double {
    let kern =
      switch corner {
      case .topRight: HB_OT_MATH_KERN_TOP_RIGHT
      case .bottomRight: HB_OT_MATH_KERN_BOTTOM_RIGHT
      case .topLeft: HB_OT_MATH_KERN_TOP_LEFT
      case .bottomLeft: HB_OT_MATH_KERN_BOTTOM_LEFT
      }
    let units = (height * handle.unitsPerEm).rounded()
    guard abs(units) < 1e6 else { return 0 }
    return Double(hb_ot_math_get_glyph_kerning(handle.font, glyph, kern, Int32(units))) / handle.unitsPerEm
  }

  /// The glyph of a character; `nil` if the font has none.
  func symbol(_ key: SymbolKey) -> MathGlyph? {
    guard let nominal = glyph(for: key.scalar) else { return nil }
    var features: [hb_feature_t] = []
    if key.level > 0 { features.append(feature("ssty", UInt32(key.level))) }
    switch key.form {
    case .usual: break
    case .dotless: features.append(feature("dtls", 1))
    case .flattened: features.append(feature("flac", 1))
    }
    return mathGlyph(features.isEmpty ? nominal : shaped(key.scalar, features))
  }

  func mathGlyph(_ id: UInt32) -> MathGlyph {
    let scale = 1 / handle.unitsPerEm
    return MathGlyph(
      id: id, advance: advance(of: id), ink: shape(of: id).ink ?? .zero,
      italicsCorrection: Double(hb_ot_math_get_glyph_italics_correction(handle.font, id)) * scale,
      topAccent: Double(hb_ot_math_get_glyph_top_accent_attachment(handle.font, id)) * scale)
  }

  private func feature(_ name: String, _ value: UInt32) -> hb_feature_t {
    hb_feature_t(tag: hb_tag_from_string(name, 4), value: value, start: 0, end: .max)
  }

  /// The shape of a character under features of the font.
  private func shaped(_ scalar: Unicode.Scalar, _ features: [hb_feature_t]) -> UInt32 {
    let buffer = hb_buffer_create()
    defer { hb_buffer_destroy(buffer) }
    var codepoint = scalar.value
    hb_buffer_add_codepoints(buffer, &codepoint, 1, 0, 1)
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR)
    hb_buffer_set_script(buffer, HB_SCRIPT_MATH)
    hb_buffer_set_language(buffer, hb_language_from_string("en", 2))
    hb_shape(handle.font, buffer, features, UInt32(features.count))
    var length: UInt32 = 0
    guard let glyphs = hb_buffer_get_glyph_infos(buffer, &length), length > 0 else { return 0 }
    return glyphs[0].codepoint
  }

  /// Larger forms of a glyph, ascending, with their sizes in em.
  func variants(of glyph: UInt32, _ stretch: Stretch) -> [(glyph: MathGlyph, size: Double)] {
    let direction = stretch == .vertical ? HB_DIRECTION_TTB : HB_DIRECTION_LTR
    var count: UInt32 = 0
    let total = hb_ot_math_get_glyph_variants(handle.font, glyph, direction, 0, &count, nil)
    guard total > 0 else { return [] }
    count = total
    var variants = [hb_ot_math_glyph_variant_t](repeating: .init(), count: Int(total))
    hb_ot_math_get_glyph_variants(handle.font, glyph, direction, 0, &count, &variants)
    return variants.prefix(Int(count)).map {
      (mathGlyph($0.glyph), Double($0.advance) / handle.unitsPerEm)
    }
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
