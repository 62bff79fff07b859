import CCairo
import Diagnostics
import Drawing
import Geometry

extension CairoCanvas {
  /// A run of text; `origin` is the left end of its baseline.
  func paint(_ run: GlyphRun, at origin: Point) throws(Diagnostic) {
    guard run.color.alpha > 0, run.size > 0, run.size.isFinite, origin.isFinite else { return }
    use(run.color)
    switch medium {
    case .pixels: fill(run, at: origin)
    case .shapes: try showGlyphs(of: run, at: origin)
    }
  }

  /// Paints through the run's mask, whose place is exact to 1/1024 of a pixel.
  ///
  /// `cairo_show_glyphs` would round every glyph to whole pixels.
  private func fill(_ run: GlyphRun, at origin: Point) {
    let place = reach.toDevice.apply(origin)
    let (column, row) = (place.x.rounded(.down), place.y.rounded(.down))
    guard abs(column) < 1e6, abs(row) < 1e6 else { return fillOutlines(of: run, at: origin) }
    var map = reach.toDevice
    map.tx = ((place.x - column) * 1024).rounded() / 1024
    map.ty = ((place.y - row) * 1024).rounded() / 1024
    guard let mask = textMasks.mask(of: run, map) else { return fillOutlines(of: run, at: origin) }
    var matrix = cairo_matrix_t()
    cairo_get_matrix(context, &matrix)
    defer { cairo_set_matrix(context, &matrix) }
    cairo_identity_matrix(context)
    mask.coverage.withUnsafeBufferPointer { bytes in
      // Cairo only reads what is a source, and is done with it when it has painted.
      let surface = cairo_image_surface_create_for_data(
        UnsafeMutablePointer(mutating: bytes.baseAddress), CAIRO_FORMAT_A8, Int32(mask.width),
        Int32(mask.height), Int32(mask.rowBytes))
      defer { cairo_surface_destroy(surface) }
      cairo_mask_surface(context, surface, column + Double(mask.x), row + Double(mask.y))
    }
  }

  /// Fills the shapes themselves, for text that has no mask.
  private func fillOutlines(of run: GlyphRun, at origin: Point) {
    let reach = reach.box
    for glyph in run.glyphs where !glyph.outline.isEmpty && glyph.origin.isFinite {
      let offset = Vector(x: origin.x + glyph.origin.x, y: origin.y + glyph.origin.y)
      let inside = Transform.scale(1 / run.size, 1 / run.size).apply(reach.translated(by: -offset))
      let isReachable = glyph.outline.lies(within: inside)
      let outline = isReachable ? glyph.outline : glyph.outline.clipped(to: inside, closing: true)
      trace(outline, scale: run.size, offset: offset)
    }
    // One fill for the whole run: parts that overlap must not show in a translucent color.
    cairo_fill(context)
  }

  /// Leaves the text in the file, so that it can be searched and copied.
  private func showGlyphs(of run: GlyphRun, at origin: Point) throws(Diagnostic) {
    let reach = reach.box
    let glyphs = run.glyphs.map { glyph in
      cairo_glyph_t(
        index: UInt(glyph.id), x: origin.x + glyph.origin.x, y: origin.y + glyph.origin.y)
    }
    // A run that is not on the page at all may have coordinates that Cairo cannot hold.
    guard glyphs.allSatisfy({ reach.contains(Point(x: $0.x, y: $0.y)) }), run.size < reach.height else {
      return
    }
    cairo_set_font_face(context, try fontFaces.face(run.font).handle.handle)
    cairo_set_font_size(context, run.size)
    cairo_set_font_options(context, fontFaces.options.handle)
    guard run.clustersAreSound else {
      cairo_show_glyphs(context, glyphs, Int32(clamping: glyphs.count))
      return
    }
    let clusters = run.clusters.map { cluster in
      cairo_text_cluster_t(num_bytes: Int32(cluster.byteCount), num_glyphs: Int32(cluster.glyphCount))
    }
    let order = run.isRightToLeft ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : cairo_text_cluster_flags_t(0)
    cairo_show_text_glyphs(
      context, run.text, Int32(run.text.utf8.count), glyphs, Int32(glyphs.count), clusters,
      Int32(clusters.count), order)
  }
}

extension GlyphRun {
  /// Whether the clusters cover text and glyphs as Cairo demands, each ending between characters.
  var clustersAreSound: Bool {
    guard !text.utf8.contains(0), text.utf8.count < 1_000_000, glyphs.count < 1_000_000 else { return false }
    let bytes = Array(text.utf8)
    var (byte, glyph) = (0, 0)
    for cluster in clusters {
      guard cluster.byteCount >= 0, cluster.glyphCount >= 0, cluster.byteCount <= bytes.count - byte,
        cluster.glyphCount <= glyphs.count - glyph, cluster.byteCount + cluster.glyphCount > 0
      else { return false }
      byte += cluster.byteCount
      glyph += cluster.glyphCount
      // 10xxxxxx continues a character in UTF-8.
      if byte < bytes.count, bytes[byte] & 0xC0 == 0x80 { return false }
    }
    return byte == bytes.count && glyph == glyphs.count
  }
}
