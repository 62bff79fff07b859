import CHarfBuzz
import Drawing
import Geometry
import Synchronization

/// A font file, opened for shaping and for outlines; all measures are in em.
final class Font: Sendable {
  let id: FontID
  let reference: FontReference
  /// From the baseline to the top and bottom of a line box, both positive.
  let ascent: Double
  let descent: Double
  let xHeight: Double
  let capHeight: Double
  /// Whether it has all of U+0020…U+007E, so that plain words need no look at each character.
  let hasASCII: Bool
  let handle: FontHandle
  private let shapes: Mutex<GlyphShapes>
  /// What formulas asked before; `nil` until the first one.
  let lookups = Mutex<MathLookups?>(nil)

  /// Opens a file; one that cannot be read acts as a font without glyphs, whose characters show as boxes.
  init(_ file: FontFile, id: FontID) {
    self.id = id
    let blob = hb_blob_create_from_file_or_fail(file.path) ?? hb_blob_get_empty()
    let face = hb_face_create(blob, UInt32(clamping: file.index))
    hb_blob_destroy(blob)
    let font = hb_font_create(face)
    let unitsPerEm = max(hb_face_get_upem(face), 1)
    hb_font_set_scale(font, Int32(unitsPerEm), Int32(unitsPerEm))
    hb_font_make_immutable(font)
    let handle = FontHandle(font: font, face: face, unitsPerEm: Double(unitsPerEm))
    self.handle = handle
    shapes = Mutex(GlyphShapes(handle))
    reference = FontReference(path: file.path, index: file.index, name: handle.postScriptName)
    var extents = hb_font_extents_t()
    hb_font_get_h_extents(font, &extents)
    ascent = Double(extents.ascender) / handle.unitsPerEm
    descent = -Double(extents.descender) / handle.unitsPerEm
    xHeight = handle.metric(HB_OT_METRICS_TAG_X_HEIGHT) ?? 0.5
    capHeight = handle.metric(HB_OT_METRICS_TAG_CAP_HEIGHT) ?? 0.7
    var glyph: hb_codepoint_t = 0
    hasASCII = (0x20...0x7E).allSatisfy { hb_font_get_nominal_glyph(font, $0, &glyph) != 0 }
  }

  deinit {
    hb_font_destroy(handle.font)
    hb_face_destroy(handle.face)
  }

  /// Whether it is a font at all.
  var hasGlyphs: Bool { hb_face_get_glyph_count(handle.face) > 0 }

  var hasMathTable: Bool { hb_ot_math_has_data(handle.face) != 0 }

  /// The glyph of a character; `nil` if the font has none.
  func glyph(for scalar: Unicode.Scalar) -> UInt32? {
    var glyph: hb_codepoint_t = 0
    return hb_font_get_nominal_glyph(handle.font, scalar.value, &glyph) != 0 ? glyph : nil
  }

  /// How far the pen moves behind a glyph.
  func advance(of glyph: UInt32) -> Double {
    Double(hb_font_get_glyph_h_advance(handle.font, glyph)) / handle.unitsPerEm
  }

  /// The outline of a glyph with the box around its ink.
  func shape(of glyph: UInt32) -> GlyphShape { shapes.withLock { $0[glyph] } }

  /// From the top of the highest digit to the foot of the lowest, y downwards; `nil` for a font without digits.
  var digitRows: ClosedRange<Double>? {
    let inks = (48...57).compactMap { glyph(for: Unicode.Scalar($0)) }.compactMap { shape(of: $0).ink }
    guard let top = inks.map(\.minY).min(), let foot = inks.map(\.maxY).max() else { return nil }
    return top...foot
  }

  /// The same for many glyphs, without waiting for each.
  func withShapes(_ body: (inout GlyphShapes) -> Void) { shapes.withLock { body(&$0) } }
}

/// HarfBuzz's objects behind a font.
///
/// Unchecked because pointers are not Sendable: HarfBuzz lets threads share immutable fonts and faces.
struct FontHandle: @unchecked Sendable {
  let font: OpaquePointer?
  let face: OpaquePointer?
  let unitsPerEm: Double

  /// A metric of the font in em.
  func metric(_ tag: hb_ot_metrics_tag_t) -> Double? {
    var position: hb_position_t = 0
    guard hb_ot_metrics_get_position(font, tag, &position) != 0, position > 0 else { return nil }
    return Double(position) / unitsPerEm
  }

  var postScriptName: String {
    var length: UInt32 = 127
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 128) { buffer in
      buffer.initialize(repeating: 0)
      hb_ot_name_get_utf8(
        face, hb_ot_name_id_t(HB_OT_NAME_ID_POSTSCRIPT_NAME), nil, &length, buffer.baseAddress)
      return String(
        decoding: buffer.prefix(Int(min(length, 127))).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }
}
