import Geometry

/// Cuts a path down to a box much larger than the page, for coordinates beyond Cairo's number range.
///
/// Sutherland and Hodgman 1974, one half plane after another. What runs along the box's edges keeps the
/// winding right and is too far away to be seen when stroked.
struct PathClipper {
  let box: Rect
  let closing: Bool
  private var result = Path()
  /// The piece being collected; after a break its start is not the subpath's.
  private var chain: [Point] = []
  private var start: Point?

  init(box: Rect, closing: Bool) {
    self.box = box
    self.closing = closing
  }

  /// Takes the next step of the path.
  mutating func take(_ verb: Path.Verb, _ points: ArraySlice<Point>) {
    guard points.allSatisfy(\.isFinite) else {
      flush(closed: false)
      if verb == .move { start = nil }
      return
    }
    let points = points.map(tamed)
    switch verb {
    case .move:
      flush(closed: false)
      start = points[0]
      chain = points
    case .line:
      chain += points
    case .curve:
      if let from = chain.last { flatten(from, points[0], points[1], points[2], depth: 0) }
      if chain.isEmpty { chain = [points[2]] }
    case .close:
      let isWhole = chain.first == start
      if !isWhole, !chain.isEmpty, let start { chain.append(start) }
      flush(closed: isWhole)
      if let start { chain = [start] }
    }
  }

  /// The clipped path.
  consuming func finished() -> Path {
    flush(closed: false)
    return result
  }

  /// Far enough from overflow that differences and products of two coordinates stay finite.
  private func tamed(_ point: Point) -> Point {
    Point(x: min(max(point.x, -1e150), 1e150), y: min(max(point.y, -1e150), 1e150))
  }

  /// Replaces a curve by lines where it is outside, and by short chords inside.
  ///
  /// Halving stops at pieces that cannot be seen: outside the box, or nearly straight.
  private mutating func flatten(_ a: Point, _ b: Point, _ c: Point, _ d: Point, depth: Int) {
    let hull = Rect(around: [a, b, c, d]) ?? .zero
    // The box is at least 2^17 pixels wide, so this is 1/32 of a pixel.
    let isFlat = max(bend(a, b, d), bend(a, c, d)) < box.width / 4_194_304
    if depth == 64 || isFlat || hull.intersection(box).width < 0 || hull.intersection(box).height < 0 {
      chain.append(d)
      return
    }
    let (ab, bc, cd) = (a.interpolated(to: b, 0.5), b.interpolated(to: c, 0.5), c.interpolated(to: d, 0.5))
    let (abc, bcd) = (ab.interpolated(to: bc, 0.5), bc.interpolated(to: cd, 0.5))
    let middle = abc.interpolated(to: bcd, 0.5)
    flatten(a, ab, abc, middle, depth: depth + 1)
    flatten(middle, bcd, cd, d, depth: depth + 1)
  }

  /// How far a control point lies from its chord.
  private func bend(_ a: Point, _ control: Point, _ d: Point) -> Double {
    let chord = d - a
    let length = chord.length
    return length > 0 ? abs(chord.cross(control - a)) / length : (control - a).length
  }

  private mutating func flush(closed: Bool) {
    defer { chain.removeAll(keepingCapacity: true) }
    guard chain.count > 1 else { return }
    let closed = closed || closing
    var points = chain
    for side in [Side.left, .right, .top, .bottom] { points = cut(points, at: side, closed: closed) }
    result.append(polyline: points, closed: closed)
  }

  private enum Side { case left, right, top, bottom }

  /// How far inside the half plane a point is.
  private func depth(_ point: Point, _ side: Side) -> Double {
    switch side {
    case .left: point.x - box.minX
    case .right: box.maxX - point.x
    case .top: point.y - box.minY
    case .bottom: box.maxY - point.y
    }
  }

  private func cut(_ points: [Point], at side: Side, closed: Bool) -> [Point] {
    guard var previous = closed ? points.last : points.first else { return [] }
    var kept: [Point] = []
    for point in points {
      let (before, now) = (depth(previous, side), depth(point, side))
      if (before < 0) != (now < 0) {
        kept.append(onEdge(previous.interpolated(to: point, before / (before - now)), side))
      }
      if now >= 0 { kept.append(point) }
      previous = point
    }
    return kept
  }

  /// Exactly on the edge, whatever rounding did.
  private func onEdge(_ point: Point, _ side: Side) -> Point {
    switch side {
    case .left: Point(x: box.minX, y: point.y)
    case .right: Point(x: box.maxX, y: point.y)
    case .top: Point(x: point.x, y: box.minY)
    case .bottom: Point(x: point.x, y: box.maxY)
    }
  }
}
