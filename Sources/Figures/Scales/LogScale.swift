import Glibc

/// Equal factors are equal lengths.
package struct LogScale: Scale {
  package static let kind = ScaleKind(
    option: .number("base", usual: 10, in: 1.1...1e6), isPositive: true
  ) { domain, option in LogScale(domain, base: option.number) }

  package let domain: ClosedRange<Double>
  /// Whose powers are marked; lengths do not depend on it.
  private let base: Double
  /// Logarithms of the domain's ends.
  private let low: Double
  private let high: Double

  /// A scale over a domain above zero; what is not is replaced.
  package init(_ domain: ClosedRange<Double>, base: Double = 10) {
    let top = domain.upperBound > 0 ? domain.upperBound : 1
    let bottom = domain.lowerBound > 0 ? domain.lowerBound : top / 1000
    self.domain = bottom < top ? bottom...top : max(bottom / 3, .leastNormalMagnitude)...min(top * 3, 1e308)
    self.base = base
    (low, high) = (log10(self.domain.lowerBound), log10(self.domain.upperBound))
  }

  /// Whether the domain is so narrow that logarithms of its ends would differ in their last digits only.
  private var isNarrow: Bool { high - low < 0.3 }

  private var narrowWidth: Double {
    log1p((domain.upperBound - domain.lowerBound) / domain.lowerBound)
  }

  package func fraction(of value: Double) -> Double {
    guard value > 0 else { return .nan }
    if isNarrow, value < 2 * domain.upperBound {
      return log1p((value - domain.lowerBound) / domain.lowerBound) / narrowWidth
    }
    return (log10(value) - low) / (high - low)
  }

  package func value(at fraction: Double) -> Double {
    if fraction == 0 { return domain.lowerBound }
    if fraction == 1 { return domain.upperBound }
    if isNarrow { return domain.lowerBound + domain.lowerBound * expm1(fraction * narrowWidth) }
    let value = pow(10, low + fraction * (high - low))
    // At most the largest number, at least the smallest that keeps its digits.
    return value.isNaN ? value : min(max(value, .leastNormalMagnitude), .greatestFiniteMagnitude)
  }

  package func ticks(_ wish: TickWish) -> Ticks {
    LogTicks(domain, base: base).ticks(wish) ?? LinearScale(domain).ticks(wish)
  }
}
