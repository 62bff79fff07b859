import Glibc

/// Equal steps of a power of the value are equal lengths, on both sides of zero.
package struct PowerScale: Scale {
  package static let kind = ScaleKind(
    option: .number("exponent", usual: 2, in: 0.05...20)
  ) { domain, option in PowerScale(domain, exponent: option.number) }

  /// `sqrt`: the power ½.
  package static let squareRootKind = ScaleKind { domain, _ in PowerScale(domain, exponent: 0.5) }

  package let domain: ClosedRange<Double>
  private let exponent: Double
  /// The larger end; powers are taken of its parts, so that none is too large.
  private let unit: Double
  private let low: Double
  private let high: Double

  package init(_ domain: ClosedRange<Double>, exponent: Double) {
    self.domain = LinearScale(domain).domain
    self.exponent = exponent
    unit = max(abs(self.domain.lowerBound), abs(self.domain.upperBound))
    low = Self.power(self.domain.lowerBound / unit, exponent)
    high = Self.power(self.domain.upperBound / unit, exponent)
  }

  private static func power(_ value: Double, _ exponent: Double) -> Double {
    value < 0 ? -pow(-value, exponent) : pow(value, exponent)
  }

  package func fraction(of value: Double) -> Double {
    (Self.power(value / unit, exponent) - low) / (high - low)
  }

  package func value(at fraction: Double) -> Double {
    if fraction == 0 { return domain.lowerBound }
    if fraction == 1 { return domain.upperBound }
    return Self.power(low + fraction * (high - low), 1 / exponent) * unit
  }

  package func ticks(_ wish: TickWish) -> Ticks {
    var ticks = LinearScale(domain).ticks(wish)
    // What is a hair outside of even steps may be far outside of bent ones.
    ticks.named.removeAll { !shows($0.value) }
    ticks.minor.removeAll { !shows($0) }
    return ticks
  }
}
