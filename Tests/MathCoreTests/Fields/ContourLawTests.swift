import MathCore
import Testing

/// What holds for the contours of any grid, checked on grids of random values, spacing and holes.
struct ContourLawTests {
  static let levels = [-0.5, 0, 0.1, 0.35, 0.5, 0.75, 0.99]
  static let seeds = Array(UInt64(1)...24)

  @Test(arguments: seeds) func linePointsLieOnEdgesAtTheirLevel(seed: UInt64) throws {
    let grid = randomGrid(seed)
    for (level, lines) in zip(Self.levels, grid.contourLines(at: Self.levels)) {
      for point in lines.flatMap(\.points) {
        let value = try #require(grid.valueOnEdge(at: point))
        #expect(abs(value - level) < 1e-12)
      }
    }
  }

  @Test(arguments: seeds) func linesAreClosedOrEndWhereTheFieldEnds(seed: UInt64) {
    let grid = randomGrid(seed)
    for lines in grid.contourLines(at: Self.levels) {
      for line in lines where !line.isClosed {
        #expect(line.points.first.map(grid.definedCells) == 1)
        #expect(line.points.last.map(grid.definedCells) == 1)
        #expect(line.points.dropFirst().dropLast().allSatisfy { grid.definedCells(at: $0) == 2 })
      }
      for line in lines where line.isClosed {
        #expect(line.points.allSatisfy { grid.definedCells(at: $0) == 2 })
      }
    }
  }

  @Test(arguments: seeds) func linesArePartsOfTheRingsAroundTheirRegion(seed: UInt64) {
    let grid = randomGrid(seed)
    let regions = grid.contourRegions(at: Self.levels)
    for (lines, rings) in zip(grid.contourLines(at: Self.levels), regions) {
      let sides = Set(rings.flatMap(\.segments).map { [$0.start, $0.end] })
      #expect(lines.flatMap(\.segments).allSatisfy { sides.contains([$0.start, $0.end]) })
    }
  }

  @Test(arguments: seeds) func ringsEncloseTheAreaOfTheClippedCells(seed: UInt64) {
    let grid = randomGrid(seed)
    for (level, rings) in zip(Self.levels, grid.contourRegions(at: Self.levels)) {
      #expect(abs(rings.reduce(0) { $0 + $1.signedArea } - grid.clippedArea(above: level)) < 1e-12)
      #expect(rings.allSatisfy { $0.isClosed && $0.points.count > 2 })
    }
  }

  @Test(arguments: seeds) func ringsWindOnceAroundWhatIsAbove(seed: UInt64) {
    let grid = randomGrid(seed)
    for (level, rings) in zip(Self.levels, grid.contourRegions(at: Self.levels)) {
      for row in -1..<grid.ys.count {
        for column in -1..<grid.xs.count {
          let probe = grid.probe(row, column)
          let turns = rings.reduce(0) { $0 + $1.winding(around: probe.point) }
          #expect(turns == ((probe.value ?? -.infinity) >= level ? 1 : 0))
        }
      }
    }
  }

  @Test(arguments: seeds) func regionsShrinkAsTheLevelRises(seed: UInt64) {
    let areas = randomGrid(seed).contourRegions(at: Self.levels).map {
      $0.reduce(0) { $0 + $1.signedArea }
    }
    #expect(zip(areas, areas.dropFirst()).allSatisfy { $0 >= $1 - 1e-12 })
  }

  @Test(arguments: seeds) func eachLevelIsFoundAsIfAlone(seed: UInt64) {
    let grid = randomGrid(seed)
    let lines = grid.contourLines(at: Self.levels)
    let regions = grid.contourRegions(at: Self.levels)
    for (index, level) in Self.levels.enumerated() {
      #expect(grid.contourLines(at: [level]) == [lines[index]])
      #expect(grid.contourRegions(at: [level]) == [regions[index]])
    }
  }

  @Test(arguments: seeds) func valuesEqualToALevelChangeNothing(seed: UInt64) {
    var grid = randomGrid(seed)
    grid.values = grid.values.map { ($0 * 4).rounded() / 4 }
    for (level, rings) in zip(Self.levels, grid.contourRegions(at: Self.levels)) {
      #expect(abs(rings.reduce(0) { $0 + $1.signedArea } - grid.clippedArea(above: level)) < 1e-12)
    }
  }

  @Test(arguments: seeds) func extremeValuesGiveFinitePoints(seed: UInt64) {
    var generator = SplitMix64(state: seed)
    let big = Double.greatestFiniteMagnitude
    let extremes = [
      0, -0.0, .leastNonzeroMagnitude, -.leastNonzeroMagnitude, .leastNormalMagnitude, 1, 1.0.nextUp, big,
      -big, big.nextDown, .infinity, -.infinity, .nan,
    ]
    var grid = randomGrid(seed)
    grid.values = grid.values.map { _ in extremes.randomElement(using: &generator) ?? 0 }
    let contours = grid.contourLines(at: extremes) + grid.contourRegions(at: extremes)
    for point in contours.joined().flatMap(\.points) {
      #expect(grid.xs[0] <= point.x && point.x <= grid.xs[grid.xs.count - 1])
      #expect(grid.ys[0] <= point.y && point.y <= grid.ys[grid.ys.count - 1])
    }
  }

  /// A grid of a few unevenly spaced rows and columns, from odd seeds on with undefined points.
  private func randomGrid(_ seed: UInt64) -> ScalarGrid {
    var generator = SplitMix64(state: seed)
    func axis(_ count: Int) -> [Double] {
      var places = [Double.random(in: -1...1, using: &generator)]
      for _ in 1..<count { places.append(places[places.count - 1] + .random(in: 0.1...1, using: &generator)) }
      return places
    }
    let xs = axis(Int.random(in: 2...12, using: &generator))
    let ys = axis(Int.random(in: 2...12, using: &generator))
    let undefined: [Double] = [.nan, .infinity, -.infinity]
    let values = (0..<xs.count * ys.count).map { index in
      let value = Double.random(in: 0...1, using: &generator)
      let isHole = seed % 2 == 1 && Double.random(in: 0...1, using: &generator) < 0.12
      return isHole ? undefined[index % 3] : value
    }
    return ScalarGrid(xs: xs, ys: ys, values: values)
  }
}

/// Evenly distributed numbers from a seed (Steele, Lea and Flood 2014).
private struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
