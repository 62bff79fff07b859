import CHarfBuzz
import Geometry

/// What a font is asked for beyond its usual shapes.
enum ShapingFeature: Hashable, Sendable {
  case usual
  /// Digits of equal width, for numbers that stand in columns.
  case tabularDigits
  /// No ligatures, for code.
  case literal
}

extension Font {
  /// Turns text into glyphs, from left to right.
  func shape(_ text: String, as face: Face, _ feature: ShapingFeature) -> ShapedText {
    let buffer = hb_buffer_create()
    defer { hb_buffer_destroy(buffer) }
    var text = text
    let byteCount = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        // Texts of labels are short; longer ones than HarfBuzz can take are cut.
        let count = Int32(clamping: characters.count)
        hb_buffer_add_utf8(buffer, characters.baseAddress, count, 0, count)
        return Int(count)
      }
    }
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR)
    // Set before guessing, which would ask the locale.
    hb_buffer_set_language(buffer, hb_language_from_string("en", 2))
    hb_buffer_guess_segment_properties(buffer)
    let features = feature.harfBuzz
    hb_shape(handle.font, buffer, features, UInt32(features.count))
    return collect(buffer, text, byteCount, face)
  }

  private func collect(_ buffer: OpaquePointer?, _ text: String, _ byteCount: Int, _ face: Face) -> ShapedText
  {
    var length: UInt32 = 0
    let glyphInfos = UnsafeBufferPointer(
      start: hb_buffer_get_glyph_infos(buffer, &length), count: Int(length))
    let positions = UnsafeBufferPointer(
      start: hb_buffer_get_glyph_positions(buffer, &length), count: Int(length))
    var result = ShapedText(face: face, text: text, ids: [], origins: [], clusters: [], advance: 0)
    result.ids.reserveCapacity(glyphInfos.count)
    result.origins.reserveCapacity(glyphInfos.count)
    result.clusters.reserveCapacity(glyphInfos.count)
    let scale = 1 / handle.unitsPerEm
    for (index, (glyph, position)) in zip(glyphInfos, positions).enumerated() {
      let byte = Int(glyph.cluster)
      if let last = result.clusters.indices.last, result.clusters[last].bytes.lowerBound == byte {
        result.clusters[last].glyphs = result.clusters[last].glyphs.lowerBound..<index + 1
      } else {
        if let last = result.clusters.indices.last {
          result.clusters[last].bytes = result.clusters[last].bytes.lowerBound..<byte
        }
        result.clusters.append(
          ShapedText.Cluster(
            bytes: byte..<byteCount, glyphs: index..<index + 1, start: result.advance, advance: 0))
      }
      result.ids.append(glyph.codepoint)
      result.origins.append(
        Point(x: result.advance + Double(position.x_offset) * scale, y: -Double(position.y_offset) * scale))
      result.advance += Double(position.x_advance) * scale
      result.clusters[result.clusters.count - 1].advance += Double(position.x_advance) * scale
    }
    return result
  }
}

extension ShapingFeature {
  fileprivate var harfBuzz: [hb_feature_t] {
    func feature(_ name: String, _ value: UInt32) -> hb_feature_t {
      hb_feature_t(tag: hb_tag_from_string(name, 4), value: value, start: 0, end: .max)
    }
    return switch self {
    case .usual: []
    case .tabularDigits: [feature("tnum", 1)]
    case .literal: [feature("liga", 0), feature("calt", 0), feature("clig", 0)]
    }
  }
}
