import MathCore
import TestSupport
import Testing

/// Random points, some of them equal and many of them on common lines.
private func points(_ seed: UInt64, count: Int) -> [DataPoint] {
  var generator = SplitMix64(seed: seed)
  return (0..<count).map { _ in
    DataPoint(
      x: Double(Int.random(in: 0...12, using: &generator)) / 7,
      y: Double(Int.random(in: 0...12, using: &generator)) / 7)
  }
}

private func area(_ corners: [DataPoint]) -> Double {
  zip(corners, corners.dropFirst() + corners.prefix(1)).reduce(0) {
    $0 + ($1.0.x * $1.1.y - $1.1.x * $1.0.y) / 2
  }
}

@Suite struct PointShapeTests {
  @Test func `The side of a line is exact where rounding hides it`() {
    // Points 2⁻⁵³ apart around (½, ½), from the line through (12, 12) and (24, 24): Kettner et al. 2008.
    for i in 0..<64 {
      for j in 0..<64 {
        let point = DataPoint(x: 0.5 + Double(i) * 0x1p-53, y: 0.5 + Double(j) * 0x1p-53)
        let side = orientation(point, DataPoint(x: 12, y: 12), DataPoint(x: 24, y: 24))
        // 0.5 + i 2⁻⁵³ is rounded to even multiples of 2⁻⁵³ above ½.
        #expect((side > 0) == (point.y > point.x) && (side < 0) == (point.y < point.x))
      }
    }
  }

  @Test(arguments: Array(UInt64(1)...20)) func `A hull holds all points and turns left`(_ seed: UInt64) {
    let points = points(seed, count: 3 + Int(seed) * 4)
    let hull = convexHull(of: points).map { points[$0] }
    for (place, corner) in hull.enumerated() {
      let next = hull[(place + 1) % hull.count]
      #expect(points.allSatisfy { orientation(corner, next, $0) >= 0 })
      #expect(orientation(corner, next, hull[(place + 2) % hull.count]) > 0)
    }
  }

  @Test func `Hulls of few points`() {
    let (a, b) = (DataPoint(x: 0, y: 0), DataPoint(x: 1, y: 2))
    #expect(convexHull(of: []).isEmpty)
    #expect(convexHull(of: [a, a, a]) == [0])
    #expect(convexHull(of: [b, a, DataPoint(x: 0.5, y: 1), a]) == [1, 0])
  }

  @Test(arguments: Array(UInt64(1)...12)) func `Cells share the rectangle and are nearest`(_ seed: UInt64) {
    let sites = points(seed, count: 2 + 3 * Int(seed))
    let cells = voronoiCells(of: sites, within: -0.5...2.5, 0...2)
    #expect(isClose(cells.reduce(0) { $0 + area($1) }, 6, within: 1e-12))
    for (site, cell) in zip(sites, cells) {
      for corner in cell {
        func distance(_ site: DataPoint) -> Double {
          ((site.x - corner.x) * (site.x - corner.x) + (site.y - corner.y) * (site.y - corner.y)).squareRoot()
        }
        #expect(distance(site) <= (sites.map(distance).min() ?? 0) + 1e-12)
      }
    }
  }

  @Test func `Equal sites leave the cell to the first, far ones have none`() {
    let site = DataPoint(x: 0.5, y: 0.5)
    let cells = voronoiCells(of: [site, site, DataPoint(x: 50, y: 0.5)], within: 0...1, 0...1)
    #expect(cells[0].count == 4 && cells[1].isEmpty && cells[2].isEmpty)
  }
}
