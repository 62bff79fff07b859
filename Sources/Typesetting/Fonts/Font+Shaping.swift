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
  /// Turns text of one script and direction into glyphs.
  func shape(
    _ text: String, _ feature: ShapingFeature, script: Script = .latin, isRightToLeft: Bool = false
  ) -> ShapedText {
    let buffer = shapingBuffers.take()
    defer { shapingBuffers.give(back: buffer) }
    var text = text
    text.makeContiguousUTF8()
    let byteCount = text.utf8.withContiguousStorageIfAvailable { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        // Texts of labels are short; longer ones than HarfBuzz can take are cut.
        let count = Int32(clamping: characters.count)
        hb_buffer_add_utf8(buffer, characters.baseAddress, count, 0, count)
        return Int(count)
      }
    }
    hb_buffer_set_direction(buffer, isRightToLeft ? HB_DIRECTION_RTL : HB_DIRECTION_LTR)
    hb_buffer_set_script(buffer, script.harfBuzz)
    // HarfBuzz would ask the locale.
    hb_buffer_set_language(buffer, english.handle)
    let features = feature.harfBuzz
    hb_shape(handle.font, buffer, features, UInt32(features.count))
    var result = ShapedText(font: id, text: text, isRightToLeft: isRightToLeft)
    collect(buffer, byteCount ?? 0, into: &result)
    return result
  }

  private func collect(_ buffer: OpaquePointer?, _ byteCount: Int, into result: inout ShapedText) {
    var length: UInt32 = 0
    let glyphInfos = UnsafeBufferPointer(
      start: hb_buffer_get_glyph_infos(buffer, &length), count: Int(length))
    let positions = UnsafeBufferPointer(
      start: hb_buffer_get_glyph_positions(buffer, &length), count: Int(length))
    result.ids.reserveCapacity(glyphInfos.count)
    result.origins.reserveCapacity(glyphInfos.count)
    result.clusters.reserveCapacity(glyphInfos.count)
    let scale = 1 / handle.unitsPerEm
    var isMissing = false
    for (index, (glyph, position)) in zip(glyphInfos, positions).enumerated() {
      let byte = Int(glyph.cluster)
      let advance = Double(position.x_advance) * scale
      if let last = result.clusters.indices.last, result.clusters[last].bytes.lowerBound == byte {
        result.clusters[last].glyphs = result.clusters[last].glyphs.lowerBound..<index + 1
        result.clusters[last].advance += advance
      } else {
        result.clusters.append(
          ShapedText.Cluster(
            bytes: byte..<byteCount, glyphs: index..<index + 1, start: result.advance, advance: advance))
      }
      if glyph.codepoint == 0 { isMissing = true }
      result.ids.append(glyph.codepoint)
      result.origins.append(
        Point(x: result.advance + Double(position.x_offset) * scale, y: -Double(position.y_offset) * scale))
      result.advance += advance
    }
    if result.isRightToLeft { result.clusters.reverse() }
    for (index, next) in result.clusters.indices.dropFirst().enumerated() {
      let start = result.clusters[index].bytes.lowerBound
      // HarfBuzz keeps clusters in order; a font that broke this must not bring the program down.
      result.clusters[index].bytes = start..<max(result.clusters[next].bytes.lowerBound, start)
    }
    if isMissing { result.missing = missing(in: result) }
  }

  /// The characters of the clusters that the font shows as boxes.
  private func missing(in text: ShapedText) -> [Unicode.Scalar] {
    text.clusters.indices.filter { place in
      text.clusters[place].glyphs.contains { text.ids[$0] == 0 }
    }.flatMap { place in
      text.text(of: place..<place + 1).unicodeScalars.filter { glyph(for: $0) == nil && !$0.isInvisible }
    }
  }
}

extension Unicode.Scalar {
  /// Whether it steers its neighbors and has no shape of its own, as a joiner or a variation selector.
  var isInvisible: Bool { value >= 0xAD && properties.isDefaultIgnorableCodePoint }
}

/// Unchecked because a pointer is not Sendable: languages are never freed.
private struct Language: @unchecked Sendable {
  let handle: OpaquePointer?
}

private let english = Language(handle: hb_language_from_string("en", 2))

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
