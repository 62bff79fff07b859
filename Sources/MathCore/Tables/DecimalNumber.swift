/// A decimal such as `-12.5e-3` that was found in bytes.
struct DecimalNumber {
  /// The nearest double; of two equally near ones the even one.
  var value: Double
  /// How many bytes it takes.
  var length: Int
}

/// The decimal at the start of bytes; `nil` if there is none.
///
/// Python's grammar: a sign, digits with or without a point (`1.`, `.5`), an exponent. At least eight bytes
/// that are no digits must stand behind the text.
@inline(__always)
func decimalNumber(_ bytes: UnsafePointer<UInt8>, point: UInt8) -> DecimalNumber? {
  var next = bytes
  let isNegative = next[0] == minus
  if isNegative || next[0] == plus { next += 1 }
  var digits: UInt64 = 0
  let wholeStart = next
  takeDigits(&next, &digits)
  var count = next - wholeStart
  var exponent = 0
  if next[0] == point {
    next += 1
    let fractionStart = next
    takeDigits(&next, &digits)
    exponent = fractionStart - next
    count -= exponent
  }
  guard count > 0 else { return nil }
  if next[0] | 0x20 == UInt8(ascii: "e") {
    guard let power = takeExponent(&next) else { return nil }
    exponent += power
  }
  let length = next - bytes
  // Nineteen digits fit 64 bits; zeros in front do not count, but are rare.
  if count <= 19, let size = exactDouble(digits, exponent) {
    return DecimalNumber(value: isNegative ? -size : size, length: length)
  }
  return DecimalNumber(value: slowDouble(bytes, length, point: point), length: length)
}

private let (minus, plus) = (UInt8(ascii: "-"), UInt8(ascii: "+"))

/// Adds digits to a number, eight at a time; an overflow is no error here.
@inline(__always)
private func takeDigits(_ next: inout UnsafePointer<UInt8>, _ number: inout UInt64) {
  while true {
    let eight = UnsafeRawPointer(next).loadUnaligned(as: UInt64.self)
    // Daniel Lemire (2018), "Quickly parsing eight digits": each byte is 0x30 … 0x39.
    let high = eight & 0xF0F0_F0F0_F0F0_F0F0
    let carried = ((eight &+ 0x0606_0606_0606_0606) & 0xF0F0_F0F0_F0F0_F0F0) >> 4
    guard high | carried == 0x3333_3333_3333_3333 else { break }
    var pairs = eight &- 0x3030_3030_3030_3030
    pairs = (pairs &* 10) &+ (pairs >> 8)
    let outer = (pairs & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
    let inner = ((pairs >> 16) & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001
    number = number &* 100_000_000 &+ ((outer &+ inner) >> 32)
    next += 8
  }
  while true {
    let digit = next[0] &- 0x30
    guard digit <= 9 else { return }
    number = number &* 10 &+ UInt64(digit)
    next += 1
  }
}

/// The power of ten behind an `e`; `nil` if there is no digit.
private func takeExponent(_ next: inout UnsafePointer<UInt8>) -> Int? {
  next += 1
  let isNegative = next[0] == minus
  if isNegative || next[0] == plus { next += 1 }
  let start = next
  var power = 0
  while next[0] &- 0x30 <= 9 {
    // More than this is zero or infinite, whatever the digits are.
    if power < 100_000 { power = 10 * power + Int(next[0] &- 0x30) }
    next += 1
  }
  return next == start ? nil : isNegative ? -power : power
}

/// Up to 10²², the largest that is a double.
private let powersOfTen: [Double] = (0...22).map { power in
  (0..<power).reduce(1.0) { size, _ in size * 10 }
}

/// Up to 5²⁷, the largest that fits 64 bits.
private let powersOfFive: [UInt64] = (0...27).map { power in
  (0..<power).reduce(1 as UInt64) { size, _ in size * 5 }
}

/// The double nearest to `digits` · 10^`exponent`, by exact whole numbers; `nil` beyond ±27.
///
/// Small numbers by one exact operation on exact doubles (W. D. Clinger, "How to read floating point
/// numbers accurately", PLDI 1990). Others as digits · 5ᵏ or digits / 5ᵏ in 128 bits, of which the upper 64
/// and whether anything is lost below are enough to round once.
@inline(__always)
private func exactDouble(_ digits: UInt64, _ exponent: Int) -> Double? {
  if digits < 1 << 53, -22...22 ~= exponent {
    let number = Double(digits)
    return powersOfTen.withUnsafeBufferPointer {
      exponent < 0 ? number / $0[-exponent] : number * $0[exponent]
    }
  }
  guard -27...27 ~= exponent, digits > 0 else { return digits == 0 ? 0 : nil }
  let five = powersOfFive.withUnsafeBufferPointer { $0[abs(exponent)] }
  return exponent < 0 ? quotient(digits, five, exponent) : product(digits, five, exponent)
}

private func quotient(_ digits: UInt64, _ five: UInt64, _ exponent: Int) -> Double {
  let (up, down) = (digits.leadingZeroBitCount, five.leadingZeroBitCount)
  let number = digits << up
  // Half the number before the point keeps it below the divisor; 62 bits or more of the quotient remain.
  let (quotient, rest) = (five << down).dividingFullWidth((number >> 1, number << 63))
  return scaled(quotient, isExact: rest == 0, by: exponent - 63 - up + down)
}

private func product(_ digits: UInt64, _ five: UInt64, _ exponent: Int) -> Double {
  let (high, low) = digits.multipliedFullWidth(by: five)
  guard high > 0 else { return scaled(low, isExact: true, by: exponent) }
  let up = high.leadingZeroBitCount
  let top = up == 0 ? high : high << up | low >> (64 - up)
  return scaled(top, isExact: low << up == 0, by: exponent + 64 - up)
}

/// A number of which something may be lost below its last bit, times a power of two; rounded once.
///
/// Eleven bits or more are rounded away, so that one of them can stand for all that is lost.
private func scaled(_ bits: UInt64, isExact: Bool, by power: Int) -> Double {
  // 10⁻²⁷ … 2⁶⁴ · 10²⁷ are far from the ends of what a double can be: this is exact.
  Double(bits | (isExact ? 0 : 1)) * Double(sign: .plus, exponent: power, significand: 1)
}

/// For many digits and extreme exponents: the standard library's own reading, correct and slow.
@inline(never)
private func slowDouble(_ bytes: UnsafePointer<UInt8>, _ length: Int, point: UInt8) -> Double {
  var text = String(decoding: UnsafeBufferPointer(start: bytes, count: length), as: UTF8.self)
  if point != UInt8(ascii: ".") {
    text = String(decoding: text.utf8.map { $0 == point ? UInt8(ascii: ".") : $0 }, as: UTF8.self)
  }
  // Numbers too large or too small for a double are infinite and zero, as in Python.
  return Double(text) ?? .nan
}
