/// A displacement on the page, in page units, y downwards.
package struct Vector: Hashable, Sendable {
  package var x: Double
  package var y: Double

  @inlinable
  package init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  package static let zero = Vector(x: 0, y: 0)

  @inlinable package var length: Double { (x * x + y * y).squareRoot() }

  /// The vector of length 1 in the same direction; zero stays zero.
  @inlinable package var normalized: Vector { length > 0 ? self * (1 / length) : self }

  /// Turned by a quarter, clockwise as seen on the page (y points down).
  @inlinable package var quarterTurn: Vector { Vector(x: -y, y: x) }

  @inlinable
  package static func * (vector: Vector, factor: Double) -> Vector {
    Vector(x: vector.x * factor, y: vector.y * factor)
  }

  @inlinable
  package static func + (a: Vector, b: Vector) -> Vector { Vector(x: a.x + b.x, y: a.y + b.y) }

  @inlinable
  package static prefix func - (vector: Vector) -> Vector { Vector(x: -vector.x, y: -vector.y) }

  @inlinable
  package func dot(_ other: Vector) -> Double { x * other.x + y * other.y }

  /// The third coordinate of the cross product: positive if `other` lies clockwise on the page.
  @inlinable
  package func cross(_ other: Vector) -> Double { x * other.y - y * other.x }
}
