import Geometry
import Testing

struct PathTests {
  private static let zigzag = [Point(x: 0, y: 0), Point(x: 1, y: 2), Point(x: 2, y: -1)]

  @Test func verbsAndPointsKeepStep() {
    var path = Path(polyline: Self.zigzag, closed: true)
    path.append(Path(circle: Point(x: 5, y: 5), radius: 2))
    path.append(Path(Rect(x: 0, y: 0, width: 1, height: 1)))
    #expect(path.verbs.map(\.pointCount).reduce(0, +) == path.points.count)
    #expect(path.verbs.filter { $0 == .move }.count == 3)
    #expect(path.verbs.filter { $0 == .close }.count == 3)
  }

  @Test func aPolylineIsAMoveAndLines() {
    #expect(Path(polyline: Self.zigzag).verbs == [.move, .line, .line])
    #expect(Path(polyline: Self.zigzag, closed: true).verbs == [.move, .line, .line, .close])
    #expect(Path(polyline: Self.zigzag).points == Self.zigzag)
  }

  @Test func onePointIsNoLine() {
    #expect(Path(polyline: Self.zigzag.prefix(1)).isEmpty)
    #expect(Path(polyline: [Point]()).isEmpty && Path().isEmpty)
    #expect(Path().controlBox == nil)
  }

  @Test(arguments: [0.5, 3, 1e6]) func aCircleIsRound(radius: Double) {
    let center = Point(x: 2, y: -7)
    let path = Path(circle: center, radius: radius)
    #expect(path.verbs == [.move, .curve, .curve, .curve, .curve, .close])
    #expect(path.points.first == path.points.last)
    for i in stride(from: 0, to: 12, by: 3) {
      let (a, b, c, d) = (path.points[i], path.points[i + 1], path.points[i + 2], path.points[i + 3])
      for t in stride(from: 0.0, through: 1, by: 0.05) {
        // De Casteljau's construction, to be independent of any formula for the curve.
        let (ab, bc, cd) = (a.interpolated(to: b, t), b.interpolated(to: c, t), c.interpolated(to: d, t))
        let p = ab.interpolated(to: bc, t).interpolated(to: bc.interpolated(to: cd, t), t)
        #expect(abs((p - center).length / radius - 1) < 2.8e-4)
      }
    }
    #expect(path.controlBox == Rect(around: path.points))
  }

  @Test func movingIsATransform() {
    let path = Path(circle: Point(x: 1, y: 1), radius: 1)
    let offset = Vector(x: 4, y: -2)
    #expect(path.translated(by: offset) == path.transformed(by: .translation(offset)))
    #expect(path.transformed(by: .identity) == path)
    #expect(path.transformed(by: .scale(2, 3)).verbs == path.verbs)
  }

  @Test func aRectIsItsFourCorners() {
    let rect = Rect(x: 1, y: 2, width: 3, height: 4)
    #expect(Path(rect).controlBox == rect)
    #expect(Path(rect).points.count == 4)
  }
}
