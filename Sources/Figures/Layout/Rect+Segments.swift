import Geometry

extension Rect {
  /// The fractions of a segment between which it lies in the rectangle; `nil` if it passes by.
  ///
  /// A segment of no length lies in it from 0 to 1. Source: Y.-D. Liang, B. A. Barsky, "A new concept and method for
  /// line clipping", ACM Transactions on Graphics 3 (1984).
  func clip(_ start: Point, _ end: Point) -> (Double, Double)? {
    let along = end - start
    var low = 0.0
    var high = 1.0
    /// Cuts off what lies beyond one edge; false if nothing is left.
    func cut(_ p: Double, _ q: Double) -> Bool {
      if p == 0 { return q >= 0 }
      if p < 0 { low = max(low, q / p) } else { high = min(high, q / p) }
      return low < high
    }
    let isLeft =
      cut(-along.x, start.x - minX) && cut(along.x, maxX - start.x) && cut(-along.y, start.y - minY)
      && cut(along.y, maxY - start.y)
    return isLeft ? (low, high) : nil
  }

  /// The distance between the rectangle and a segment; zero if they meet.
  func distance(to start: Point, _ end: Point) -> Double {
    if clip(start, end) != nil { return 0 }
    let ends = min((start - nearest(to: start)).length, (end - nearest(to: end)).length)
    let along = end - start
    let square = along.dot(along)
    guard square > 0 else { return ends }
    return [minX, maxX].reduce(ends) { least, x in
      [minY, maxY].reduce(least) { least, y in
        let corner = Point(x: x, y: y)
        let t = min(max((corner - start).dot(along) / square, 0), 1)
        return min(least, (corner - start.interpolated(to: end, t)).length)
      }
    }
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
