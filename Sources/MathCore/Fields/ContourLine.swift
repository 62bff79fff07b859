/// A chain of points on one level of a field, or around one part of a region.
package struct ContourLine: Hashable, Sendable {
  /// The points in order, no two neighbors equal; a closed line does not repeat its first point.
  package var points: [DataPoint]
  /// Whether the last point is joined to the first.
  package var isClosed: Bool

  /// A line through `points`.
  package init(points: [DataPoint], isClosed: Bool) {
    self.points = points
    self.isClosed = isClosed
  }
}
