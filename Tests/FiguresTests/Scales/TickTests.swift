import Figures
import TestSupport
import Testing

@Suite struct TickTests {
  static let counts = [1, 2, 3, 5, 8, 12]

  @Test(arguments: domains, counts)
  func areFewAscendingAndInside(_ domain: ClosedRange<Double>, _ count: Int) {
    let ticks = LinearScale(domain).ticks(atMost: count)
    #expect(ticks.count <= count)
    #expect(zip(ticks, ticks.dropFirst()).allSatisfy { $0.value < $1.value })
    let slack = (domain.upperBound / 2 - domain.lowerBound / 2) * 1e-8
    #expect(
      ticks.allSatisfy { domain.lowerBound - slack <= $0.value && $0.value <= domain.upperBound + slack })
    #expect(Set(ticks.map(\.name)).count == ticks.count, "\(ticks.map(\.name))")
  }

  /// Room for eight ticks always holds at least three, so that a reader sees the scale.
  @Test(arguments: domains)
  func areEnoughToReadTheScale(_ domain: ClosedRange<Double>) {
    // A width beyond the largest number has no ticks, but no crash either.
    guard (domain.upperBound - domain.lowerBound).isFinite else { return }
    #expect(LinearScale(domain).ticks(atMost: 8).count >= 3)
  }

  @Test(arguments: domains, counts)
  func stepIsOneTwoOrFive(_ domain: ClosedRange<Double>, _ count: Int) {
    let values = LinearScale(domain).ticks(atMost: count).map(\.value)
    guard values.count > 1 else { return }
    let step = (values[values.count - 1] - values[0]) / Double(values.count - 1)
    var mantissa = step
    while mantissa >= 9.5 { mantissa /= 10 }
    while mantissa < 0.95 { mantissa *= 10 }
    // The difference of near-equal values carries few digits.
    let digits = max(abs(domain.lowerBound), abs(domain.upperBound)) * 1e-15 / step + 1e-12
    #expect([1, 2, 5].contains { isClose(mantissa, $0, within: digits) }, "step \(step)")
  }

  /// Reading a plain name gives the very value of the tick: both are correctly rounded.
  @Test(arguments: domains, counts)
  func namesSayTheValue(_ domain: ClosedRange<Double>, _ count: Int) {
    for tick in LinearScale(domain).ticks(atMost: count) {
      #expect(isClose(Self.number(tick.name) ?? .nan, tick.value, within: 3e-16), "\(tick)")
    }
  }

  @Test(arguments: domains, counts)
  func namesHaveEqualDecimalsAndTrueMinus(_ domain: ClosedRange<Double>, _ count: Int) {
    let names = LinearScale(domain).ticks(atMost: count).map(\.name)
    let plain = names.filter { !$0.contains("$") }
    #expect(plain.allSatisfy { !$0.contains("-") })
    #expect(!names.contains { $0.hasPrefix("\u{2212}0") && Self.number($0) == 0 })
    let decimals = Set(
      plain.filter { $0 != "0" }.map { $0.split(separator: ".").dropFirst().first?.count ?? 0 })
    #expect(decimals.count <= 1, "\(names)")
    let powers = Set(names.compactMap { $0.split(separator: "10^").last }.filter { $0.hasSuffix("}$") })
    #expect(powers.count <= 1, "\(names)")
  }

  struct Example: Sendable, CustomTestStringConvertible {
    var domain: ClosedRange<Double>
    var count: Int
    var names: [String]
    var testDescription: String { "\(domain)" }
  }

  @Test(arguments: [
    Example(domain: -2.5...2.5, count: 8, names: ["−2", "−1", "0", "1", "2"]),
    Example(domain: -1...1, count: 6, names: ["−1.0", "−0.5", "0.0", "0.5", "1.0"]),
    Example(domain: 0...0.58, count: 7, names: ["0.0", "0.1", "0.2", "0.3", "0.4", "0.5"]),
    Example(domain: 0...40_000, count: 5, names: ["0", "10000", "20000", "30000", "40000"]),
    Example(
      domain: 1...1.000_000_03, count: 4, names: ["1.00000000", "1.00000001", "1.00000002", "1.00000003"]),
    Example(
      domain: 0...3e8, count: 4,
      names: ["0", "10⁸", "2\u{2009}×\u{2009}10⁸", "3\u{2009}×\u{2009}10⁸"]),
    Example(
      domain: -1e-9...1e-9, count: 5,
      names: [
        "−1.0\u{2009}×\u{2009}10⁻⁹", "−0.5\u{2009}×\u{2009}10⁻⁹", "0", "0.5\u{2009}×\u{2009}10⁻⁹",
        "1.0\u{2009}×\u{2009}10⁻⁹",
      ]),
  ])
  func examples(_ example: Example) {
    #expect(LinearScale(example.domain).ticks(atMost: example.count).map(\.name) == example.names)
  }

  @Test func aHostileDomainHasNoTicksButNoCrashEither() {
    for domain in [1e16...1e16 + 2, 1e300...(1e300).nextUp, 0...(0.0).nextUp, -1.7e308...1.7e308] {
      for count in [Int.min, -1, 0, 1, 1000, .max] {
        #expect(LinearScale(domain).ticks(atMost: count).count <= max(count, 1))
      }
    }
  }

  /// The number that a name spells: decimals with a true minus, or `−1.5 × 10⁸` with thin spaces.
  static func number(_ name: String) -> Double? {
    let text = name.replacing("\u{2212}", with: "-")
    let raised = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    guard let power = text.firstIndex(where: { $0 == "⁻" || raised.contains($0) }) else {
      return Double(text)
    }
    let exponent = text[power...].map { $0 == "⁻" ? "-" : raised.firstIndex(of: $0).map(String.init) ?? "?" }
    let factor = text[..<power].dropLast(2).replacing("\u{2009}×\u{2009}", with: "")
    return Double((factor == "" || factor == "-" ? factor + "1" : factor) + "e" + exponent.joined())
  }
}
