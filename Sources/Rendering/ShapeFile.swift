import CCairo
import Diagnostics
import Drawing
import Geometry

/// Makes the surface of a file: takes where to write, and the page's width and height in points.
typealias SurfaceMaker = (cairo_write_func_t, UnsafeMutableRawPointer, Double, Double) -> OpaquePointer?

/// The file that Cairo writes when the list is painted on a surface that keeps shapes as shapes.
func shapeFile(
  of list: DisplayList, on make: SurfaceMaker, describe: (OpaquePointer) -> Void = { _ in }
) throws(Diagnostic) -> [UInt8] {
  try checkPage(list.size)
  let bytes = UnsafeMutablePointer<[UInt8]>.allocate(capacity: 1)
  bytes.initialize(to: [])
  defer {
    bytes.deinitialize(count: 1)
    bytes.deallocate()
  }
  guard let surface = make(append, bytes, list.size.width, list.size.height) else {
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
