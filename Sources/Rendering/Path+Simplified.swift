package import Geometry

extension Path {
  /// The same shape with fewer points on its straight runs, no point farther away than `tolerance`.
  ///
  /// Of a run of lines, points are left out as long as one line from the last point kept passes all of
  /// them within the tolerance and moves on; curves, ends and turns stay (Williams 1978, the sector method).
  package func simplified(within tolerance: Double) -> Path {
    var result = Path()
    var sector = Sector(tolerance: tolerance)
    var next = 0
    for verb in verbs {
      let point = next < points.count ? points[next] : .zero
      if verb == .line, let passed = sector.extend(to: point) {
        result.line(to: passed)
      } else if verb != .line {
        if let last = sector.finish() { result.line(to: last) }
        switch verb {
        case .move: result.move(to: point)
        case .curve: result.curve(to: points[next + 2], point, points[next + 1])
        case .line, .close: result.close()
        }
        if verb == .close { sector.anchor = nil } else { sector.anchor = result.points.last }
      }
      next += verb.pointCount
    }
    if let last = sector.finish() { result.line(to: last) }
    return result
  }
}

/// The directions in which one line from the anchor passes all points since, within the tolerance.
private struct Sector {
  let tolerance: Double
  /// Where the line starts; `nil` where that is not known.
  var anchor: Point?
  /// The last point taken in; not yet drawn.
  private var last: Point?
  private var distance = 0.0
  /// The sector's sides; `nil` as long as every direction will do.
  private var sides: (left: Vector, right: Vector)?

  init(tolerance: Double) { self.tolerance = tolerance }

  /// Takes the next point in; returns the point to draw a line to, if the line had to end before.
  mutating func extend(to point: Point) -> Point? {
    guard let anchor else {
      self.anchor = point
      return point
    }
    let reach = point - anchor
    if let last, !(contains(reach) && reach.length >= distance) {
      finish()
      self.anchor = last
      narrow(to: point, point - last)
      return last
    }
    narrow(to: point, reach)
    return nil
  }

  /// Ends the line; returns the point that is still to be drawn, if any.
  @discardableResult
  mutating func finish() -> Point? {
    defer { (last, sides) = (nil, nil) }
    return last
  }

  private func contains(_ reach: Vector) -> Bool {
    guard let sides else { return true }
    return sides.left.cross(reach) >= 0 && reach.cross(sides.right) >= 0
  }

  private mutating func narrow(to point: Point, _ reach: Vector) {
    let length = reach.length
    (last, distance) = (point, length)
    // A point as near to the anchor as this is passed in any direction.
    guard length > tolerance else { return }
    let side = reach.quarterTurn * (tolerance / length)
    let (left, right) = (reach + -side, reach + side)
    guard let old = sides else { return sides = (left, right) }
    sides = (
      old.left.cross(left) > 0 ? left : old.left, right.cross(old.right) > 0 ? right : old.right
    )
  }
}
