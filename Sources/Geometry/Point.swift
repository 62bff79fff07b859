/// A place on the page, in page units (points, 1/72 in), y downwards.
package struct Point: Hashable, Sendable {
  package var x: Double
  package var y: Double

  @inlinable
  package init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  package static let zero = Point(x: 0, y: 0)

  @inlinable
  package static func + (point: Point, vector: Vector) -> Point {
    Point(x: point.x + vector.x, y: point.y + vector.y)
  }

  @inlinable
  package static func - (point: Point, vector: Vector) -> Point {
    Point(x: point.x - vector.x, y: point.y - vector.y)
  }

  @inlinable
  package static func - (end: Point, start: Point) -> Vector {
    Vector(x: end.x - start.x, y: end.y - start.y)
  }

  /// Whether both coordinates are numbers that can be drawn.
  @inlinable
  package var isFinite: Bool { x.isFinite && y.isFinite }

  /// The point at fraction `t` of the way to `end`; `t` may lie outside 0…1.
  @inlinable
  package func interpolated(to end: Point, _ t: Double) -> Point {
    Point(x: x + (end.x - x) * t, y: y + (end.y - y) * t)
  }
}
