import Diagnostics
import Figures
import TestSupport
import Testing

@Suite struct AxisExtentTests {
  @Test func spansTheFiniteValues() {
    #expect(AxisExtent(of: [3, .nan, -1, .infinity, 2])?.range == -1...3)
    #expect(AxisExtent(of: [5])?.range == 5...5)
    #expect(AxisExtent(of: [.nan, -.infinity]) == nil)
    #expect(AxisExtent(of: [Double]()) == nil)
  }

  @Test func anEndIsTightIfTheFurthestExtentIs() {
    let bars = AxisExtent(0...3, isLowTight: true)
    let below = bars.union(AxisExtent(-1...2))
    #expect(below.range == -1...3)
    #expect(!below.isLowTight && !below.isHighTight)
    let above = bars.union(AxisExtent(1...4, isLowTight: false, isHighTight: true))
    #expect(above.range == 0...4)
    #expect(above.isLowTight && above.isHighTight)
    // Where both end, one that may end exactly there is enough.
    let equal = bars.union(AxisExtent(0...3, isHighTight: true))
    #expect(equal.isLowTight && equal.isHighTight)
  }

  @Test func unionDoesNotDependOnTheOrder() {
    var generator = SplitMix64(seed: 11)
    for _ in 0..<500 {
      let pair = (0..<2).map { _ in
        let low = Double(Int.random(in: -3...3, using: &generator))
        return AxisExtent(
          low...low + Double(Int.random(in: 0...3, using: &generator)),
          isLowTight: .random(using: &generator), isHighTight: .random(using: &generator))
      }
      let (ab, ba) = (pair[0].union(pair[1]), pair[1].union(pair[0]))
      #expect(ab.range == ba.range)
      #expect(ab.isLowTight == ba.isLowTight && ab.isHighTight == ba.isHighTight)
      #expect(ab.range.lowerBound == min(pair[0].range.lowerBound, pair[1].range.lowerBound))
      #expect(ab.range.upperBound == max(pair[0].range.upperBound, pair[1].range.upperBound))
    }
  }

  @Test func leavesRoomExceptAtTightEnds() {
    let domain = AxisExtent(0...10, isLowTight: true).domain
    #expect(domain.lowerBound == 0)
    #expect(10.2 < domain.upperBound && domain.upperBound < 12)
    let lone = AxisExtent(5...5).domain
    #expect(lone.lowerBound < 5 && 5 < lone.upperBound)
    let zero = AxisExtent(0...0).domain
    #expect(zero.lowerBound < 0 && 0 < zero.upperBound)
    // What is too wide to widen stays as it is.
    #expect(AxisExtent(-1.7e308...1.7e308).domain == -1.7e308...1.7e308)
  }

  @Test func bandsAndMissingAxesSurviveAUnion() {
    let bars = Extent(x: AxisExtent(-0.5...1.5, bands: ["a", "b"]), y: nil)
    let point = Extent(x: AxisExtent(0...4), y: AxisExtent(1...2))
    for union in [bars.union(point), point.union(bars)] {
      #expect(union.x?.bands == ["a", "b"])
      #expect(union.x?.range == -0.5...4)
      #expect(union.y?.range == 1...2)
    }
    #expect(Extent().union(Extent()).x == nil)
  }
}
