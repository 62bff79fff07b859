/// A shape made of lines and cubic curves; every subpath starts with a move.
///
/// Verbs and points lie in two flat arrays, so that a contour of a hundred thousand points stays cheap.
package struct Path: Hashable, Sendable {
  /// What the pen does next, and how many points it takes: 1, 1, 3, 0.
  package enum Verb: UInt8, Hashable, Sendable {
    case move
    case line
    case curve
    case close

    @inlinable package var pointCount: Int {
      switch self {
      case .move, .line: 1
      case .curve: 3
      case .close: 0
      }
    }
  }

  package private(set) var verbs: [Verb] = []
  package private(set) var points: [Point] = []

  package init() {}

  package var isEmpty: Bool { verbs.isEmpty }

  package mutating func move(to point: Point) {
    verbs.append(.move)
    points.append(point)
  }

  package mutating func line(to point: Point) {
    verbs.append(.line)
    points.append(point)
  }

  /// A cubic Bézier curve with two control points.
  package mutating func curve(to end: Point, _ control1: Point, _ control2: Point) {
    verbs.append(.curve)
    points.append(control1)
    points.append(control2)
    points.append(end)
  }

  package mutating func close() { verbs.append(.close) }

  package mutating func append(_ other: Path) {
    verbs += other.verbs
    points += other.points
  }

  /// Appends a polyline, closed if asked; fewer than two points add nothing.
  package mutating func append(polyline: some Collection<Point>, closed: Bool = false) {
    guard polyline.count > 1 else { return }
    verbs.reserveCapacity(verbs.count + polyline.count + 1)
    verbs.append(.move)
    verbs.append(contentsOf: repeatElement(.line, count: polyline.count - 1))
    points.append(contentsOf: polyline)
    if closed { verbs.append(.close) }
  }

  package init(polyline: some Collection<Point>, closed: Bool = false) {
    append(polyline: polyline, closed: closed)
  }

  package init(_ rect: Rect) {
    append(
      polyline: [
        Point(x: rect.minX, y: rect.minY), Point(x: rect.maxX, y: rect.minY),
        Point(x: rect.maxX, y: rect.maxY), Point(x: rect.minX, y: rect.maxY),
      ], closed: true)
  }

  /// A circle as four cubic curves.
  package init(circle center: Point, radius: Double) {
    // 4/3 (√2 − 1): the cubic through the quarter circle's midpoint; error < 2.8e-4 of the radius.
    let k = 0.552_284_749_830_793_4 * radius
    let (x, y, r) = (center.x, center.y, radius)
    move(to: Point(x: x + r, y: y))
    curve(to: Point(x: x, y: y + r), Point(x: x + r, y: y + k), Point(x: x + k, y: y + r))
    curve(to: Point(x: x - r, y: y), Point(x: x - k, y: y + r), Point(x: x - r, y: y + k))
    curve(to: Point(x: x, y: y - r), Point(x: x - r, y: y - k), Point(x: x - k, y: y - r))
    curve(to: Point(x: x + r, y: y), Point(x: x + k, y: y - r), Point(x: x + r, y: y - k))
    close()
  }

  package func transformed(by transform: Transform) -> Path {
    var result = self
    for i in result.points.indices { result.points[i] = transform.apply(result.points[i]) }
    return result
  }

  package func translated(by offset: Vector) -> Path {
    var result = self
    for i in result.points.indices { result.points[i] = result.points[i] + offset }
    return result
  }

  /// The box around all points, control points included; `nil` for an empty path.
  package var controlBox: Rect? { Rect(around: points) }
}
