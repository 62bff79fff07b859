import Figures
import Geometry
import Glibc
import TestSupport
import Testing

@Suite struct ObstacleMapTests {
  private let page = Size(width: 100, height: 60)

  @Test func aFreePageCostsNothing() {
    #expect(ObstacleMap(page: page).cost(of: Rect(minX: 0, minY: 0, maxX: 100, maxY: 60)) == 0)
  }

  @Test func solidThingsAreNeverCovered() {
    var map = ObstacleMap(page: page)
    map.add(Rect(minX: 20, minY: 20, maxX: 30, maxY: 24), .solid)
    #expect(map.cost(of: Rect(minX: 29, minY: 23, maxX: 50, maxY: 50)) == .infinity)
    #expect(map.cost(of: Rect(minX: 32, minY: 26, maxX: 50, maxY: 50)) == 0)
  }

  /// An area counts by its size, a line by its length, and what lies in several cells of the grid counts once.
  @Test(arguments: [8.0, 16, 300])
  func costIsWhatIsCovered(_ cell: Double) {
    var map = ObstacleMap(page: page, cell: cell)
    map.add(Rect(minX: 10, minY: 10, maxX: 50, maxY: 40), .heavy)
    let whole = map.cost(of: Rect(minX: 0, minY: 0, maxX: 100, maxY: 60))
    let quarter = map.cost(of: Rect(minX: 0, minY: 0, maxX: 30, maxY: 25))
    #expect(abs(whole - 4 * quarter) < 1e-9 && whole > 0)
    var lines = ObstacleMap(page: page, cell: cell)
    lines.add(polyline: [Point(x: 0, y: 30), Point(x: 100, y: 30)], width: 1, .light)
    let (short, long) = (
      lines.cost(of: Rect(minX: 10, minY: 20, maxX: 30, maxY: 40)),
      lines.cost(of: Rect(minX: 10, minY: 20, maxX: 70, maxY: 40))
    )
    #expect(long > 2 * short && long < 3.2 * short)
    #expect(lines.cost(of: Rect(minX: 10, minY: 31, maxX: 70, maxY: 50)) == 0)
  }

  /// Near misses are misses: the map has no raster.
  @Test(arguments: 0..<50)
  func boxesAreFreeExactlyWhereNothingIs(_ seed: Int) {
    var generator = SplitMix64(seed: UInt64(seed))
    func point() -> Point {
      Point(x: .random(in: -20...120, using: &generator), y: .random(in: -20...80, using: &generator))
    }
    let points = (0..<6).map { _ in point() }
    let width = Double.random(in: 0.5...8, using: &generator)
    var map = ObstacleMap(page: page)
    map.add(polyline: points, width: width, .solid)
    for _ in 0..<200 {
      let corner = Point(x: .random(in: 0...80, using: &generator), y: .random(in: 0...50, using: &generator))
      let box = Rect(
        x: corner.x, y: corner.y, width: .random(in: 1...19, using: &generator),
        height: .random(in: 1...9, using: &generator))
      let distance = zip(points, points.dropFirst()).map { box.gap(to: $0, $1) }.min() ?? .infinity
      let isFree = map.cost(of: box) != .infinity
      if distance < width / 2 { #expect(!isFree, "\(box) at \(distance) from the line") }
      // The tolerance of lines is on the safe side.
      if distance > width / 2 + 0.21 {
        #expect(isFree, "\(box) at \(distance) from the line")
      }
    }
  }

  /// A line of many short pieces is nowhere more than its tolerance off.
  @Test func manyShortPiecesAreOneLine() {
    let points = (0...2000).map { i in
      Point(x: 5 + 0.045 * Double(i), y: 30 + 20 * sin(Double(i) / 150))
    }
    var map = ObstacleMap(page: page)
    map.add(polyline: points, width: 1, .solid)
    for point in points {
      #expect(map.cost(of: Rect(minX: point.x, minY: point.y, maxX: point.x, maxY: point.y)) == .infinity)
    }
    for (x, y) in stride(from: 6.0, to: 94, by: 4).flatMap({ x in
      stride(from: 2.0, to: 58, by: 3).map { (x, $0) }
    }) {
      let near = points.map { $0.distance(to: Point(x: x, y: y)) }.min() ?? 0
      let isFree = map.cost(of: Rect(minX: x, minY: y, maxX: x, maxY: y)) != .infinity
      if near > 0.9 { #expect(isFree, "at \(x), \(y)") }
    }
  }

  @Test func aLineIsTakenAlongAllOfIt() {
    var map = ObstacleMap(page: page)
    let (start, end) = (Point(x: 5, y: 5), Point(x: 95, y: 45))
    map.add(polyline: [start, end], width: 4, .solid)
    for t in stride(from: 0, through: 1, by: 0.005) {
      let point = start.interpolated(to: end, t)
      #expect(map.cost(of: Rect(around: [point])?.outset(by: 0.5) ?? .zero) == .infinity, "at \(t)")
    }
    #expect(map.cost(of: Rect(minX: 60, minY: 2, maxX: 95, maxY: 15)) == 0)
  }

  @Test func undefinedPointsBreakALine() {
    var map = ObstacleMap(page: page)
    let hole = Point(x: .nan, y: 30)
    map.add(
      polyline: [Point(x: 0, y: 30), Point(x: 20, y: 30), hole, Point(x: 80, y: 30), Point(x: 99, y: 30)],
      width: 2, .solid)
    #expect(map.cost(of: Rect(minX: 10, minY: 28, maxX: 12, maxY: 32)) == .infinity)
    #expect(map.cost(of: Rect(minX: 30, minY: 20, maxX: 70, maxY: 40)) == 0)
    #expect(map.cost(of: Rect(minX: 85, minY: 28, maxX: 90, maxY: 32)) == .infinity)
  }

  @Test func whatLiesOffThePageOrIsUndefinedDoesNoHarm() {
    var map = ObstacleMap(page: page)
    map.add(Rect(minX: -1e300, minY: -50, maxX: -10, maxY: 1e300), .solid)
    map.add(Rect(minX: .nan, minY: 0, maxX: 10, maxY: 10), .solid)
    map.add(polyline: [Point(x: -1e9, y: -1e9), Point(x: -10, y: -10)], width: 3, .solid)
    map.add(dot: Point(x: .infinity, y: 2), radius: 3, .solid)
    #expect(map.cost(of: Rect(minX: 0, minY: 0, maxX: 100, maxY: 60)) == 0)
    #expect(map.cost(of: Rect(minX: .nan, minY: 0, maxX: 1, maxY: 1)) == .infinity)
    #expect(map.cost(of: Rect(minX: 1e300, minY: 1e300, maxX: 1.5e300, maxY: 1.5e300)) == 0)
  }
}
