import Geometry
import TestSupport
import Testing

struct VectorTests {
  static let vectors = [(3.0, 4.0), (-1, 0), (0, -2), (1e-9, 5e8), (-7, 2)].map { Vector(x: $0.0, y: $0.1) }

  @Test(arguments: vectors) func aQuarterTurnIsSquareAndClockwiseOnThePage(v: Vector) {
    #expect(v.dot(v.quarterTurn) == 0)
    #expect(v.quarterTurn.length == v.length)
    #expect(v.cross(v.quarterTurn) > 0)
    #expect(v.quarterTurn.quarterTurn == -v)
  }

  @Test func rightTurnsDownAsOnAClock() {
    #expect(Vector(x: 1, y: 0).quarterTurn == Vector(x: 0, y: 1))
  }

  @Test(arguments: vectors) func normalizingKeepsTheDirection(v: Vector) {
    let unit = v.normalized
    #expect(isClose(unit.length, 1, within: 1e-15))
    #expect(isClose(unit.dot(v), v.length, within: 1e-15))
  }

  @Test func zeroHasNoDirection() { #expect(Vector.zero.normalized == .zero) }

  @Test(arguments: vectors, vectors) func lagrangesIdentityHolds(a: Vector, b: Vector) {
    let (dot, cross) = (a.dot(b), a.cross(b))
    #expect(isClose(dot * dot + cross * cross, a.dot(a) * b.dot(b), within: 1e-14))
    #expect(cross == -b.cross(a))
  }

  @Test(arguments: vectors) func pointsAndVectorsAddUp(v: Vector) {
    let p = Point(x: 2, y: -3)
    #expect(p + v - v == p || ((p + v - v) - p).length < 1e-6)
    #expect((p + v) - p == v || (((p + v) - p) + -v).length < 1e-6)
    #expect(p.interpolated(to: p + v, 0) == p)
    #expect(((p + v) - p.interpolated(to: p + v, 1)).length <= 1e-9 * v.length)
    #expect(p.interpolated(to: p + v, 0.5) == p + v * 0.5)
  }

  @Test(arguments: [(Double.nan, 0.0), (0, .infinity), (-.infinity, .nan)]) func notEveryPointCanBeDrawn(
    x: Double, y: Double
  ) {
    #expect(!Point(x: x, y: y).isFinite)
    #expect(Point(x: 1e300, y: -0.0).isFinite)
  }
}
