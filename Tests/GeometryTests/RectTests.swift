import Geometry
import Testing

struct RectTests {
  static let rects = [
    Rect(x: 0, y: 0, width: 4, height: 3), Rect(x: -2, y: 1, width: 3, height: 5),
    Rect(x: 10, y: 10, width: 1, height: 1), Rect(x: 1, y: 1, width: 2, height: 1), Rect.zero,
  ]

  @Test(arguments: rects, rects) func unionAndIntersectionEncloseAsTheyShould(a: Rect, b: Rect) {
    let (union, common) = (a.union(b), a.intersection(b))
    #expect(union.contains(a) && union.contains(b))
    #expect(union == b.union(a) && common == b.intersection(a))
    #expect(a.intersects(b) == !common.isEmpty || a.isEmpty || b.isEmpty)
    if !common.isEmpty { #expect(a.contains(common) && b.contains(common)) }
    if a.contains(b) { #expect(union == a && common == b) }
  }

  @Test(arguments: rects) func aRectHoldsItsCornersAndCenter(rect: Rect) {
    let corners = [Point(x: rect.minX, y: rect.minY), Point(x: rect.maxX, y: rect.maxY)]
    #expect(Rect(around: corners) == rect)
    #expect((corners + [rect.center]).allSatisfy(rect.contains))
    #expect(rect.inset(by: -2) == rect.outset(by: 2))
    #expect(rect.outset(by: 2).inset(by: 2) == rect)
    #expect(rect.outset(by: 1).width == rect.width + 2)
    let moved = rect.translated(by: Vector(x: 5, y: -1))
    #expect(moved.size == rect.size && moved.center == rect.center + Vector(x: 5, y: -1))
  }

  @Test func touchingIsNotIntersecting() {
    let a = Rect(x: 0, y: 0, width: 2, height: 2)
    #expect(!a.intersects(a.translated(by: Vector(x: 2, y: 0))))
    #expect(a.intersects(a.translated(by: Vector(x: 1.999, y: 0))))
    #expect(a.contains(Point(x: 2, y: 2)) && !a.contains(Point(x: 2.001, y: 2)))
  }

  @Test func aLineIsEmptyAndNothingHasNoBox() {
    #expect(Rect(x: 0, y: 0, width: 5, height: 0).isEmpty)
    #expect(Rect(minX: 3, minY: 0, maxX: 1, maxY: 5).isEmpty)
    #expect(Rect(minX: 0, minY: 0, maxX: .nan, maxY: 5).isEmpty)
    #expect(Rect(around: [Point]()) == nil)
  }
}
