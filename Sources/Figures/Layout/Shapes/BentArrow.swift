import Drawing
import Geometry

/// An arrow along a curve, whose tip touches its end point exactly.
struct BentArrow {
  let start: Point
  let end: Point
  private let control1: Point
  private let control2: Point

  /// `bend` is how far the middle stands off the straight way, as a share of its length: positive to the left of
  /// one who walks along it.
  init(from start: Point, to end: Point, bend: Double) {
    self.start = start
    self.end = end
    let along = end - start
    // A cubic's middle stands off by three quarters of what its control points do.
    let off = -along.quarterTurn * (4 / 3 * bend)
    control1 = start.interpolated(to: end, 0.25) + off
    control2 = start.interpolated(to: end, 0.75) + off
  }

  /// The point in the middle of the curve.
  var middle: Point { point(at: 0.5) }

  /// Places along the curve, ends included.
  var points: [Point] { (0...16).map { point(at: Double($0) / 16) } }

  /// Around the curve and the points that bend it.
  var box: Rect? { Rect(around: [start, control1, control2, end]) }

  func draw(
    _ color: Color, width: Double, headLength: Double, dash: DashPattern, into list: inout DisplayList
  ) {
    let length = (end - start).length
    guard length > 0, length.isFinite else { return }
    let head = min(headLength, 0.6 * length)
    let width = min(width, head * 0.45)
    // The head points from where the curve enters it, so that it sits astride of it.
    let towards = (end - point(at: parameter(at: head))).normalized
    let arrow = Arrow(from: end - towards * (2 * head), to: end, width: width, headLength: head)
    let t = parameter(at: 0.7 * head)
    list.stroke(part(upTo: t), Stroke(color, width: width, dash: dash.lengths(width: width)))
    arrow.drawHead(color, into: &list)
  }

  /// Where the curve is that far from its end, as the crow flies.
  private func parameter(at distance: Double) -> Double {
    var (outside, inside) = (0.0, 1.0)
    for _ in 0..<40 {
      let middle = (outside + inside) / 2
      if (end - point(at: middle)).length > distance { outside = middle } else { inside = middle }
    }
    return outside
  }

  private func point(at t: Double) -> Point {
    let (a, b, c) = middles(t)
    return a.interpolated(to: b, t).interpolated(to: b.interpolated(to: c, t), t)
  }

  /// The first stage of de Casteljau's algorithm.
  private func middles(_ t: Double) -> (Point, Point, Point) {
    (
      start.interpolated(to: control1, t), control1.interpolated(to: control2, t),
      control2.interpolated(to: end, t)
    )
  }

  private func part(upTo t: Double) -> Path {
    let (a, b, _) = middles(t)
    var path = Path()
    path.move(to: start)
    path.curve(to: point(at: t), a, a.interpolated(to: b, t))
    return path
  }
}
