import Geometry

/// One thing on the page that labels keep clear of.
struct Obstacle: Sendable {
  enum Shape: Sendable {
    /// Everything nearer to a segment than `reach`; a dot is a segment of no length.
    case line(Point, Point, reach: Double)
    case box(Rect)
  }

  var shape: Shape
  var weight: ObstacleMap.Weight
  var owner: ObstacleMap.Owner

  /// Whether a box touches it.
  func touches(_ box: Rect) -> Bool {
    switch shape {
    case .line(let start, let end, let reach):
      // Most are far away, which is quickly seen; only near the corners of the box does it take a closer look.
      isNear(start, end, box.outset(by: reach)) && box.distance(to: start, end) < reach
    case .box(let rect): rect.intersects(box)
    }
  }

  /// Whether a segment passes through a box; without divisions for those that stay on one side of it.
  @inline(__always)
  private func isNear(_ start: Point, _ end: Point, _ box: Rect) -> Bool {
    if start.x > box.maxX && end.x > box.maxX || start.x < box.minX && end.x < box.minX { return false }
    if start.y > box.maxY && end.y > box.maxY || start.y < box.minY && end.y < box.minY { return false }
    return box.clip(start, end) != nil
  }

  /// How far it is from a box; infinity if further than `limit`.
  func distance(to box: Rect, upTo limit: Double) -> Double {
    let distance: Double
    switch shape {
    case .line(let start, let end, let reach):
      guard isNear(start, end, box.outset(by: reach + limit)) else { return .infinity }
      distance = max(box.distance(to: start, end) - reach, 0)
    case .box(let rect):
      let across = max(rect.minX - box.maxX, box.minX - rect.maxX, 0)
      let up = max(rect.minY - box.maxY, box.minY - rect.maxY, 0)
      distance = Vector(x: across, y: up).length
    }
    return distance < limit ? distance : .infinity
  }

  /// How bad it is to cover what of it lies in `box` and in `cell`; costs of several cells add up.
  func cost(of box: Rect, in cell: Rect) -> Double {
    switch shape {
    case .line(let start, let end, let reach):
      guard let inside = box.outset(by: reach).intersection(cell).clip(start, end) else { return 0 }
      // A dot weighs as much as its width.
      return ((end - start).length * (inside.1 - inside.0) + reach) * weight.perLength
    case .box(let rect):
      let common = rect.intersection(box).intersection(cell)
      return common.isEmpty ? 0 : common.width * common.height * weight.perArea
    }
  }
}
