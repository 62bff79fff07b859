import Figures
import Geometry
import Testing

@Suite struct ObstacleMapTests {
  private let page = Size(width: 100, height: 60)

  @Test func aFreePageCostsNothing() {
    #expect(ObstacleMap(page: page, cell: 2).cost(of: Rect(minX: 0, minY: 0, maxX: 100, maxY: 60)) == 0)
  }

  @Test func solidThingsAreNeverCovered() {
    var map = ObstacleMap(page: page, cell: 2)
    map.add(Rect(minX: 20, minY: 20, maxX: 30, maxY: 24), .solid)
    #expect(map.cost(of: Rect(minX: 29, minY: 23, maxX: 50, maxY: 50)) == .infinity)
    #expect(map.cost(of: Rect(minX: 32, minY: 26, maxX: 50, maxY: 50)) == 0)
  }

  @Test func costIsTheWeightOfWhatIsCovered() {
    var map = ObstacleMap(page: page, cell: 2)
    map.add(Rect(minX: 0, minY: 0, maxX: 10, maxY: 10), .light)
    map.add(Rect(minX: 40, minY: 0, maxX: 50, maxY: 10), .heavy)
    #expect(map.cost(of: Rect(minX: 0, minY: 0, maxX: 10, maxY: 10)) == 25)
    #expect(map.cost(of: Rect(minX: 40, minY: 0, maxX: 44, maxY: 2)) == 40)
    // The heavier of two things in a place counts, in either order.
    map.add(Rect(minX: 0, minY: 0, maxX: 2, maxY: 2), .heavy)
    map.add(Rect(minX: 40, minY: 0, maxX: 42, maxY: 2), .light)
    #expect(map.cost(of: Rect(minX: 0, minY: 0, maxX: 2, maxY: 2)) == 20)
    #expect(map.cost(of: Rect(minX: 40, minY: 0, maxX: 42, maxY: 2)) == 20)
  }

  @Test func aLineIsTakenAlongAllOfIt() {
    var map = ObstacleMap(page: page, cell: 2)
    let (start, end) = (Point(x: 5, y: 5), Point(x: 95, y: 45))
    map.add(polyline: [start, end], width: 4, .solid)
    for t in stride(from: 0, through: 1, by: 0.005) {
      let point = start.interpolated(to: end, t)
      #expect(map.cost(of: Rect(around: [point])?.outset(by: 0.5) ?? .zero) == .infinity, "at \(t)")
    }
    #expect(map.cost(of: Rect(minX: 60, minY: 2, maxX: 95, maxY: 15)) == 0)
  }

  @Test func undefinedPointsBreakALine() {
    var map = ObstacleMap(page: page, cell: 2)
    let hole = Point(x: .nan, y: 30)
    map.add(
      polyline: [Point(x: 0, y: 30), Point(x: 20, y: 30), hole, Point(x: 80, y: 30), Point(x: 99, y: 30)],
      width: 2, .solid)
    #expect(map.cost(of: Rect(minX: 10, minY: 28, maxX: 12, maxY: 32)) == .infinity)
    #expect(map.cost(of: Rect(minX: 30, minY: 20, maxX: 70, maxY: 40)) == 0)
    #expect(map.cost(of: Rect(minX: 85, minY: 28, maxX: 90, maxY: 32)) == .infinity)
  }

  @Test func whatLiesOffThePageOrIsUndefinedDoesNoHarm() {
    var map = ObstacleMap(page: page, cell: 2)
    map.add(Rect(minX: -1e300, minY: -50, maxX: -10, maxY: 1e300), .solid)
    map.add(Rect(minX: .nan, minY: 0, maxX: 10, maxY: 10), .solid)
    map.add(polyline: [Point(x: -1e9, y: -1e9), Point(x: -10, y: -10)], width: 3, .solid)
    map.add(dot: Point(x: .infinity, y: 2), radius: 3, .solid)
    #expect(map.cost(of: Rect(minX: 0, minY: 0, maxX: 100, maxY: 60)) == 0)
    #expect(map.cost(of: Rect(minX: .nan, minY: 0, maxX: 1, maxY: 1)) == .infinity)
    #expect(map.cost(of: Rect(minX: 1e300, minY: 1e300, maxX: 1.5e300, maxY: 1.5e300)) == 0)
  }
}
