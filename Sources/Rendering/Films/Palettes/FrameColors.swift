/// How often each color stands in a frame, for formats that must choose their colors before they begin.
package struct FrameColors: Sendable {
  /// Colors 0xRRGGBB, ascending, with their numbers of pixels.
  let counts: [(color: UInt32, count: Int)]
  /// Whether some pixels cannot be seen.
  let hasGaps: Bool

  package init(counting image: FrameImage) {
    var table = ColorTable()
    var hasGaps = false
    var (last, run) = (UInt32.max, 0)
    // Most pixels are like their neighbor.
    for word in image.words {
      let color = visibleColor(word, isOpaque: image.isOpaque)
      if color == last {
        run += 1
        continue
      }
      if run > 0, last != noColor { table[last] += run }
      (last, run) = (color, 1)
      if color == noColor { hasGaps = true }
    }
    if run > 0, last != noColor { table[last] += run }
    counts = table.sorted
    self.hasGaps = hasGaps
  }

  private init(_ counts: [(color: UInt32, count: Int)], hasGaps: Bool) {
    self.counts = counts
    self.hasGaps = hasGaps
  }

  /// Those of several frames together.
  static func union(of frames: [FrameColors]) -> FrameColors {
    var table = ColorTable()
    for frame in frames {
      for (color, count) in frame.counts { table[color] += count }
    }
    return FrameColors(table.sorted, hasGaps: frames.contains { $0.hasGaps })
  }
}

/// What `visibleColor` calls a pixel of which less than half can be seen.
let noColor: UInt32 = 0x0100_0000

/// The color 0xRRGGBB of Cairo's word, without its alpha.
func visibleColor(_ word: UInt32, isOpaque: Bool) -> UInt32 {
  if isOpaque || word >> 24 == 255 { return word & 0xFF_FFFF }
  return word >> 24 < 128 ? noColor : straightColor(word) >> 8
}
