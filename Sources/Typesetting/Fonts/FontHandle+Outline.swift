import CHarfBuzz
import Geometry

extension FontHandle {
  /// The outline of a glyph in em, y downwards.
  ///
  /// The missing glyph of a font without one is drawn as a box, so that nothing is ever left out.
  func outline(of glyph: UInt32) -> Path {
    var pen = OutlinePen(scale: 1 / unitsPerEm)
    withUnsafeMutablePointer(to: &pen) { pen in
      // HarfBuzz 7 renamed this to hb_font_draw_glyph and keeps the old name.
      hb_font_get_glyph_shape(font, glyph, drawFunctions.pointer, pen)
    }
    return glyph == 0 && pen.path.isEmpty ? FontHandle.missingGlyph : pen.path
  }

  private static let missingGlyph: Path = {
    var path = Path(Rect(minX: 0.05, minY: -0.7, maxX: 0.55, maxY: 0))
    let inside = Rect(minX: 0.1, minY: -0.65, maxX: 0.5, maxY: -0.05)
    // The other way round, so that the nonzero rule leaves the inside open.
    path.append(
      polyline: [
        Point(x: inside.minX, y: inside.minY), Point(x: inside.minX, y: inside.maxY),
        Point(x: inside.maxX, y: inside.maxY), Point(x: inside.maxX, y: inside.minY),
      ], closed: true)
    return path
  }()
}

/// Collects an outline.
private struct OutlinePen {
  let scale: Double
  var path = Path()

  func point(_ x: Float, _ y: Float) -> Point { Point(x: Double(x) * scale, y: -Double(y) * scale) }
}

/// Unchecked because a pointer is not Sendable: the functions are immutable.
private struct DrawFunctions: @unchecked Sendable {
  let pointer: OpaquePointer?
}

/// Quadratic curves arrive as cubic ones, since there is no function for them.
private let drawFunctions: DrawFunctions = {
  let functions = hb_draw_funcs_create()
  hb_draw_funcs_set_move_to_func(
    functions,
    { _, pen, _, x, y, _ in
      guard let pen = pen?.assumingMemoryBound(to: OutlinePen.self) else { return }
      pen.pointee.path.move(to: pen.pointee.point(x, y))
    }, nil, nil)
  hb_draw_funcs_set_line_to_func(
    functions,
    { _, pen, _, x, y, _ in
      guard let pen = pen?.assumingMemoryBound(to: OutlinePen.self) else { return }
      pen.pointee.path.line(to: pen.pointee.point(x, y))
    }, nil, nil)
  hb_draw_funcs_set_cubic_to_func(
    functions,
    { _, pen, _, x1, y1, x2, y2, x, y, _ in
      guard let pen = pen?.assumingMemoryBound(to: OutlinePen.self) else { return }
      let (first, second) = (pen.pointee.point(x1, y1), pen.pointee.point(x2, y2))
      pen.pointee.path.curve(to: pen.pointee.point(x, y), first, second)
    }, nil, nil)
  hb_draw_funcs_set_close_path_func(
    functions,
    { _, pen, _, _ in
      pen?.assumingMemoryBound(to: OutlinePen.self).pointee.path.close()
    }, nil, nil)
  hb_draw_funcs_make_immutable(functions)
  return DrawFunctions(pointer: functions)
}()
