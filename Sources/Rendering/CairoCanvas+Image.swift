import CCairo
import Drawing
import Geometry

extension CairoCanvas {
  /// A picture made of pixels, stretched over the frame.
  func paint(_ image: RasterImage, in frame: Rect) {
    let visible = frame.intersection(reach.box)
    guard image.width > 0, image.height > 0, image.pixels.count == image.width * image.height * 4,
      frame.width.isFinite, frame.height.isFinite, !visible.isEmpty,
      let toImage = Transform(frame, onto: image).ifInvertible
    else { return }
    let pixels = cairo_image_surface_create(
      CAIRO_FORMAT_ARGB32, Int32(clamping: image.width), Int32(clamping: image.height))
    defer { cairo_surface_destroy(pixels) }
    if let pixels { image.copy(to: pixels) }
    cairo_set_source_surface(context, pixels, 0, 0)
    let pattern = cairo_get_source(context)
    var matrix = cairo_matrix_t(toImage)
    cairo_pattern_set_matrix(pattern, &matrix)
    // FAST takes the nearest pixel too, and is the name that reaches SVG and PDF viewers.
    cairo_pattern_set_filter(pattern, image.isSmooth ? CAIRO_FILTER_BILINEAR : CAIRO_FILTER_FAST)
    switch medium {
    case .pixels:
      // Blending with the emptiness around would fade the edge.
      cairo_pattern_set_extend(pattern, CAIRO_EXTEND_PAD)
      cairo_rectangle(context, visible.minX, visible.minY, visible.width, visible.height)
      cairo_fill(context)
    case .shapes:
      // As an image of its own; a filled shape would become a tiled pattern, which viewers blur.
      if visible == frame { cairo_paint(context) }
    }
  }
}

extension Transform {
  fileprivate init(_ frame: Rect, onto image: RasterImage) {
    let (x, y) = (Double(image.width) / frame.width, Double(image.height) / frame.height)
    self.init(a: x, b: 0, c: 0, d: y, tx: -frame.minX * x, ty: -frame.minY * y)
  }
}

extension RasterImage {
  /// Writes the pixels as Cairo keeps them: one word 0xAARRGGBB, colors multiplied by alpha.
  fileprivate func copy(to surface: OpaquePointer) {
    // No memory without it: the surface then reports its own error when it is used.
    guard let bytes = cairo_image_surface_get_data(surface) else { return }
    let stride = Int(cairo_image_surface_get_stride(surface))
    for y in 0..<height {
      for x in 0..<width {
        let at = (y * width + x) * 4
        let alpha = UInt32(pixels[at + 3])
        func multiplied(_ i: Int) -> UInt32 { (UInt32(pixels[at + i]) * alpha + 127) / 255 }
        let word = alpha << 24 | multiplied(0) << 16 | multiplied(1) << 8 | multiplied(2)
        UnsafeMutableRawPointer(bytes).storeBytes(of: word, toByteOffset: y * stride + x * 4, as: UInt32.self)
      }
    }
    cairo_surface_mark_dirty(surface)
  }
}
