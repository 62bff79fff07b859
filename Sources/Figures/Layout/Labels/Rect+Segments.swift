import Geometry

extension Rect {
  /// The fractions of a segment between which it lies in the rectangle; `nil` if it passes by.
  ///
  /// A segment of no length lies in it from 0 to 1. Source: Y.-D. Liang, B. A. Barsky, "A new concept and method for
  /// line clipping", ACM Transactions on Graphics 3 (1984).
  func clip(_ start: Point, _ end: Point) -> (Double, Double)? {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    var part = (0.0, 1.0)
    guard Self.cut(&part, -dx, start.x - minX), Self.cut(&part, dx, maxX - start.x),
      Self.cut(&part, -dy, start.y - minY), Self.cut(&part, dy, maxY - start.y)
    else { return nil }
    return part
  }

  /// Cuts off what lies beyond one edge; false if nothing is left.
  @inline(__always)
  private static func cut(_ part: inout (Double, Double), _ p: Double, _ q: Double) -> Bool {
    if p == 0 { return q >= 0 }
    if p < 0 { part.0 = max(part.0, q / p) } else { part.1 = min(part.1, q / p) }
    return part.0 < part.1
  }

  /// Around a segment.
  init(from start: Point, to end: Point) {
    self.init(
      minX: min(start.x, end.x), minY: min(start.y, end.y), maxX: max(start.x, end.x),
      maxY: max(start.y, end.y))
  }

  /// The distance between the rectangle and a segment; zero if they meet.
  ///
  /// Written out in coordinates: placing labels asks it hundreds of thousands of times.
  func distance(to start: Point, _ end: Point) -> Double {
    if clip(start, end) != nil { return 0 }
    func square(_ x: Double, _ y: Double) -> Double {
      let (dx, dy) = (max(minX - x, 0, x - maxX), max(minY - y, 0, y - maxY))
      return dx * dx + dy * dy
    }
    var least = min(square(start.x, start.y), square(end.x, end.y))
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let length = dx * dx + dy * dy
    guard length > 0 else { return least.squareRoot() }
    for corner in 0..<4 {
      let (x, y) = (corner & 1 == 0 ? minX : maxX, corner & 2 == 0 ? minY : maxY)
      let t = min(max(((x - start.x) * dx + (y - start.y) * dy) / length, 0), 1)
      let (ex, ey) = (x - start.x - t * dx, y - start.y - t * dy)
      least = min(least, ex * ex + ey * ey)
    }
    return least.squareRoot()
  }

  /// Whether they share more than an edge; as `intersects`, for loops that must be fast.
  @inline(__always)
  func overlaps(_ other: Rect) -> Bool {
    minX < other.maxX && other.minX < maxX && minY < other.maxY && other.minY < maxY
  }

  /// The point of the rectangle that is nearest to another.
  func nearest(to point: Point) -> Point {
    Point(x: min(max(point.x, minX), maxX), y: min(max(point.y, minY), maxY))
  }
}

/// Whether two segments have a point in common that is no end of theirs.
func cross(_ a: (Point, Point), _ b: (Point, Point)) -> Bool {
  func side(_ line: (Point, Point), _ point: Point) -> Double { (line.1 - line.0).cross(point - line.0) }
  return side(a, b.0) * side(a, b.1) < 0 && side(b, a.0) * side(b, a.1) < 0
}
