import Geometry

/// Joins the short segments of a line into long ones that no point of it is further from than a tolerance.
///
/// Source: C. M. Williams, "An efficient algorithm for the piecewise linear approximation of planar curves",
/// Computer Graphics and Image Processing 8 (1978): a segment may grow while its end lies in the cone of directions
/// that pass all points since its start within the tolerance.
struct LineSimplification {
  /// In points; a tenth of a thin line.
  static let tolerance = 0.1

  private var start: Point?
  private var last: Point?
  /// The sides of the cone, the second clockwise from the first; `nil` while every direction is allowed.
  private var cone: (Vector, Vector)?
  private var length = 0.0

  /// Goes on to a point; returns the segment that ends before it, if one does.
  mutating func next(_ point: Point) -> (Point, Point)? {
    guard point.isFinite else { return end() }
    guard let start, let last else {
      (self.start, self.last) = (point, point)
      return nil
    }
    if grows(from: start, to: point) {
      self.last = point
      return nil
    }
    (self.start, cone, length) = (last, nil, 0)
    _ = grows(from: last, to: point)
    self.last = point
    return (start, last)
  }

  /// The segment that is open still; the next point starts a new line.
  mutating func end() -> (Point, Point)? {
    defer { self = LineSimplification() }
    guard let start, let last, start != last else { return nil }
    return (start, last)
  }

  /// Narrows the cone by a point, unless that lies outside or back the way.
  private mutating func grows(from start: Point, to point: Point) -> Bool {
    let along = point - start
    let reach = along.length
    if let cone, cone.0.cross(along) < 0 || along.cross(cone.1) < 0 || reach < length { return false }
    if cone == nil, reach < length { return false }
    length = reach
    guard reach > Self.tolerance else { return true }
    let across = along.normalized.quarterTurn * Self.tolerance
    let (low, high) = (along - across, along + across)
    guard let cone else {
      self.cone = (low, high)
      return true
    }
    self.cone = (cone.0.cross(low) > 0 ? low : cone.0, high.cross(cone.1) > 0 ? high : cone.1)
    return true
  }
}

extension Vector {
  fileprivate static func - (a: Vector, b: Vector) -> Vector { a + -b }
}
