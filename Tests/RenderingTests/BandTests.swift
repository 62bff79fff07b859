import Drawing
import Geometry
import Rendering
import TestSupport
import Testing

/// Rows of pixels that are compressed in bands come back, whatever they show.
@Suite struct BandTests {
  /// Widths on both sides of what deflate can look back, 32 768 bytes, and heights that are no whole bands.
  @Test(
    "noise, stripes and runs come back pixel for pixel",
    arguments: [(1, 1), (1, 70), (7, 33), (333, 65), (10_922, 3), (10_923, 5), (11_000, 2)], [1, 3, 256])
  func pictures(_ size: (width: Int, height: Int), shades: Int) throws {
    var random = SplitMix64(seed: UInt64(size.width * size.height + shades))
    let (width, height) = size
    var pixels: [UInt8] = []
    for i in 0..<width * height {
      // Runs, repetitions of the row above and of what was some pixels before, and news.
      switch random.next() % 8 {
      case 0...3 where i > 0: pixels += pixels[(i * 4 - 4)...]
      case 4 where i >= width: pixels += pixels[(i - width) * 4..<(i - width) * 4 + 4]
      case 5 where i > 50: pixels += pixels[(i - 50) * 4..<(i - 50) * 4 + 4]
      default: pixels += (0..<3).map { _ in UInt8(random.next() % UInt64(shades)) } + [255]
      }
    }
    let image = RasterImage(width: width, height: height, pixels: pixels, isSmooth: false)
    let page = Size(width: Double(width), height: Double(height))
    for background in [Color.white, nil] {
      var list = DisplayList(size: page, pixelsPerPoint: 1, background: background)
      list.append(.image(image, in: Rect(x: 0, y: 0, width: page.width, height: page.height)))
      let file = try decoded(list)
      #expect((file.width, file.height) == (width, height))
      let opaque = (0..<width * height).flatMap { pixels[$0 * 4..<$0 * 4 + file.channels] }
      #expect(file.pixels == opaque)
    }
  }
}
