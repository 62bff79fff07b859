import Expressions

/// How the ticks of an axis are spelled in decimals: with equally many, and briefly.
///
/// Numbers are whole multiples of a power of ten, exact in every digit.
struct DecimalNames {
  private let exponent: Int
  /// What all names leave out, in units of the power.
  private let omitted: Int
  /// Digits of the largest name before the point.
  private let leading: Int

  /// Names for numbers in a range of units of `10^exponent`.
  init(_ units: ClosedRange<Int>, _ exponent: Int) {
    self.exponent = exponent
    omitted = Self.offset(units)
    let largest = max(abs(units.lowerBound - omitted), abs(units.upperBound - omitted))
    leading = String(largest).count + exponent
  }

  /// The round number that near-equal ones have in common; 0 where leaving it out would not make them shorter.
  private static func offset(_ units: ClosedRange<Int>) -> Int {
    let longest = String(max(abs(units.lowerBound), abs(units.upperBound))).count
    guard longest > 6 else { return 0 }
    var power = 1
    var places = 0
    while power <= units.upperBound - units.lowerBound {
      power *= 10
      places += 1
    }
    // Four digits saved are worth an addition in the reader's head.
    guard longest - places >= 4 else { return 0 }
    let (low, high) = (units.lowerBound / power, units.upperBound / power)
    if low == high { return low * power }
    // Ticks on both sides of a round number are told from there.
    return (units.lowerBound + power / 2) / power * power
  }

  /// What the names leave out, as a label's source: `+10⁶`.
  var offset: String? {
    guard omitted != 0 else { return nil }
    let sign = omitted < 0 ? "\u{2212}" : "+"
    var (digits, power) = (abs(omitted), exponent)
    while digits.isMultiple(of: 10) {
      digits /= 10
      power += 1
    }
    if power >= 4, digits < 10_000 {
      return sign + (digits == 1 ? "" : "\(digits)\u{2009}×\u{2009}") + powerOfTen(power)
    }
    let zeros = String(repeating: "0", count: max(power, 0))
    return sign + (power < 0 ? Self.decimals(digits, after: -power) : String(digits) + zeros)
  }

  /// The name of so many units; far from one as `3 × 10⁸`.
  func name(of units: Int) -> String {
    let rest = units - omitted
    let digits = abs(rest)
    let sign = rest < 0 ? "\u{2212}" : ""
    if leading > 6 || leading < -3 { return scientificName(of: digits, sign: sign) }
    guard exponent < 0 else {
      return sign + String(digits) + String(repeating: "0", count: digits == 0 ? 0 : exponent)
    }
    return sign + Self.decimals(digits, after: -exponent)
  }

  private func scientificName(of digits: Int, sign: String) -> String {
    if digits == 0 { return "0" }
    // One digit before the point for the largest tick; the same power for all.
    let power = leading - 1
    let places = power - exponent
    let text = places > 0 ? Self.decimals(digits, after: places) : String(digits)
    let factor = text == "1" ? "" : text + "\u{2009}×\u{2009}"
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
