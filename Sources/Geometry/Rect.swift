/// An upright rectangle on the page, in page units, y downwards; `minY` is its top.
package struct Rect: Hashable, Sendable {
  package var minX: Double
  package var minY: Double
  package var maxX: Double
  package var maxY: Double

  @inlinable
  package init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
    self.minX = minX
    self.minY = minY
    self.maxX = maxX
    self.maxY = maxY
  }

  package init(x: Double, y: Double, width: Double, height: Double) {
    self.init(minX: x, minY: y, maxX: x + width, maxY: y + height)
  }

  /// The smallest rectangle that holds all the points; `nil` if there are none.
  package init?(around points: some Sequence<Point>) {
    var box: Rect?
    for point in points {
      let dot = Rect(minX: point.x, minY: point.y, maxX: point.x, maxY: point.y)
      box = box?.union(dot) ?? dot
    }
    guard let box else { return nil }
    self = box
  }

  package static let zero = Rect(minX: 0, minY: 0, maxX: 0, maxY: 0)

  @inlinable package var width: Double { maxX - minX }
  @inlinable package var height: Double { maxY - minY }
  @inlinable package var midX: Double { (minX + maxX) / 2 }
  @inlinable package var midY: Double { (minY + maxY) / 2 }
  package var size: Size { Size(width: width, height: height) }
  package var center: Point { Point(x: midX, y: midY) }

  /// Whether it encloses nothing (a line or point counts as empty).
  @inlinable
  package var isEmpty: Bool { !(width > 0 && height > 0) }

  /// Grown by the same margin on all sides, or shrunk by a negative one.
  @inlinable
  package func outset(by margin: Double) -> Rect {
    Rect(minX: minX - margin, minY: minY - margin, maxX: maxX + margin, maxY: maxY + margin)
  }

  package func inset(by margin: Double) -> Rect { outset(by: -margin) }

  @inlinable
  package func translated(by offset: Vector) -> Rect {
    Rect(
      minX: minX + offset.x, minY: minY + offset.y, maxX: maxX + offset.x, maxY: maxY + offset.y)
  }

  package func union(_ other: Rect) -> Rect {
    Rect(
      minX: min(minX, other.minX), minY: min(minY, other.minY), maxX: max(maxX, other.maxX),
      maxY: max(maxY, other.maxY))
  }

  /// The common part; empty (possibly inside out) if there is none.
  @inlinable
  package func intersection(_ other: Rect) -> Rect {
    Rect(
      minX: max(minX, other.minX), minY: max(minY, other.minY), maxX: min(maxX, other.maxX),
      maxY: min(maxY, other.maxY))
  }

  /// Whether they share more than an edge.
  @inlinable
  package func intersects(_ other: Rect) -> Bool {
    minX < other.maxX && other.minX < maxX && minY < other.maxY && other.minY < maxY
  }

  /// Whether the point lies inside or on the edge.
  @inlinable
  package func contains(_ point: Point) -> Bool {
    minX <= point.x && point.x <= maxX && minY <= point.y && point.y <= maxY
  }

  @inlinable
  package func contains(_ other: Rect) -> Bool {
    minX <= other.minX && other.maxX <= maxX && minY <= other.minY && other.maxY <= maxY
  }
}
