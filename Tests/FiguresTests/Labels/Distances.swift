import Geometry

extension Rect {
  /// The distance between a rectangle and a segment: zero if they touch.
  func gap(to start: Point, _ end: Point) -> Double {
    let corners = [
      Point(x: minX, y: minY), Point(x: maxX, y: minY), Point(x: maxX, y: maxY), Point(x: minX, y: maxY),
    ]
    if contains(start) || contains(end) { return 0 }
    let sides = zip(corners, corners.dropFirst() + corners.prefix(1))
    if sides.contains(where: { haveCommonPoint($0.0, $0.1, start, end) }) { return 0 }
    return
      (corners.map { $0.distance(toSegment: start, end) }
      + [distance(to: start), distance(to: end)]).min() ?? .infinity
  }

  /// The distance between a rectangle and a point.
  func distance(to point: Point) -> Double {
    let across = max(minX - point.x, 0, point.x - maxX)
    let up = max(minY - point.y, 0, point.y - maxY)
    return (across * across + up * up).squareRoot()
  }
}

extension Point {
  /// The distance to the nearest point of a segment.
  func distance(toSegment start: Point, _ end: Point) -> Double {
    let along = end - start
    let square = along.dot(along)
    let t = square > 0 ? min(max((self - start).dot(along) / square, 0), 1) : 0
    return distance(to: start.interpolated(to: end, t))
  }
}

/// Whether two segments meet, by the turns at their ends.
func haveCommonPoint(_ a: Point, _ b: Point, _ c: Point, _ d: Point) -> Bool {
  func turn(_ p: Point, _ q: Point, _ r: Point) -> Double { (q - p).cross(r - p) }
  return turn(a, b, c) * turn(a, b, d) <= 0 && turn(c, d, a) * turn(c, d, b) <= 0
    && max(a.x, b.x) >= min(c.x, d.x) && max(c.x, d.x) >= min(a.x, b.x) && max(a.y, b.y) >= min(c.y, d.y)
    && max(c.y, d.y) >= min(a.y, b.y)
}
