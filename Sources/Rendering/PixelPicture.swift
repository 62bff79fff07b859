import CCairo
package import Diagnostics
package import Drawing
import Geometry
import Glibc

/// A display list painted in pixels.
package struct PixelPicture: ~Copyable {
  let size: PixelSize
  /// Whether every pixel is: then there is no alpha to keep.
  package let isOpaque: Bool
  private let canvas: CairoCanvas
  /// The canvas' pixels, and a byte more for every row; freed with the canvas.
  private let memory: UnsafeMutableRawBufferPointer

  /// In pixels.
  package var width: Int { size.width }
  /// In pixels.
  package var height: Int { size.height }

  /// Paints the list; throws if the picture would be too large or cannot be painted.
  package init(painting list: DisplayList, _ options: RenderOptions) throws(Diagnostic) {
    let size = try PixelSize(of: list, options)
    let isOpaque = (list.background?.alpha ?? 0) >= 1
    let memory = try pixelMemory(of: size, isOpaque: isOpaque)
    let surface = try pixelSurface(in: memory, size, isOpaque: isOpaque)
    canvas = try painted(list, on: surface, size, unitsPerPoint: list.pixelsPerPoint * options.scale)
    self.size = size
    self.isOpaque = isOpaque
    self.memory = memory
  }

  /// Hands over the rows as PNG compresses them: a zero (no filter), then red, green, blue and, if the
  /// picture is not opaque, straight alpha of every pixel.
  ///
  /// The rows are packed where the pixels were: fresh memory costs more than the packing.
  consuming func withScanlines<Result>(
    _ body: (UnsafeRawBufferPointer) throws(Diagnostic) -> Result
  ) throws(Diagnostic) -> Result {
    let count = (1 + size.width * (isOpaque ? 3 : 4)) * size.height
    if isOpaque {
      packOpaque(memory, size)
    } else {
      packStraight(memory, size)
    }
    return try body(UnsafeRawBufferPointer(rebasing: memory[..<count]))
  }

  /// The bytes of all pixels, row after row: red, green, blue and, if not opaque, straight alpha.
  package consuming func pixels() throws(Diagnostic) -> [UInt8] {
    let (row, height) = (size.width * (isOpaque ? 3 : 4), size.height)
    return try withScanlines { lines in
      var pixels: [UInt8] = []
      pixels.reserveCapacity(row * height)
      for y in 0..<height { pixels += lines[(y * (row + 1) + 1)..<(y + 1) * (row + 1)] }
      return pixels
    }
  }
}

private func painted(
  _ list: DisplayList, on surface: OpaquePointer, _ size: PixelSize, unitsPerPoint: Double
) throws(Diagnostic) -> CairoCanvas {
  let area = Size(width: Double(size.width), height: Double(size.height))
  var canvas = try CairoCanvas(owning: surface, .pixels, area, unitsPerPoint: unitsPerPoint)
  try canvas.paint(list)
  cairo_surface_flush(surface)
  return canvas
}

/// Memory for the pixels, four bytes each, and a byte a row; zero if they need not be opaque.
private func pixelMemory(of size: PixelSize, isOpaque: Bool) throws(Diagnostic)
  -> UnsafeMutableRawBufferPointer
{
  // Pages of 2 MB where the system has them: touching 8 MB takes 0.5 ms instead of 3.3 in pages of 4 KB, and
  // 1.4 MB takes 0.06 instead of 0.64. Less than a quarter of a page is not worth the rest of it.
  let page = 2 << 20
  var count = size.width * size.height * 4 + size.height
  let isLarge = count > page / 4
  if isLarge { count = (count + page - 1) / page * page }
  var memory: UnsafeMutableRawPointer?
  guard posix_memalign(&memory, isLarge ? page : 64, count) == 0, let memory else {
    throw Diagnostic("not enough memory for a picture of \(size.width) × \(size.height) pixels")
  }
  if isLarge { madvise(memory, count, MADV_HUGEPAGE) }
  // An opaque background is painted over all of it anyway.
  if !isOpaque { memset(memory, 0, count) }
  return UnsafeMutableRawBufferPointer(start: memory, count: count)
}

/// A surface that keeps its pixels in the memory and frees it in the end.
private func pixelSurface(
  in memory: UnsafeMutableRawBufferPointer, _ size: PixelSize, isOpaque: Bool
) throws(Diagnostic) -> OpaquePointer {
  let surface = cairo_image_surface_create_for_data(
    memory.baseAddress?.assumingMemoryBound(to: UInt8.self),
    isOpaque ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32, Int32(size.width), Int32(size.height),
    Int32(size.width * 4))
  // Only the key's address matters to Cairo, and this one is nobody else's.
  let key = UnsafeRawPointer(memory.baseAddress)?.assumingMemoryBound(to: cairo_user_data_key_t.self)
  let status = cairo_surface_set_user_data(surface, key, memory.baseAddress) { free($0) }
  guard let surface, status == CAIRO_STATUS_SUCCESS else {
    free(memory.baseAddress)
    throw Diagnostic("not enough memory for a picture of \(size.width) × \(size.height) pixels")
  }
  return surface
}
