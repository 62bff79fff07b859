import Geometry

/// A glyph's outline in em, y downwards, and the box around its ink; `nil` for a blank.
struct GlyphShape: Sendable {
  let outline: Path
  let ink: Rect?

  init(_ outline: Path) {
    self.outline = outline
    ink = outline.inkBox
  }
}

/// The outlines of a font's glyphs, each drawn when it is first asked for.
struct GlyphShapes: Sendable {
  private let handle: FontHandle
  private var shapes: [GlyphShape] = []
  /// Where each glyph's shape is among `shapes`, counted from 1; 0 for those that were not asked for.
  private var places: [Int32] = []

  init(_ handle: FontHandle) { self.handle = handle }

  subscript(glyph: UInt32) -> GlyphShape {
    mutating get {
      let index = Int(glyph)
      if index < places.count, places[index] > 0 { return shapes[Int(places[index]) - 1] }
      let shape = GlyphShape(handle.outline(of: glyph))
      // Fonts have at most 65,536 glyphs.
      guard index <= Int(UInt16.max) else { return shape }
      if index >= places.count {
        places += [Int32](repeating: 0, count: max(index + 1, 2 * places.count) - places.count)
      }
      shapes.append(shape)
      places[index] = Int32(clamping: shapes.count)
      return shape
    }
  }
}

extension Path {
  /// The exact box around the filled shape; `nil` for an empty path.
  var inkBox: Rect? {
    guard let first = points.first else { return nil }
    var box = Rect(minX: first.x, minY: first.y, maxX: first.x, maxY: first.y)
    var next = 0
    for verb in verbs {
      defer { next += verb.pointCount }
      switch verb {
      case .move, .line: box.include(points[next])
      case .curve:
        let (a, b, c, d) = (points[next - 1], points[next], points[next + 1], points[next + 2])
        box.include(d)
        // The hull decides for nearly all curves of fonts, whose extremes are end points.
        if box.contains(b), box.contains(c) { continue }
        for t in extremes(a.x, b.x, c.x, d.x) + extremes(a.y, b.y, c.y, d.y) {
          box.include(a.onCurve(b, c, d, at: t))
        }
      case .close: break
      }
    }
    return box
  }
}

extension Rect {
  fileprivate mutating func include(_ point: Point) {
    minX = min(minX, point.x)
    minY = min(minY, point.y)
    maxX = max(maxX, point.x)
    maxY = max(maxY, point.y)
  }
}

extension Point {
  /// The point of the cubic Bézier curve from here to `d`.
  fileprivate func onCurve(_ b: Point, _ c: Point, _ d: Point, at t: Double) -> Point {
    let (ab, bc, cd) = (interpolated(to: b, t), b.interpolated(to: c, t), c.interpolated(to: d, t))
    return ab.interpolated(to: bc, t).interpolated(to: bc.interpolated(to: cd, t), t)
  }
}

/// Where the derivative of a cubic Bézier polynomial vanishes within 0…1.
private func extremes(_ a: Double, _ b: Double, _ c: Double, _ d: Double) -> [Double] {
  let (p, q, r) = (d - a + 3 * (b - c), 2 * (a - 2 * b + c), b - a)
  guard abs(p) > 1e-12 else { return abs(q) > 1e-12 ? [-r / q].filter { 0 < $0 && $0 < 1 } : [] }
  let discriminant = q * q - 4 * p * r
  guard discriminant >= 0 else { return [] }
  let root = discriminant.squareRoot()
  return [(-q - root) / (2 * p), (-q + root) / (2 * p)].filter { 0 < $0 && $0 < 1 }
}
