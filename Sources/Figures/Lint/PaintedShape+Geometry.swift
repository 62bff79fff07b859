import Geometry
import Drawing

extension PaintedShape {
  /// Whether a point lies in the filled shape, by the nonzero rule.
  func isFilled(at point: Point) -> Bool {
    guard fill != nil, clip?.contains(point) ?? true else { return false }
    return lines.reduce(0) { $0 + $1.winding(around: point) } != 0
  }

  /// Whether a point lies under the stroke, dashes taken as solid.
  func isStroked(at point: Point) -> Bool {
    guard let stroke, clip?.contains(point) ?? true else { return false }
    return lines.contains { $0.distance(to: point, within: stroke.width / 2) <= stroke.width / 2 }
  }
}

extension PaintedShape.Polyline {
  /// The segments, that which closes the line included.
  var segments: some Sequence<(Point, Point)> {
    zip(points, points.dropFirst() + (isClosed ? points.prefix(1) : []))
  }

  /// How often it runs around a point.
  func winding(around center: Point) -> Int {
    guard box.contains(center), points.count > 2 else { return 0 }
    var turns = 0
    for (start, end) in zip(points, points.dropFirst() + points.prefix(1))
    where (start.y <= center.y) != (end.y <= center.y) {
      let x = start.x + (center.y - start.y) / (end.y - start.y) * (end.x - start.x)
      if x > center.x { turns += end.y > start.y ? 1 : -1 }
    }
    return turns
  }

  /// The distance of a point, or infinity where its box tells that it is more than a limit.
  func distance(to point: Point, within limit: Double) -> Double {
    guard box.outset(by: limit).contains(point) else { return .infinity }
    guard points.count > 1 else { return points.first.map { (point - $0).length } ?? .infinity }
    return segments.reduce(.infinity) { min($0, distance(of: point, to: $1)) }
  }

  private func distance(of point: Point, to segment: (Point, Point)) -> Double {
    let along = segment.1 - segment.0
    let square = along.x * along.x + along.y * along.y
    let offset = point - segment.0
    let t = square > 0 ? min(max((offset.x * along.x + offset.y * along.y) / square, 0), 1) : 0
    return (point - segment.0.interpolated(to: segment.1, t)).length
  }

  /// Whether the line passes through a box.
  func meets(_ other: Rect) -> Bool {
    guard box.minX <= other.maxX, other.minX <= box.maxX, box.minY <= other.maxY, other.minY <= box.maxY
    else { return false }
    return segments.contains { other.clip($0.0, $0.1) != nil }
  }
}
