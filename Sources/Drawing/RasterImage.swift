/// A picture made of pixels: rows from top to bottom, four bytes (red, green, blue, alpha) a pixel,
/// sRGB with straight alpha.
package struct RasterImage: Hashable, Sendable {
  package var width: Int
  package var height: Int
  /// `width * height * 4` bytes.
  package var pixels: [UInt8]
  /// Whether pixels are blended when enlarged; otherwise each is a crisp rectangle.
  package var isSmooth: Bool

  package init(width: Int, height: Int, pixels: [UInt8], isSmooth: Bool) {
    precondition(pixels.count == width * height * 4, "an image needs four bytes a pixel")
    self.width = width
    self.height = height
    self.pixels = pixels
    self.isSmooth = isSmooth
  }
}
