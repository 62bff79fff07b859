import Diagnostics
import TestSupport
import Testing

@testable import Figures

/// What holds for every scale of the catalogue, and for those made from others.
@Suite struct ScaleLawTests {
  @Test func everyKindIsTested() {
    #expect(Set(ScaleCase.all.map(\.kind)) == Set(scales.names))
  }

  @Test(arguments: ScaleCase.all)
  func endsAreZeroAndOneAndFractionsAscend(_ given: ScaleCase) {
    checkFractions(given.scale)
  }

  @Test func composedScalesObeyTheLawsToo() {
    for scale in ScaleCase.composed {
      checkInverse(scale)
      checkTicks(scale, atMost: 8)
    }
    for scale in ScaleCase.composed.prefix(3) { checkFractions(scale) }
  }

  private func checkFractions(_ scale: any Scale) {
    #expect(isClose(scale.fraction(of: scale.domain.lowerBound), 0, within: 0, absolute: 1e-12))
    #expect(isClose(scale.fraction(of: scale.domain.upperBound), 1, within: 1e-12))
    let fractions = scale.samples(200).map(scale.fraction(of:))
    #expect(zip(fractions, fractions.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(scale.fraction(of: .nan).isNaN)
  }

  @Test(arguments: ScaleCase.all)
  func valueAtIsTheInverseOfFractionOf(_ given: ScaleCase) { checkInverse(given.scale) }

  private func checkInverse(_ scale: any Scale) {
    // Near-equal ends leave fewer digits to tell places apart.
    let (low, high) = (scale.domain.lowerBound, scale.domain.upperBound)
    let digits = max(abs(low), abs(high)) / (high / 2 - low / 2) * 1e-15 + 1e-11
    for k in 0...50 {
      let place = Double(k) / 50
      #expect(isClose(scale.fraction(of: scale.value(at: place)), place, within: 0, absolute: digits))
    }
  }

  @Test(arguments: ScaleCase.all, [5, 8, 12])
  func ticksAreReadable(_ given: ScaleCase, _ count: Int) {
    let scale = given.scale
    // Only two numbers of an epoch that short can be told apart in its own units.
    checkTicks(scale, atMost: count, areDistinct: given.kind != "time")
  }

  private func checkTicks(_ scale: any Scale, atMost count: Int, areDistinct: Bool = true) {
    let ticks = scale.ticks(TickWish(atMost: count))
    #expect(ticks.named.count >= 3, "\(scale.domain): \(ticks.named.map(\.name))")
    #expect(ticks.named.allSatisfy { scale.shows($0.value) })
    #expect(ticks.minor.allSatisfy { scale.shows($0) })
    #expect(zip(ticks.named, ticks.named.dropFirst()).allSatisfy { $0.value < $1.value })
    #expect(Set(ticks.minor).isDisjoint(with: ticks.named.map(\.value)))
    if areDistinct {
      #expect(Set(ticks.named.map(\.name)).count == ticks.named.count, "\(ticks.named.map(\.name))")
    }
    #expect(!ticks.named.contains { !$0.name.contains("$") && $0.name.contains("-") })
  }

  @Test(arguments: ScaleCase.all)
  func countIsAlmostKept(_ given: ScaleCase) {
    guard !["band", "point"].contains(given.kind) else { return }
    for count in [3, 5, 8, 12] {
      #expect(given.scale.ticks(atMost: count).count <= (given.kind == "duration" ? count + 2 : count))
    }
  }

  @Test(arguments: ScaleCase.all, [Int.min, -1, 0, 1, 2, .max])
  func noCountIsTooMuch(_ given: ScaleCase, _ count: Int) {
    #expect(given.scale.ticks(atMost: count).count < 2000)
  }

  @Test(arguments: [0.0, -1, -1e300, -.infinity, .nan])
  func aLogarithmicAxisHasNoPlaceForNumbersThatAreNotAboveZero(_ value: Double) {
    #expect(LogScale(1...10).fraction(of: value).isNaN)
    #expect(!LogScale(1...10).shows(value))
  }

  @Test func equalFactorsAreEqualLengthsOnALogarithmicAxis() {
    for domain in [1e-3...1e3, 1e-300...1e300, 2...3] {
      let scale = LogScale(domain)
      let factor = scale.value(at: 0.25) / scale.value(at: 0)
      #expect(isClose(scale.value(at: 0.75) / scale.value(at: 0.5), factor, within: 1e-9))
    }
    #expect(isClose(LogScale(1...1000).fraction(of: 10), 1.0 / 3, within: 1e-15))
  }

  @Test func symlogIsLinearUpToItsThresholdAndLogarithmicBeyond() {
    let scale = SymlogScale(-1000...1000, threshold: 1)
    // Three decades and one for the linear part on each side.
    for (value, decades) in [(0.0, 0.0), (0.5, 0.5), (1, 1), (10, 2), (100, 3), (1000, 4)] {
      #expect(isClose(scale.fraction(of: value), 0.5 + decades / 8, within: 1e-15))
      #expect(isClose(scale.fraction(of: -value), 0.5 - decades / 8, within: 0, absolute: 1e-15))
    }
  }

  @Test(arguments: [1e-300, 1e-12, 1, 1e6]) func symlogNamesNothingThatFallsTogetherWithZero(
    _ threshold: Double
  ) {
    let scale = SymlogScale(-1e308...1e308, threshold: threshold)
    for count in 5...9 {
      let places = scale.ticks(TickWish(atMost: count)).named.map {
        scale.fraction(of: $0.value)
      }
      #expect(places.contains(0.5) && places.count >= 5)
      let gaps = zip(places, places.dropFirst()).map { $1 - $0 }
      #expect(gaps.allSatisfy { isClose($0, gaps[0], within: 1e-9) }, "\(places)")
    }
  }

  @Test func squareRootsAreEqualLengthsOnARootAxis() {
    let scale = PowerScale(0...100, exponent: 0.5)
    for (value, place) in [(1.0, 0.1), (4, 0.2), (25, 0.5), (81, 0.9)] {
      #expect(isClose(scale.fraction(of: value), place, within: 1e-15))
    }
  }

  @Test func aBreakLeavesTheRestAsItIs() throws {
    let scale = BrokenScale(LinearScale(0...100), breaks: [20...80])
    let gap = try #require(scale.gaps.first)
    #expect(isClose(gap.lowerBound, 1 - gap.upperBound, within: 1e-12))
    #expect(gap.upperBound - gap.lowerBound < 0.06)
    // One unit is equally long on both parts.
    #expect(
      isClose(
        scale.fraction(of: 10) - scale.fraction(of: 0), scale.fraction(of: 100) - scale.fraction(of: 90),
        within: 1e-12))
    #expect(scale.shows(20) && scale.shows(80) && !scale.shows(21) && !scale.shows(50))
  }

  @Test func aConvertedAxisSaysTheSamePlaces() {
    let scale = ConvertedScale(LinearScale(-10...40), marking: { LinearScale($0) }) { 9 / 5 * $0 + 32 }
    #expect(scale.domain == 14...104)
    #expect(isClose(scale.fraction(of: 32), 0.2, within: 1e-12))
    #expect(isClose(scale.fraction(of: 77), 0.7, within: 1e-12))
    // A falling view: the higher the frequency, the shorter the period.
    let period = ConvertedScale(LinearScale(1...5), marking: { LinearScale($0) }) { 1 / $0 }
    #expect(isClose(period.fraction(of: 0.5), 0.25, within: 1e-12))
    #expect(period.fraction(of: 2).isNaN)
  }
}
