import CCairo
import Diagnostics
import Drawing
import Geometry
import Glibc

/// Pixels that are painted on, again and again if need be.
final class PixelSurface {
  let page: PixelPage
  /// Cairo's words, row after row without gaps; freed with the canvas.
  private let memory: UnsafeMutableRawBufferPointer
  private var canvas: CairoCanvas

  /// Pixels that are not yet painted; throws if there is no memory for them.
  init(for page: PixelPage) throws(Diagnostic) {
    self.page = page
    memory = try pixelMemory(of: page.size)
    let surface = try pixelSurface(in: memory, page.size, isOpaque: page.isOpaque)
    let area = Size(width: Double(page.size.width), height: Double(page.size.height))
    canvas = try CairoCanvas(owning: surface, .pixels, area, unitsPerPoint: page.pixelsPerPoint)
  }

  /// Cairo's words 0xAARRGGBB, colors multiplied by alpha; the highest byte of an opaque page says nothing.
  var words: UnsafeMutableBufferPointer<UInt32> { memory.assumingMemoryBound(to: UInt32.self) }

  /// Makes the page as it is before anything is painted on it.
  func clear() {
    // An opaque background is painted over all of it anyway.
    if !page.isOpaque, let start = memory.baseAddress { memset(start, 0, memory.count) }
    cairo_surface_mark_dirty(canvas.surface)
    canvas.paint(background: page.background)
  }

  /// Paints items over what is there.
  func paint(_ items: [DisplayItem]) throws(Diagnostic) {
    // The words may have been changed since Cairo last saw them.
    cairo_surface_mark_dirty(canvas.surface)
    try canvas.paint(items)
    try canvas.check()
    cairo_surface_flush(canvas.surface)
  }
}

/// Memory for the pixels, four bytes each.
private func pixelMemory(of size: PixelSize) throws(Diagnostic) -> UnsafeMutableRawBufferPointer {
  // Pages of 2 MB where the system has them: touching 8 MB takes 0.5 ms instead of 3.3 in pages of 4 KB, and
  // 1.4 MB takes 0.06 instead of 0.64. Less than a quarter of a page is not worth the rest of it.
  let page = 2 << 20
  let count = size.width * size.height * 4
  let isLarge = count > page / 4
  let room = isLarge ? (count + page - 1) / page * page : count
  var memory: UnsafeMutableRawPointer?
  guard posix_memalign(&memory, isLarge ? page : 64, room) == 0, let memory else {
    throw Diagnostic("not enough memory for a picture of \(size.width) × \(size.height) pixels")
  }
  if isLarge { madvise(memory, room, MADV_HUGEPAGE) }
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
