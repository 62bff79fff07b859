import CCairo
import Drawing
import Geometry

extension CairoCanvas {
  /// A shape, filled and then stroked.
  func paint(_ path: Path, _ fill: Color?, _ stroke: Stroke?) {
    if let fill, fill.alpha > 0 {
      trace(visible(path, closing: true))
      use(fill)
      cairo_fill(context)
    }
    if let stroke, stroke.color.alpha > 0, stroke.width > 0 {
      trace(visible(path, closing: false))
      use(stroke.color)
      use(stroke)
      cairo_stroke(context)
    }
  }

  private func visible(_ path: Path, closing: Bool) -> Path {
    reach.visible(path, closing: closing, within: medium == .pixels ? 1 / 64 : 1 / 128)
  }

  /// Makes a path Cairo's own; each point p of it becomes offset + scale · p.
  func trace(_ path: Path, scale: Double = 1, offset: Vector = .zero) {
    let verbs = path.verbs
    path.points.withUnsafeBufferPointer { points in
      var next = 0
      func x(_ i: Int) -> Double { points[next + i].x * scale + offset.x }
      func y(_ i: Int) -> Double { points[next + i].y * scale + offset.y }
      for verb in verbs {
        switch verb {
        case .move: cairo_move_to(context, x(0), y(0))
        case .line: cairo_line_to(context, x(0), y(0))
        case .curve: cairo_curve_to(context, x(0), y(0), x(1), y(1), x(2), y(2))
        case .close: cairo_close_path(context)
        }
        next += verb.pointCount
      }
    }
  }

  private func use(_ stroke: Stroke) {
    // No visible line is wider than what can be reached; beyond it Cairo's numbers overflow.
    cairo_set_line_width(context, min(stroke.width, reach.box.width / 8))
    cairo_set_line_cap(context, cairo_line_cap_t(stroke.cap))
    cairo_set_line_join(context, cairo_line_join_t(stroke.join))
    let dash = stroke.dash
    // Cairo refuses a pattern without length and negative parts; such a line is solid.
    let isPattern = dash.allSatisfy { $0 >= 0 && $0 < 1e6 } && dash.reduce(0, +) > 0
    cairo_set_dash(context, dash, isPattern ? Int32(clamping: dash.count) : 0, 0)
  }
}

extension cairo_line_cap_t {
  fileprivate init(_ cap: Stroke.Cap) {
    self =
      switch cap {
      case .butt: CAIRO_LINE_CAP_BUTT
      case .round: CAIRO_LINE_CAP_ROUND
      case .square: CAIRO_LINE_CAP_SQUARE
      }
  }
}

extension cairo_line_join_t {
  fileprivate init(_ join: Stroke.Join) {
    self =
      switch join {
      case .miter: CAIRO_LINE_JOIN_MITER
      case .round: CAIRO_LINE_JOIN_ROUND
      case .bevel: CAIRO_LINE_JOIN_BEVEL
      }
  }
}
