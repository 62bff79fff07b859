import Geometry
import MathCore

/// A straight line of the data, without ends.
///
/// It is straight in the values that the axes name: on logarithmic axes it bends on the page, as y = x + 1 does.
struct StraightLine: Hashable, Sendable {
  /// Some point of it.
  var point: DataPoint
  /// The rise for a step of one to the right; infinite for an upright line.
  var slope: Double

  init(through point: DataPoint, slope: Double) {
    self.point = point
    self.slope = slope
  }

  /// The line through two different points.
  init(through start: DataPoint, _ end: DataPoint) {
    // Halves, so that no difference of finite numbers is infinite.
    let (run, rise) = (end.x / 2 - start.x / 2, end.y / 2 - start.y / 2)
    self.init(through: start, slope: run == 0 ? .infinity : rise / run)
  }

  /// Its y over an x; not finite on an upright line.
  func y(at x: Double) -> Double { point.y + slope * (x - point.x) }

  /// Its x at a y; not finite on a level line.
  func x(at y: Double) -> Double { point.x + (y - point.y) / slope }

  /// What of it lies in the frame of a panel, from left to right; empty if nothing does.
  func points(on panel: Panel) -> [Point] {
    let line = (panel.x.isLinear && panel.y.isLinear ? ends(on: panel) : samples(on: panel))
      .map(panel.place).filter(\.isFinite)
    var seen: [Point] = []
    for (start, end) in zip(line, line.dropFirst()) {
      guard let (low, high) = panel.frame.clip(start, end) else { continue }
      let piece = [low, high].map { panel.frame.nearest(to: start.interpolated(to: end, $0)) }
      seen += seen.last == piece[0] ? [piece[1]] : piece
    }
    return seen
  }

  /// Where it meets the two edges of the frame that it crosses at the larger angle, or their continuations.
  private func ends(on panel: Panel) -> [DataPoint] {
    let (across, up) = (panel.x.domain, panel.y.domain)
    let climb = slope * (across.upperBound - across.lowerBound) / (up.upperBound - up.lowerBound)
    if abs(climb) * panel.frame.height <= panel.frame.width {
      return [across.lowerBound, across.upperBound].map { DataPoint(x: $0, y: y(at: $0)) }
    }
    let ends = [up.lowerBound, up.upperBound].map { DataPoint(x: x(at: $0), y: $0) }
    return slope < 0 ? ends.reversed() : ends
  }

  /// So many points that it looks smooth where an axis bends it: at equal steps along both axes.
  private func samples(on panel: Panel) -> [DataPoint] {
    let byX = panel.x.samples(256).map { DataPoint(x: $0, y: y(at: $0)) }
    let byY = panel.y.samples(256).map { DataPoint(x: x(at: $0), y: $0) }
    let sign = slope < 0 ? -1.0 : 1.0
    return (byX + byY).filter(\.isFinite).sorted { ($0.x, sign * $0.y) < ($1.x, sign * $1.y) }
  }
}

/// A part of the page around a point: how far a line of limited length reaches.
struct Reach: Hashable, Sendable {
  var center: Point
  var radius: Double

  /// What of a line on the page lies within; its pieces are one line again if they were before.
  func part(of line: [Point]) -> [Point] {
    var part: [Point] = []
    for (start, end) in zip(line, line.dropFirst()) {
      guard let (low, high) = clip(start, end) else { continue }
      let piece = [start.interpolated(to: end, low), start.interpolated(to: end, high)]
      part += part.last == piece[0] ? [piece[1]] : piece
    }
    return part
  }

  /// The shares of the way from `start` to `end` between which it runs within; `nil` if it does not.
  private func clip(_ start: Point, _ end: Point) -> (Double, Double)? {
    let (way, off) = (end - start, start - center)
    let (a, b, c) = (way.dot(way), off.dot(way), off.dot(off) - radius * radius)
    let discriminant = b * b - a * c
    guard a > 0, discriminant > 0 else { return nil }
    let root = discriminant.squareRoot()
    let (low, high) = (max((-b - root) / a, 0), min((-b + root) / a, 1))
    return low < high ? (low, high) : nil
  }
}
