import CCairo
package import Diagnostics
package import Drawing
import Geometry

/// A display list painted in pixels.
package struct PixelPicture: ~Copyable {
  let size: PixelSize
  /// Whether every pixel is: then there is no alpha to keep.
  package let isOpaque: Bool
  private let canvas: CairoCanvas

  package var width: Int { size.width }
  package var height: Int { size.height }

  /// Paints the list; throws if the picture would be too large or cannot be painted.
  package init(painting list: DisplayList, _ options: RenderOptions) throws(Diagnostic) {
    let size = try PixelSize(of: list, options)
    let isOpaque = (list.background?.alpha ?? 0) >= 1
    canvas = try paintedCanvas(list, size, isOpaque, unitsPerPoint: list.pixelsPerPoint * options.scale)
    self.size = size
    self.isOpaque = isOpaque
  }

  /// The rows as PNG compresses them: a zero (no filter), then red, green, blue and, if not opaque,
  /// straight alpha of every pixel.
  func scanlines() -> [UInt8] {
    scanlines(leading: 1)
  }

  /// The bytes of all pixels, row after row: red, green, blue and, if not opaque, straight alpha.
  package func pixels() -> [UInt8] {
    scanlines(leading: 0)
  }

  private func scanlines(leading: Int) -> [UInt8] {
    let rowBytes = leading + size.width * (isOpaque ? 3 : 4)
    let stride = Int(cairo_image_surface_get_stride(canvas.surface))
    return [UInt8](unsafeUninitializedCapacity: rowBytes * size.height) { bytes, count in
      guard let from = UnsafeRawPointer(cairo_image_surface_get_data(canvas.surface)),
        let to = UnsafeMutableRawPointer(bytes.baseAddress)
      else { return }
      for y in 0..<size.height {
        let row = to + y * rowBytes
        if leading == 1 { row.storeBytes(of: 0, as: UInt8.self) }
        let words = (from + y * stride).assumingMemoryBound(to: UInt32.self)
        if isOpaque {
          packOpaque(words, size.width, into: row + leading)
        } else {
          packStraight(words, size.width, into: row + leading)
        }
      }
      count = rowBytes * size.height
    }
  }
}

private func paintedCanvas(
  _ list: DisplayList, _ size: PixelSize, _ isOpaque: Bool, unitsPerPoint: Double
) throws(Diagnostic) -> CairoCanvas {
  let format = isOpaque ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32
  guard let surface = cairo_image_surface_create(format, Int32(size.width), Int32(size.height)) else {
    throw Diagnostic("not enough memory for the picture")
  }
  var canvas = try CairoCanvas(
    owning: surface, .pixels, Size(width: Double(size.width), height: Double(size.height)),
    unitsPerPoint: unitsPerPoint)
  try canvas.paint(list)
  cairo_surface_flush(surface)
  return canvas
}

/// Words 0xxxRRGGBB to bytes red, green, blue; four pixels become three words.
private func packOpaque(_ words: UnsafePointer<UInt32>, _ count: Int, into bytes: UnsafeMutableRawPointer) {
  var (x, to) = (0, bytes)
  while x + 4 <= count {
    let a = words[x].byteSwapped >> 8
    let b = words[x + 1].byteSwapped >> 8
    let c = words[x + 2].byteSwapped >> 8
    let d = words[x + 3].byteSwapped >> 8
    to.storeBytes(of: a | b << 24, as: UInt32.self)
    to.storeBytes(of: b >> 8 | c << 16, toByteOffset: 4, as: UInt32.self)
    to.storeBytes(of: c >> 16 | d << 8, toByteOffset: 8, as: UInt32.self)
    x += 4
    to += 12
  }
  while x < count {
    for i in 0..<3 {
      to.storeBytes(
        of: UInt8(truncatingIfNeeded: words[x] >> UInt32(16 - 8 * i)), toByteOffset: i, as: UInt8.self)
    }
    x += 1
    to += 3
  }
}

/// Words 0xAARRGGBB with colors multiplied by alpha to bytes red, green, blue, straight alpha.
private func packStraight(_ words: UnsafePointer<UInt32>, _ count: Int, into bytes: UnsafeMutableRawPointer) {
  for x in 0..<count {
    let word = words[x]
    let alpha = word >> 24
    var color = word
    if alpha != 255 {
      // The nearest straight value: multiplying it by alpha again gives the same word.
      func straight(_ shift: UInt32) -> UInt32 {
        alpha == 0 ? 0 : min(255, ((word >> shift & 255) * 255 + alpha / 2) / alpha)
      }
      color = straight(16) << 16 | straight(8) << 8 | straight(0)
    }
    let straightWord = color << 8 | alpha
    bytes.storeBytes(of: straightWord.byteSwapped, toByteOffset: x * 4, as: UInt32.self)
  }
}
