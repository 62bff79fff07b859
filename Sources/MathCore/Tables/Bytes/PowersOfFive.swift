/// The upper 128 bits of every power of five that a double's decimals need, made on first use.
let powersOfFive = PowersOfFive()

/// Whole numbers times powers of ten, as doubles.
///
/// The algorithm of Eisel and Lemire: D. Lemire, "Number parsing at a gigabyte per second", Software: Practice
/// and Experience 51 (2021), section 5. It is right for every number of 64 bits without a fallback: N. Mushtak
/// and D. Lemire, "Fast number parsing without fallback", Software: Practice and Experience 53 (2023).
struct PowersOfFive {
  /// Below, all numbers of 64 bits times 10^q are zero; above, infinite.
  private static let exponents = -342...308

  /// Two words for each exponent, the upper one first.
  private let words: [UInt64]

  /// Powers with positive exponents are cut off, reciprocals rounded up: so the algorithm wants them.
  fileprivate init() {
    var words = [UInt64](repeating: 0, count: 2 * Self.exponents.count)
    func set(_ exponent: Int, _ top: (UInt64, UInt64)) {
      let place = 2 * (exponent - Self.exponents.lowerBound)
      (words[place], words[place + 1]) = top
    }
    var power = LargeNumber(1)
    set(0, power.top)
    for exponent in 1...Self.exponents.upperBound {
      power.multiplyByFive()
      set(exponent, power.top)
    }
    // Floors of floors are floors: 2ⁿ / 5ᵏ by dividing k times; n leaves 128 bits and more for the last one.
    var reciprocal = LargeNumber(powerOfTwo: 1023)
    for exponent in 1...(-Self.exponents.lowerBound) {
      reciprocal.divideByFive()
      let (high, low) = reciprocal.top
      set(-exponent, low == .max ? (high + 1, 0) : (high, low + 1))
    }
    self.words = words
  }

  /// The double nearest to `digits` · 10^`exponent`; of two equally near ones the even one.
  func double(_ digits: UInt64, _ exponent: Int) -> Double {
    guard digits > 0, exponent >= Self.exponents.lowerBound else { return 0 }
    guard exponent <= Self.exponents.upperBound else { return .infinity }
    let shift = digits.leadingZeroBitCount
    let (high, low) = product(digits << shift, exponent)
    let upperBit = Int(high >> 63)
    // 52 bits, the leading one, one to round by and one in reserve.
    var mantissa = high >> UInt64(upperBit + 9)
    // ⌊log₂ 10^q⌋ = ⌊217706 q / 2¹⁶⌋ in this range.
    var power = (217_706 * exponent) >> 16 + 63 + upperBit - shift + 1023
    if power <= 0 { return subnormal(mantissa, power) }
    // Halfway between two doubles, which is possible for small powers only: to the even one.
    if low <= 1, -4...23 ~= exponent, mantissa & 3 == 1, mantissa << UInt64(upperBit + 9) == high {
      mantissa &= ~1
    }
    mantissa = (mantissa + mantissa & 1) >> 1
    if mantissa >= 1 << 53 {
      mantissa = 1 << 52
      power += 1
    }
    guard power < 0x7FF else { return .infinity }
    return Double(bitPattern: UInt64(power) << 52 | mantissa & ~(1 << 52))
  }

  private func subnormal(_ mantissa: UInt64, _ power: Int) -> Double {
    guard power > -63 else { return 0 }
    let kept = mantissa >> UInt64(1 - power)
    // Rounding up to the smallest normal number sets the bit of its exponent by itself.
    return Double(bitPattern: (kept + kept & 1) >> 1)
  }

  /// The upper 128 bits of a number times 5^`exponent`, as far as the rounding needs them.
  @inline(__always)
  private func product(_ number: UInt64, _ exponent: Int) -> (UInt64, UInt64) {
    let place = 2 * (exponent - Self.exponents.lowerBound)
    var (high, low) = number.multipliedFullWidth(by: words[place])
    // Only if the bits below those that are kept are all ones can the lower word change them.
    guard high & 0x1FF == 0x1FF else { return (high, low) }
    let (sum, isOverflow) = low.addingReportingOverflow(number.multipliedFullWidth(by: words[place + 1]).high)
    low = sum
    if isOverflow { high += 1 }
    return (high, low)
  }
}

/// A whole number of up to 1088 bits, the lowest word first.
private struct LargeNumber {
  private var words = [UInt64](repeating: 0, count: 17)

  init(_ number: UInt64) { words[0] = number }

  init(powerOfTwo power: Int) { words[power / 64] = 1 << UInt64(power % 64) }

  mutating func multiplyByFive() {
    var carry: UInt64 = 0
    for place in words.indices {
      let (high, low) = words[place].multipliedFullWidth(by: 5)
      let (sum, isOverflow) = low.addingReportingOverflow(carry)
      words[place] = sum
      carry = high + (isOverflow ? 1 : 0)
    }
  }

  mutating func divideByFive() {
    var rest: UInt64 = 0
    for place in words.indices.reversed() {
      (words[place], rest) = (5 as UInt64).dividingFullWidth((rest, words[place]))
    }
  }

  /// The upper 128 bits, of which the first is a one.
  var top: (UInt64, UInt64) {
    let first = words.lastIndex { $0 != 0 } ?? 0
    func word(_ place: Int) -> UInt64 { words.indices.contains(place) ? words[place] : 0 }
    let shift = UInt64(word(first).leadingZeroBitCount)
    let (a, b, c) = (word(first), word(first - 1), word(first - 2))
    // A shift by 64 gives zero.
    return (a << shift | b >> (64 - shift), b << shift | c >> (64 - shift))
  }
}
