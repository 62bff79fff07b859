import Diagnostics
import TestSupport
import Testing

@testable import Figures

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
    #expect(LinearScale(domain).ticks(atMost: 8).count >= 3)
  }

  @Test(arguments: domains, counts)
  func stepIsRound(_ domain: ClosedRange<Double>, _ count: Int) {
    let values = LinearScale(domain).ticks(atMost: count).map(\.value)
    guard values.count > 1 else { return }
    let step = (values[values.count - 1] / 2 - values[0] / 2) / Double(values.count - 1) * 2
    var mantissa = step
    while mantissa >= 9.5 { mantissa /= 10 }
    while mantissa < 0.95 { mantissa *= 10 }
    // The difference of near-equal values carries few digits.
    let digits = max(abs(domain.lowerBound), abs(domain.upperBound)) * 1e-15 / step + 1e-12
    #expect([1, 2, 2.5, 3, 4, 5].contains { isClose(mantissa, $0, within: digits) }, "step \(step)")
  }

  /// Reading a name, and adding what all names leave out, gives the very value of the tick.
  @Test(arguments: domains, counts)
  func namesSayTheValue(_ domain: ClosedRange<Double>, _ count: Int) {
    let ticks = LinearScale(domain).ticks(TickWish(atMost: count))
    let offset = ticks.offset.map(Self.offset) ?? 0
    for tick in ticks.named {
      let value = offset + (Self.number(tick.name) ?? .nan)
      #expect(isClose(value, tick.value, within: 3e-16), "\(tick), \(offset)")
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
      domain: 0...3e8, count: 4,
      names: ["0", "10⁸", "2\u{2009}×\u{2009}10⁸", "3\u{2009}×\u{2009}10⁸"]),
    Example(
      domain: -1e-9...1e-9, count: 5,
      names: [
        "−10⁻⁹", "0", "10⁻⁹",
      ]),
  ])
  func examples(_ example: Example) {
    #expect(LinearScale(example.domain).ticks(atMost: example.count).map(\.name) == example.names)
  }

  struct NearExample: Sendable, CustomTestStringConvertible {
    var domain: ClosedRange<Double>
    var names: [String]
    var offset: String?
    var testDescription: String { "\(domain)" }
  }

  /// R31: what near-equal values have in common is told once.
  @Test(arguments: [
    NearExample(
      domain: 1_000_000.1...1_000_000.4, names: ["0.1", "0.2", "0.3", "0.4"], offset: "+10⁶"),
    NearExample(
      domain: 999_999.9...1_000_000.2, names: ["\u{2212}0.1", "0.0", "0.1", "0.2"], offset: "+10⁶"),
    NearExample(
      domain: 1_234_567.81...1_234_567.84, names: ["0.01", "0.02", "0.03", "0.04"], offset: "+1234567.8"),
    NearExample(
      domain: -1_234_567.84 ... -1_234_567.81,
      names: ["\u{2212}0.04", "\u{2212}0.03", "\u{2212}0.02", "\u{2212}0.01"], offset: "\u{2212}1234567.8"),
    NearExample(
      domain: 1...1.000_000_03,
      names: ["0", "10⁻⁸", "2\u{2009}×\u{2009}10⁻⁸", "3\u{2009}×\u{2009}10⁻⁸"], offset: "+1"),
    NearExample(domain: 3e15...3e15 + 3, names: ["0", "1", "2", "3"], offset: "+3\u{2009}×\u{2009}10¹⁵"),
    NearExample(domain: 2010...2013, names: ["2010", "2011", "2012", "2013"], offset: nil),
    NearExample(domain: 99.98...100.01, names: ["99.98", "99.99", "100.00", "100.01"], offset: nil),
  ])
  func nearEqualValuesShareWhatTheyHaveInCommon(_ example: NearExample) {
    let ticks = LinearScale(example.domain).ticks(TickWish(atMost: 5))
    #expect(ticks.named.map(\.name) == example.names)
    #expect(ticks.offset == example.offset)
  }

  struct LogExample: Sendable, CustomTestStringConvertible {
    var domain: ClosedRange<Double>
    var base = 10.0
    var count = 8
    var names: [String]
    var minorCount: Int
    var testDescription: String { "\(domain), base \(base)" }
  }

  /// R28: a logarithmic axis of every width has names.
  @Test(arguments: [
    LogExample(domain: 1e-3...1, names: ["10⁻³", "10⁻²", "10⁻¹", "10⁰"], minorCount: 24),
    LogExample(domain: 0.5...200, names: ["10⁰", "10¹", "10²"], minorCount: 5 + 8 + 8 + 1),
    LogExample(
      domain: 1...1e12, count: 5, names: ["10⁰", "10⁴", "10⁸", "10¹²"], minorCount: 9),
    LogExample(domain: 3...40, names: ["5", "10", "20"], minorCount: 8),
    LogExample(domain: 0.02...0.7, names: ["0.02", "0.05", "0.1", "0.2", "0.5"], minorCount: 10),
    LogExample(domain: 2...3, names: ["2.0", "2.2", "2.4", "2.6", "2.8", "3.0"], minorCount: 15),
    LogExample(domain: 1...32, base: 2, names: ["1", "2", "4", "8", "16", "32"], minorCount: 0),
    LogExample(
      domain: 1...1.1e3, base: 2, count: 6, names: ["1", "4", "16", "64", "256", "1024"], minorCount: 5),
    LogExample(
      domain: 0.2...4, base: 2, names: ["2⁻²", "2⁻¹", "2⁰", "2¹", "2²"],
      minorCount: 0),
    LogExample(
      domain: 0.9...8, base: 2.718281828459045, names: ["$e^{0}$", "$e^{1}$", "$e^{2}$"], minorCount: 0),
  ])
  func logarithmicTicks(_ example: LogExample) {
    let ticks = LogScale(example.domain, base: example.base).ticks(TickWish(atMost: example.count))
    #expect(ticks.named.map(\.name) == example.names)
    #expect(ticks.minor.count == example.minorCount, "\(ticks.minor)")
  }

  /// Convention 20.
  @Test(arguments: [
    (0.0...6.5, ["0", "$\\dfrac{\\pi}{2}$", "$\\pi$", "$\\dfrac{3\\pi}{2}$", "$2\\pi$"]),
    (-3.2...3.2, ["$-\\pi$", "$-\\dfrac{\\pi}{2}$", "0", "$\\dfrac{\\pi}{2}$", "$\\pi$"]),
    (
      0...1.6, ["0", "$\\dfrac{\\pi}{6}$", "$\\dfrac{\\pi}{3}$", "$\\dfrac{\\pi}{2}$"]
    ),
    (-13...13, ["$-4\\pi$", "$-2\\pi$", "0", "$2\\pi$", "$4\\pi$"]),
  ])
  func anglesAreFractionsOfPi(_ domain: ClosedRange<Double>, _ names: [String]) {
    let ticks = PiScale(domain).ticks(atMost: 6)
    #expect(ticks.map(\.name) == names)
    for tick in ticks { #expect(abs((tick.value / .pi * 24).rounded() - tick.value / .pi * 24) < 1e-9) }
  }

  @Test func aStepOfTheScenesOwnIsKept() {
    #expect(
      LinearScale(-1...1.2).ticks(every: 0.5)?.named.map(\.name) == ["−1.0", "−0.5", "0.0", "0.5", "1.0"])
    #expect(LinearScale(0...1).ticks(every: 1.0 / 3)?.named.map(\.value) == [0, 1.0 / 3, 2.0 / 3, 1])
    let turns = PiScale(0...10).ticks(every: .pi / 3)?.named.prefix(4).map(\.name)
    #expect(turns == ["0", "$\\dfrac{\\pi}{3}$", "$\\dfrac{2\\pi}{3}$", "$\\pi$"])
    #expect(LinearScale(0...1).ticks(every: 1e-9) == nil)
    #expect(LogScale(1...10).ticks(every: 1) == nil)
  }

  @Test(arguments: [
    (0.0, "0"), (950, "950"), (1000, "1k"), (2500, "2.5k"), (-3e6, "\u{2212}3M"), (4e9, "4G"), (0.002, "2m"),
    (5e-7, "500n"), (1e21, "1000E"), (999.9999, "1k"),
  ])
  func engineeringNamesHaveThePrefixesOfTheSI(_ value: Double, _ name: String) throws {
    #expect(try TickFormat("engineering").name(of: value) == name)
  }

  @Test func aHostileDomainHasNoTicksButNoCrashEither() {
    for domain in [1e16...1e16 + 2, 1e300...(1e300).nextUp, 0...(0.0).nextUp, -1.7e308...1.7e308] {
      for count in [Int.min, -1, 0, 1, 1000, .max] {
        #expect(LinearScale(domain).ticks(atMost: count).count <= max(count, 1))
      }
    }
  }

  /// What the end of an axis says: `+1234567.8`, `+10⁶` or `−3 × 10¹⁵`.
  static func offset(_ text: String) -> Double { number(text.replacing("+", with: "")) ?? .nan }

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
