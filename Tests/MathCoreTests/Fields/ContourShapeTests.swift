import MathCore
import TestSupport
import Testing

/// Contours of surfaces whose level sets are known in closed form.
struct ContourShapeTests {
  @Test(arguments: [20, 40, 80]) func circleIsOneRingOfTheRightRadius(cells: Int) throws {
    let grid = surface(cells: cells) { x, y in -(x * x + y * y) }
    let lines = grid.contourLines(at: [-1])[0]
    let ring = try #require(lines.first)
    #expect(lines.count == 1 && ring.isClosed)
    // Linear interpolation of a function with second derivative 2 errs by at most h²/4 in the value.
    let error = (3 / Double(cells)) * (3 / Double(cells)) / 4
    for point in ring.points {
      #expect(abs(point.x * point.x + point.y * point.y - 1) <= error + 1e-12)
    }
    // The radii and the chords between them each lose less than 4 of these.
    #expect(abs(ring.signedArea - .pi) < 8 * error)
    #expect(grid.contourRegions(at: [-1]) == [[ring]])
  }

  @Test func holesTurnTheOtherWay() {
    let grid = surface(cells: 60) { x, y in x * x + y * y }
    let rings = grid.contourRegions(at: [1])[0]
    #expect(rings.count == 2)
    #expect(rings[0].signedArea < 0)
    #expect(rings[1].points.count == 4)
    #expect(isClose(rings.reduce(0) { $0 + $1.signedArea }, 9 - .pi, within: 1e-3))
  }

  @Test func nothingEntersAnUndefinedDisc() {
    let grid = surface(cells: 64) { x, y in
      (x - 0.3) * (x - 0.3) + y * y < 0.25 ? .nan : x + 0.2 * y
    }
    let levels = [-9, -0.6, 0, 0.31, 0.6]
    let points = (grid.contourLines(at: levels) + grid.contourRegions(at: levels)).joined().flatMap(\.points)
    #expect(points.allSatisfy { ($0.x - 0.3) * ($0.x - 0.3) + $0.y * $0.y >= 0.25 - 1e-12 })
    for (level, rings) in zip(levels, grid.contourRegions(at: levels)) {
      let area = rings.reduce(0) { $0 + $1.signedArea }
      #expect(isClose(area, grid.clippedArea(above: level), within: 1e-12))
    }
    let whole = grid.contourRegions(at: [-9])[0]
    #expect(whole.map(\.isClosed) == [true, true])
    // The hole is the disc grown to whole cells.
    #expect(whole.reduce(0) { $0 + $1.signedArea } < 9 - .pi / 4)
    #expect(whole.reduce(0) { $0 + $1.signedArea } > 9 - .pi * 0.6 * 0.6)
    #expect(grid.contourLines(at: [0])[0].count == 2)
  }

  @Test func fullRegionsNeedOnlyTheCornersOfTheGrid() {
    let rings = surface(cells: 50) { x, y in x * x + y }.contourRegions(at: [-2])[0]
    #expect(rings.map(\.text) == ["1.5,-1.5 1.5,1.5 -1.5,1.5 -1.5,-1.5 z"])
  }

  @Test func plateausAreFilledOnceAndDrawnOnce() {
    let grid = surface(cells: 30) { x, y in min(1, 2 - 2 * max(abs(x), abs(y))) }
    for (level, side) in [(1.0, 1.0), (0.4, 1.6)] {
      let rings = grid.contourRegions(at: [level])[0]
      #expect(rings.count == 1 && rings == grid.contourLines(at: [level])[0])
      #expect(isClose(rings[0].signedArea, side * side, within: 1e-2))
    }
  }

  /// A function on [-1.5, 1.5]² in steps of 3 / `cells`.
  private func surface(cells: Int, _ value: (Double, Double) -> Double) -> ScalarGrid {
    let axis = (0...cells).map { -1.5 + 3 * Double($0) / Double(cells) }
    return ScalarGrid(xs: axis, ys: axis, values: axis.flatMap { y in axis.map { x in value(x, y) } })
  }
}
