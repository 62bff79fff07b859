import Expressions
import Glibc

/// Equal steps around zero, equal factors beyond a threshold on both sides: for values of many sizes and signs.
///
/// From zero to the threshold is as long as a decade.
package struct SymlogScale: Scale {
  package static let kind = ScaleKind(
    option: .number("threshold", usual: 1, in: 1e-300...1e300)
  ) { domain, option in SymlogScale(domain, threshold: option.number) }

  package let domain: ClosedRange<Double>
  private let threshold: Double
  private let low: Double
  private let high: Double

  package init(_ domain: ClosedRange<Double>, threshold: Double) {
    self.domain = LinearScale(domain).domain
    self.threshold = threshold
    low = Self.decades(self.domain.lowerBound, threshold)
    high = Self.decades(self.domain.upperBound, threshold)
  }

  /// Decades from zero, the first of them linear.
  private static func decades(_ value: Double, _ threshold: Double) -> Double {
    let size = abs(value)
    let decades = size <= threshold ? size / threshold : 1 + (log10(size) - log10(threshold))
    return value < 0 ? -decades : value.isNaN ? .nan : decades
  }

  package func fraction(of value: Double) -> Double {
    (Self.decades(value, threshold) - low) / (high - low)
  }

  package func value(at fraction: Double) -> Double {
    if fraction == 0 { return domain.lowerBound }
    if fraction == 1 { return domain.upperBound }
    let decades = low + fraction * (high - low)
    let size = abs(decades) <= 1 ? abs(decades) * threshold : pow(10, abs(decades) - 1 + log10(threshold))
    let value = min(size, .greatestFiniteMagnitude)
    return fraction.isNaN ? .nan : decades < 0 ? -value : value
  }

  package func ticks(_ wish: TickWish) -> Ticks {
    let both = max(abs(domain.lowerBound), abs(domain.upperBound))
    let first = Int((log10(threshold) - 1e-9).rounded(.up))
    let last = Int((log10(both) + 1e-9).rounded(.down))
    guard first <= last else { return LinearScale(domain).ticks(wish) }
    // Every power, every second, and so on, until there are few enough.
    let sides = domain.lowerBound < 0 && 0 < domain.upperBound ? 2 : 1
    for step in max((last - first + 1) * sides / (wish.count + 2), 1)...last - first + 1 {
      // The first power is as far from zero as from the second one.
      let start = shows(0) ? first + step - 1 : first
      let sizes = stride(from: start, through: last, by: step).map {
        (exponent: $0, size: pow(10, Double($0)))
      }
      let below = sizes.reversed().filter { shows(-$0.size) }
      let above = sizes.filter { shows($0.size) }
      let zero = shows(0) ? [Tick(0, "0")] : []
      let count = below.count + zero.count + above.count
      if count < 3 { break }
      guard count <= wish.count else { continue }
      return Ticks(
        below.map { Tick(-$0.size, "\u{2212}" + powerOfTen($0.exponent)) } + zero
          + above.map { Tick($0.size, powerOfTen($0.exponent)) },
        minor: step == 1 ? minorValues(first...last) : [], needsMinor: true)
    }
    if domain.lowerBound >= threshold { return LogScale(domain).ticks(wish) }
    return LinearScale(domain).ticks(wish)
  }

  /// 2 to 9 times the powers of ten beyond the threshold.
  private func minorValues(_ powers: ClosedRange<Int>) -> [Double] {
    guard powers.count <= 16 else { return [] }
    let sizes = (powers.lowerBound - 1...powers.upperBound).flatMap { exponent in
      (2...9).map { Double($0) * pow(10, Double(exponent)) }
    }.filter { $0 > threshold }
    return (sizes.reversed().map { -$0 } + sizes).filter(domain.contains)
  }
}
