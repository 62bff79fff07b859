import Diagnostics
import Expressions
import Glibc

/// The ticks of a domain above zero, as a logarithmic axis wants them: powers of the base, or within a decade
/// the round numbers between them.
struct LogTicks {
  private let domain: ClosedRange<Double>
  private let base: Double
  /// The powers in the domain.
  private let powers: ClosedRange<Int>?

  init(_ domain: ClosedRange<Double>, base: Double = 10) {
    self.domain = domain
    self.base = base
    let (low, high) = (Self.logarithm(domain.lowerBound, base), Self.logarithm(domain.upperBound, base))
    let slack = 1e-9
    let (first, last) = ((low - slack).rounded(.up), (high + slack).rounded(.down))
    powers = first <= last && abs(first) < 1e5 && abs(last) < 1e5 ? Int(first)...Int(last) : nil
  }

  private static func logarithm(_ value: Double, _ base: Double) -> Double {
    // Exact at powers of ten and two.
    base == 10 ? log10(value) : base == 2 ? log2(value) : log(value) / log(base)
  }

  /// `nil` where fewer than three of them lie in the domain, which equal steps then label better.
  func ticks(_ wish: TickWish) -> Ticks? {
    if let powers, powers.count > 2 || (base != 10 && powers.count > 1) { return ticks(at: powers, wish) }
    return base == 10 ? ticksWithinDecades(wish) : nil
  }

  private func ticks(at powers: ClosedRange<Int>, _ wish: TickWish) -> Ticks {
    let exponents = Double(powers.lowerBound)...Double(powers.upperBound)
    let step =
      powers.count <= max(wish.count, 3)
      ? nil : DecimalStep(labeling: exponents, atMost: max(wish.count, 3), isWhole: true)
    let marked = step.map { step in step.multiples.map { Int(step.value(of: $0)) } } ?? Array(powers)
    let isPlain = base == 2 && powers.lowerBound >= 0 && powers.upperBound <= 13
    let named = marked.map { Tick(power($0), isPlain ? "\(1 << $0)" : name(of: $0)) }
    let between = marked.count == powers.count ? digits(in: powers) : others(than: marked, in: powers)
    return Ticks(named, minor: between, needsMinor: true)
  }

  private func power(_ exponent: Int) -> Double {
    exponent < 0 && base == 10 ? 1 / pow(10, Double(-exponent)) : pow(base, Double(exponent))
  }

  private func name(of exponent: Int) -> String {
    // An italic letter needs a formula; numbers are set as all numbers on axes.
    base == M_E ? "$e^{\(exponent)}$" : roundedName(of: base) + raised(exponent)
  }

  /// 2 to 9 times the powers of ten, where they can be told apart.
  private func digits(in powers: ClosedRange<Int>) -> [Double] {
    guard base == 10, powers.count <= 16 else { return [] }
    return (powers.lowerBound - 1...powers.upperBound).flatMap { exponent in
      (2...9).map { Self.number($0, exponent) }
    }.filter(domain.contains)
  }

  private func others(than marked: [Int], in powers: ClosedRange<Int>) -> [Double] {
    guard powers.count <= 100 else { return [] }
    return powers.filter { !marked.contains($0) }.map(power)
  }

  /// `digit · 10^exponent`, correctly rounded.
  private static func number(_ digit: Int, _ exponent: Int) -> Double {
    exponent < 0 ? Double(digit) / pow(10, Double(-exponent)) : Double(digit) * pow(10, Double(exponent))
  }

  /// 1, 2 and 5, or all digits, times the powers of ten around the domain.
  private func ticksWithinDecades(_ wish: TickWish) -> Ticks? {
    let low = log10(domain.lowerBound).rounded(.down)
    guard low.isFinite, log10(domain.upperBound) - low < 4 else { return nil }
    let all = (Int(low)...Int(low) + 4).flatMap { exponent in
      (1...9).map { (digit: $0, exponent: exponent, value: Self.number($0, exponent)) }
    }.filter { domain.contains($0.value) }
    for digits in [[1, 3], [1, 2, 5], [1, 2, 3, 5], [1, 2, 3, 4, 6, 8], Array(1...9)] {
      let chosen = all.filter { digits.contains($0.digit) }
      guard chosen.count > (digits.count == 2 ? 3 : 2), chosen.count <= wish.count else { continue }
      let named = chosen.map { Tick($0.value, Self.name($0.digit, $0.exponent)) }
      return Ticks(named, minor: all.filter { !digits.contains($0.digit) }.map(\.value), needsMinor: true)
    }
    return nil
  }

  private static func name(_ digit: Int, _ exponent: Int) -> String {
    switch exponent {
    case 0...4: "\(digit)" + String(repeating: "0", count: exponent)
    case -3 ... -1: "0." + String(repeating: "0", count: -exponent - 1) + "\(digit)"
    default: (digit == 1 ? "" : "\(digit)\u{2009}×\u{2009}") + powerOfTen(exponent)
    }
  }
}

/// A number in a label's words, in as many digits as tell it from its neighbors on an axis.
func roundedName(of value: Double) -> String {
  let text = try? formatted(.number(value), spec: LocatedText(".6g"), as: .label)
  return text ?? "\(value)"
}

/// An exponent in a label's words: `⁻⁵`.
func raised(_ exponent: Int) -> String { String(powerOfTen(exponent).dropFirst(2)) }
