import Diagnostics
import Figures
import TestSupport
import Testing

/// Domains of every size: data of a course, and what breaks the axes of other programs.
let domains: [ClosedRange<Double>] = [
  0...1, -1...1, -2.5...2.5, 0...100, 3...4, -7e6 ... -2e6, 0.001...0.0013, 1e-300...3e-300,
  -1e300...1e300, 0...1e300, -1e-300...1e-300, 1...1.000_000_03, 1_234_567.81...1_234_567.84,
  -1_234_567.84 ... -1_234_567.81, 1e15...1e15 + 4, -1.7e308...1.7e308, 0...5e8, -0.1...0.2, 99.99...100.01,
]

@Suite struct ScaleTests {
  @Test(arguments: domains)
  func valueOfFractionIsTheValue(_ domain: ClosedRange<Double>) {
    let scale = LinearScale(domain)
    let magnitude = max(abs(domain.lowerBound), abs(domain.upperBound))
    for value in values(in: domain) {
      let back = scale.value(at: scale.fraction(of: value))
      #expect(abs(back / magnitude - value / magnitude) < 1e-15, "\(value) came back as \(back)")
    }
  }

  @Test(arguments: domains)
  func fractionsAscendFromZeroToOne(_ domain: ClosedRange<Double>) {
    let scale = LinearScale(domain)
    #expect(scale.domain == domain)
    #expect(scale.fraction(of: domain.lowerBound) == 0)
    #expect(scale.fraction(of: domain.upperBound) == 1)
    #expect(scale.value(at: 0) == domain.lowerBound)
    #expect(scale.value(at: 1) == domain.upperBound)
    let fractions = values(in: domain).sorted().map(scale.fraction(of:))
    #expect(zip(fractions, fractions.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(fractions.allSatisfy { 0...1 ~= $0 })
    #expect(scale.fraction(of: .nan).isNaN)
  }

  @Test func beyondItsDomainAScaleGoesOn() {
    let scale = LinearScale(2...4)
    #expect(scale.fraction(of: 0) == -1)
    #expect(scale.fraction(of: 6) == 2)
    #expect(scale.value(at: 2) == 6)
  }

  @Test(arguments: [0, 1, -3, 1e-300, 1e300, -1e300, 4e-9])
  func aSingleValueStandsInTheMiddle(_ value: Double) {
    let scale = LinearScale(value...value)
    #expect(scale.domain.lowerBound < value && value < scale.domain.upperBound)
    #expect(isClose(scale.fraction(of: value), 0.5, within: 1e-12))
  }

  @Test(arguments: [0, 1, 3, 40])
  func bandsAreCenteredAtWholeNumbers(_ count: Int) {
    let names = (0..<count).map { "band \($0)" }
    let scale = BandScale(names.map { LocatedText($0) })
    let ticks = scale.ticks(atMost: 2)
    #expect(ticks.map(\.name) == names)
    for (index, tick) in ticks.enumerated() {
      #expect(tick.value == Double(index))
      let middle = (Double(index) + 0.5) / Double(count)
      #expect(isClose(scale.fraction(of: tick.value), middle, within: 1e-12))
      #expect(isClose(scale.value(at: middle), tick.value, within: 0, absolute: 1e-12))
    }
    #expect(scale.domain.lowerBound < scale.domain.upperBound)
  }

  /// The ends, the middle and random values between them.
  private func values(in domain: ClosedRange<Double>) -> [Double] {
    var generator = SplitMix64(seed: 4)
    let (low, high) = (domain.lowerBound, domain.upperBound)
    let fractions = [0, 0.5, 1] + (0..<200).map { _ in Double.random(in: 0...1, using: &generator) }
    return fractions.map { min(max(low * (1 - $0) + high * $0, low), high) }
  }
}
