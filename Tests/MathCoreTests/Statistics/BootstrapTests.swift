import MathCore
import TestSupport
import Testing

@Suite struct BootstrapTests {
  private func mean(_ x: [Double]) -> Double { x.reduce(0, +) / Double(x.count) }

  // Drawn by an implementation of xoshiro256** and of Lemire's method in Python.
  @Test func `A seed gives the same samples for ever`() {
    let samples = (0..<2).map { _ in
      Bootstrap(of: 5, draws: 3, seed: 1) { places in Double(places.reduce(0) { 10 * $0 + $1 }) }
    }
    #expect(samples[0] == samples[1])
    #expect(samples[0].estimate == 1234)
    #expect(samples[0].replicates == [32213, 142, 44432])
  }

  @Test func `The standard error of a mean is the textbook's`() throws {
    let x = (0..<50).map { Double($0 * $0 % 37) }
    let bootstrap = Bootstrap(of: 50, draws: 4000, seed: 7) { places in mean(places.map { x[$0] }) }
    let expected = try SampleMoments(of: x).standardDeviation() / 50.0.squareRoot()
    // The standard deviation of 4000 replicates is off by about 1/√8000 of itself.
    #expect(isClose(bootstrap.standardError, expected, within: 0.04))
    #expect(abs(mean(bootstrap.replicates) - bootstrap.estimate) < 4 * expected / 4000.0.squareRoot())
  }

  /// Of 200 intervals for the mean of normal numbers about 95 % hold 0, a bit fewer, as is known of
  /// percentile intervals of 40 numbers: 93 %, and three standard deviations are 5 %.
  @Test func `Intervals cover the truth as often as they say`() throws {
    var generator = Xoshiro256(seed: 3)
    let normal = Normal()
    var hits = 0
    for round in 0..<200 {
      let x = (0..<40).map { _ in normal.quantile(at: generator.openUnit()) }
      let bootstrap = Bootstrap(of: 40, draws: 100, seed: UInt64(round)) { places in
        mean(places.map { x[$0] })
      }
      let (low, high) = try bootstrap.interval(level: 0.95)
      if low <= 0, high >= 0 { hits += 1 }
    }
    #expect((176...197).contains(hits), "\(hits)")
  }
}
