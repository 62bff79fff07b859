import Geometry
import Testing

struct TransformTests {
  /// Small whole numbers, so that every product is exact.
  static let transforms = [
    Transform.identity, .translation(Vector(x: 3, y: -2)), .scale(2, -1), .quarterTurnLeft,
    Transform(a: 1, b: 2, c: -3, d: 4, tx: 5, ty: -6),
  ]
  static let points = [Point.zero, Point(x: 1, y: 0), Point(x: -4, y: 7)]

  @Test(arguments: transforms, transforms) func thenAppliesOneAfterTheOther(
    first: Transform, second: Transform
  ) {
    for p in Self.points { #expect(first.then(second).apply(p) == second.apply(first.apply(p))) }
    let third = Transform(a: 2, b: 1, c: 1, d: -1, tx: 0, ty: 3)
    #expect(first.then(second).then(third) == first.then(second.then(third)))
  }

  @Test(arguments: transforms) func identityChangesNothing(transform: Transform) {
    #expect(transform.then(.identity) == transform && Transform.identity.then(transform) == transform)
  }

  @Test func aQuarterTurnLeftMakesTextReadUpwards() {
    #expect(Transform.quarterTurnLeft.apply(Point(x: 1, y: 0)) == Point(x: 0, y: -1))
    let turn = Transform.quarterTurnLeft
    #expect(turn.then(turn).then(turn).then(turn) == .identity)
  }

  @Test(arguments: transforms) func theBoxOfAnImageHoldsEveryImage(transform: Transform) {
    let rect = Rect(x: -1, y: 2, width: 5, height: 3)
    let box = transform.apply(rect)
    for x in stride(from: -1.0, through: 4, by: 1) {
      for y in stride(from: 2.0, through: 5, by: 1) {
        #expect(box.contains(transform.apply(Point(x: x, y: y))))
      }
    }
  }
}
