/// A decimal such as `-12.5e-3` that was found in bytes.
struct DecimalNumber {
  /// The nearest double; of two equally near ones the even one.
  var value: Double
  /// How many bytes it takes.
  var length: Int
}

/// Reads decimals from bytes, each rounded once as Python's `float` does.
struct DecimalReader {
  /// The byte before the decimals.
  private let point: UInt8
  /// Kept here, because a global is looked for at each use.
  private let powers = powersOfFive

  init(point: UInt8 = UInt8(ascii: ".")) { self.point = point }

  /// The decimal at the start of bytes; `nil` if there is none.
  ///
  /// Python's grammar: a sign, digits with or without a point (`1.`, `.5`), an exponent. At least eight bytes
  /// that are no digits must stand behind the text.
  @inline(__always)
  func number(_ bytes: UnsafePointer<UInt8>) -> DecimalNumber? {
    var next = bytes
    let isNegative = next[0] == UInt8(ascii: "-")
    if isNegative || next[0] == UInt8(ascii: "+") { next += 1 }
    var digits: UInt64 = 0
    let wholeStart = next
    takeDigits(&next, &digits)
    var count = next - wholeStart
    var exponent = 0
    if next[0] == point {
      next += 1
      let fractionStart = next
      takeEightDigits(&next, &digits)
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
    guard count <= 19 else { return DecimalNumber(value: slowDouble(bytes, length), length: length) }
    let size = double(digits, exponent)
    return DecimalNumber(value: isNegative ? -size : size, length: length)
  }

  /// The double nearest to `digits` · 10^`exponent`.
  ///
  /// Small numbers by one exact operation on exact doubles (W. D. Clinger, "How to read floating point
  /// numbers accurately", PLDI 1990), others by `PowersOfFive`.
  @inline(__always)
  private func double(_ digits: UInt64, _ exponent: Int) -> Double {
    guard digits < 1 << 53, -22...22 ~= exponent else { return powers.double(digits, exponent) }
    let number = Double(digits)
    return exponent < 0 ? number / smallPowersOfTen[-exponent] : number * smallPowersOfTen[exponent]
  }

  /// For more digits: the standard library's own reading, correct and slow.
  @inline(never)
  private func slowDouble(_ bytes: UnsafePointer<UInt8>, _ length: Int) -> Double {
    let text = UnsafeBufferPointer(start: bytes, count: length).map { $0 == point ? UInt8(ascii: ".") : $0 }
    // Numbers too large or too small for a double are infinite and zero, as in Python.
    return Double(String(decoding: text, as: UTF8.self)) ?? .nan
  }
}

/// Those that are doubles themselves.
private let smallPowersOfTen: [Double] = [
  1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
  1e20, 1e21, 1e22,
]

/// Adds digits to a number; an overflow is no error here.
@inline(__always)
private func takeDigits(_ next: inout UnsafePointer<UInt8>, _ number: inout UInt64) {
  while true {
    let digit = next[0] &- 0x30
    guard digit <= 9 else { return }
    number = number &* 10 &+ UInt64(digit)
    next += 1
  }
}

/// The same for digits of which eight stand together.
@inline(__always)
private func takeEightDigits(_ next: inout UnsafePointer<UInt8>, _ number: inout UInt64) {
  while true {
    let eight = UInt64(littleEndian: UnsafeRawPointer(next).loadUnaligned(as: UInt64.self))
    // Daniel Lemire (2018), "Quickly parsing eight digits": each byte is 0x30 … 0x39.
    let high = eight & 0xF0F0_F0F0_F0F0_F0F0
    let carried = ((eight &+ 0x0606_0606_0606_0606) & 0xF0F0_F0F0_F0F0_F0F0) >> 4
    guard high | carried == 0x3333_3333_3333_3333 else { return }
    let digits = eight &- 0x3030_3030_3030_3030
    let pairs = (digits &* 10) &+ (digits >> 8)
    let outer = (pairs & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
    let inner = ((pairs >> 16) & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001
    number = number &* 100_000_000 &+ ((outer &+ inner) >> 32)
    next += 8
  }
}

/// The power of ten behind an `e`; `nil` if there is no digit.
private func takeExponent(_ next: inout UnsafePointer<UInt8>) -> Int? {
  next += 1
  let isNegative = next[0] == UInt8(ascii: "-")
  if isNegative || next[0] == UInt8(ascii: "+") { next += 1 }
  let start = next
  var power = 0
  while next[0] &- 0x30 <= 9 {
    // More than this is zero or infinite, whatever the digits are.
    if power < 100_000 { power = 10 * power + Int(next[0] &- 0x30) }
    next += 1
  }
  return next == start ? nil : isNegative ? -power : power
}
