import CCairo
import Diagnostics
import Drawing
import Geometry

/// The PDF that Cairo writes when the list is painted; `describe` gets its surface before that.
func pdfFile(
  of list: DisplayList, describe: (OpaquePointer) -> Void
) throws(Diagnostic) -> [UInt8] {
  try checkPage(list.size)
  let bytes = UnsafeMutablePointer<[UInt8]>.allocate(capacity: 1)
  bytes.initialize(to: [])
  defer {
    bytes.deinitialize(count: 1)
    bytes.deallocate()
  }
  guard
    let surface = cairo_pdf_surface_create_for_stream(append, bytes, list.size.width, list.size.height)
  else {
    throw Diagnostic("not enough memory for the picture")
  }
  describe(surface)
  try paint(list, on: surface)
  return bytes.pointee
}

/// A function of its own, since the surface may write until its owner is gone.
private func paint(_ list: DisplayList, on surface: OpaquePointer) throws(Diagnostic) {
  var canvas = try CairoCanvas(owning: surface, .shapes, list.size, unitsPerPoint: 1)
  try canvas.paint(list)
  cairo_surface_finish(surface)
  try canvas.check()
}

private let append: cairo_write_func_t = { bytes, data, count in
  let file = bytes?.assumingMemoryBound(to: [UInt8].self)
  file?.pointee.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
  return CAIRO_STATUS_SUCCESS
}
