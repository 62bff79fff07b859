import Expressions
import Glibc

/// A round step between ticks: 1, 2 or 5 times a power of ten.
struct DecimalStep: Hashable, Sendable {
  /// 1, 2 or 5.
  private let mantissa: Int
  private let exponent: Int
  /// Which multiples of the step lie in the domain.
  let multiples: ClosedRange<Int>

  /// The smallest round step with at most `count` multiples in the domain.
  ///
  /// `nil` if the domain is so far from zero that the multiples cannot be told apart.
  init?(covering domain: ClosedRange<Double>, atMost count: Int) {
    let width = domain.upperBound / 2 - domain.lowerBound / 2
    guard width > 0, width.isFinite else { return nil }
    let least = width * 2 / Double(max(count, 1))
    guard least.isFinite, least > 0 else { return nil }
    var exponent = Int(log10(least).rounded(.down)) - 1
    for _ in 0..<4 {
      for mantissa in [1, 2, 5] {
        guard let multiples = Self.multiples(of: mantissa, exponent, in: domain) else { continue }
        if multiples.count <= max(count, 1) {
          self.mantissa = mantissa
          self.exponent = exponent
          self.multiples = multiples
          return
        }
      }
      exponent += 1
    }
    return nil
  }

  private static func multiples(
    of mantissa: Int, _ exponent: Int, in domain: ClosedRange<Double>
  ) -> ClosedRange<Int>? {
    let size = scaled(Double(mantissa), by: exponent)
    guard size > 0, size.isFinite else { return nil }
    // A tick that rounding puts a hair outside the domain still belongs to it.
    let slack = 1e-9
    let first = (domain.lowerBound / size - slack).rounded(.up)
    let last = (domain.upperBound / size + slack).rounded(.down)
    // Beyond 2⁵³ neighboring multiples are one number.
    guard abs(first) < 0x1p53, abs(last) < 0x1p53, first <= last else { return nil }
    return Int(first)...Int(last)
  }

  func value(of multiple: Int) -> Double {
    let units = Double(multiple) * Double(mantissa)
    return Self.scaled(units, by: exponent)
  }

  /// `x · 10^exponent`, correctly rounded where both powers are exact.
  private static func scaled(_ x: Double, by exponent: Int) -> Double {
    exponent < 0 ? x / pow(10, Double(-exponent)) : x * pow(10, Double(exponent))
  }

  /// The multiple in decimals, as many for all of them; far from one as `3 × 10⁸`.
  func name(of multiple: Int) -> String {
    let units = abs(multiple) * mantissa
    let sign = multiple < 0 ? "\u{2212}" : ""
    let largest = max(abs(multiples.lowerBound), abs(multiples.upperBound)) * mantissa
    // Digits of the largest tick before the point.
    let leading = String(largest).count + exponent
    if leading > 6 || leading < -3 { return scientificName(of: units, sign: sign, leading: leading) }
    guard exponent < 0 else {
      return sign + String(units) + String(repeating: "0", count: units == 0 ? 0 : exponent)
    }
    return sign + Self.decimals(units, after: -exponent)
  }

  private func scientificName(of units: Int, sign: String, leading: Int) -> String {
    if units == 0 { return "0" }
    // One digit before the point for the largest tick; the same power for all.
    let power = leading - 1
    let places = power - exponent
    let digits = places > 0 ? Self.decimals(units, after: places) : String(units)
    let factor = digits == "1" ? "" : digits + "\u{2009}×\u{2009}"
    return sign + factor + powerOfTen(power)
  }

  /// `units · 10^-places` written out.
  private static func decimals(_ units: Int, after places: Int) -> String {
    var digits = String(units)
    if digits.count <= places {
      digits = String(repeating: "0", count: places + 1 - digits.count) + digits
    }
    let point = digits.index(digits.endIndex, offsetBy: -places)
    return digits[..<point] + "." + digits[point...]
  }
}
