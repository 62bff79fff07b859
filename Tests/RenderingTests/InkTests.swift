import Drawing
import Geometry
import TestSupport
import Testing

@testable import Rendering

/// Where items may leave ink is never less than where they do.
@Suite struct InkTests {
  @Test("no pixel is painted outside the ink that was foretold", arguments: 0..<8)
  func everyPixel(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    for i in 0..<100 {
      let list = page([random.item()], background: nil)
      let surface = try PixelSurface(for: try PixelPage(of: list, RenderOptions()))
      surface.clear()
      try surface.paint(list.items)
      for item in FrameItem.items(of: list) { erase(InkTracer.ink(of: item, on: surface.page), on: surface) }
      if let place = surface.words.firstIndex(where: { $0 != 0 }) {
        Issue.record("item \(i) inks \(place % 64), \(place / 64): \(list.dump)")
        return
      }
    }
  }

  private func erase(_ ink: Ink, on surface: PixelSurface) {
    for (start, count) in ink.pieces(of: surface.page.size) {
      for i in start..<start + count { surface.words[i] = 0 }
    }
  }
}
