/// A place in data units, before any scale; a coordinate is NaN where a curve is undefined.
package struct DataPoint: Hashable, Sendable {
  package var x: Double
  package var y: Double

  /// A point from its coordinates, which may be any numbers.
  @inlinable
  package init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  /// Whether both coordinates are numbers, neither NaN nor infinite.
  @inlinable
  package var isFinite: Bool { x.isFinite && y.isFinite }
}
