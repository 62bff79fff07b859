import Drawing
import Geometry
import Synchronization

/// The masks of the process, so that a label which stands in many pictures is rasterized once.
///
/// Every run goes through its mask, known or new, so that a picture has the same bytes either way. Masks are
/// kept from their first use on: that costs a single picture nothing that shows, and with them the one
/// picture takes 2 to 3 ms less than with Cairo's fill.
let textMasks = TextMasks()

/// Masks by run and place within the pixel; safe to use from several threads.
final class TextMasks: Sendable {
  private struct Known {
    var masks: [TextMaskKey: TextMask?] = [:]
    var byteCount = 0
  }

  private let known = Mutex(Known())
  /// A film's counters must not fill the memory: four slides of 1920 × 1080 full of text.
  static let mostBytes = 8 << 20

  var byteCount: Int { known.withLock { $0.byteCount } }

  /// The mask of a run; `nil` where it has none.
  func mask(of run: GlyphRun, _ map: Transform) -> TextMask? {
    let key = TextMaskKey(run, map)
    if let mask = known.withLock({ $0.masks[key] }) { return mask }
    let mask = TextMask(run, map)
    known.withLock { known in
      // With the run that tells it from others.
      let count = (mask?.coverage.count ?? 0) + 64 * run.glyphs.count + 256
      if known.byteCount + count > Self.mostBytes { known = Known() }
      known.masks[key] = .some(mask)
      known.byteCount += count
    }
    return mask
  }
}

/// What a mask depends on: all of a run but its color and its text, and the map.
private struct TextMaskKey: Hashable {
  private let font: FontReference
  private let size: Double
  private let glyphs: [Glyph]
  private let map: Transform

  init(_ run: GlyphRun, _ map: Transform) {
    (font, size, glyphs, self.map) = (run.font, run.size, run.glyphs, map)
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(size)
    hasher.combine(map)
    // Which glyphs they are is enough to tell (by FNV-1, whose prime this is): the rest is only compared.
    var glyphIDs: UInt64 = 0
    for index in glyphs.indices { glyphIDs = glyphIDs &* 0x100_0000_01B3 ^ UInt64(glyphs[index].id) }
    hasher.combine(glyphIDs)
  }
}
