/// A finite number written out in full: every double is a finite decimal, of at most 1,100 digits.
struct ExactDecimal {
  /// Digits 0…9 without leading zeros; empty for zero.
  private(set) var digits: [UInt8] = []
  /// How many of the digits stand before the point; negative for zeros behind it.
  private(set) var pointPosition = 0

  init(_ number: Double) {
    let magnitude = abs(number)
    guard magnitude > 0, magnitude.isFinite else { return }
    // magnitude = significand · 2^exponent with a whole significand.
    let exponentBits = Int(magnitude.bitPattern >> 52)
    var significand = magnitude.bitPattern & (1 << 52 - 1)
    if exponentBits > 0 { significand |= 1 << 52 }
    let exponent = max(exponentBits, 1) - 1075
    var limbs = [UInt32(truncatingIfNeeded: significand), UInt32(significand >> 32)]
    // m · 2^−k = m · 5^k / 10^k, so the digits are those of a whole number either way.
    for _ in 0..<abs(exponent) { Self.multiply(&limbs, by: exponent > 0 ? 2 : 5) }
    digits = Self.digits(of: limbs)
    pointPosition = digits.count + min(exponent, 0)
  }

  /// Keeps that many digits after the point, rounding halves to the even digit.
  mutating func round(places: Int) { round(count: pointPosition + places) }

  /// Keeps that many leading digits, rounding halves to the even digit.
  mutating func round(count: Int) {
    guard count < digits.count else { return }
    guard count >= 0 else {
      digits = []
      return
    }
    let rest = digits[count...]
    let isHalf = rest.first == 5 && rest.dropFirst().allSatisfy { $0 == 0 }
    let isOdd = count > 0 && digits[count - 1] % 2 == 1
    let isUp = isHalf ? isOdd : (rest.first ?? 0) >= 5
    digits.removeSubrange(count...)
    if isUp { increment() }
  }

  /// Adds one to the last digit that was kept.
  private mutating func increment() {
    for place in digits.indices.reversed() {
      if digits[place] < 9 {
        digits[place] += 1
        return
      }
      digits[place] = 0
    }
    digits.insert(1, at: 0)
    pointPosition += 1
    if digits.count > 1 { digits.removeLast() }
  }

  /// The digit that stands `offset` places after the first; zeros beyond the last.
  func digit(_ offset: Int) -> Character {
    Character(Unicode.Scalar(48 + (digits.indices.contains(offset) ? digits[offset] : 0)))
  }

  private static func multiply(_ limbs: inout [UInt32], by factor: UInt64) {
    var carry: UInt64 = 0
    for place in limbs.indices {
      let product = UInt64(limbs[place]) * factor + carry
      limbs[place] = UInt32(truncatingIfNeeded: product)
      carry = product >> 32
    }
    if carry > 0 { limbs.append(UInt32(carry)) }
  }

  private static func digits(of limbs: [UInt32]) -> [UInt8] {
    var limbs = limbs
    var reversed: [UInt8] = []
    while limbs.contains(where: { $0 != 0 }) {
      var remainder: UInt64 = 0
      for place in limbs.indices.reversed() {
        let part = remainder << 32 | UInt64(limbs[place])
        limbs[place] = UInt32(part / 1_000_000_000)
        remainder = part % 1_000_000_000
      }
      for _ in 0..<9 {
        reversed.append(UInt8(remainder % 10))
        remainder /= 10
      }
      while limbs.last == 0 { limbs.removeLast() }
    }
    while reversed.last == 0 { reversed.removeLast() }
    return reversed.reversed()
  }
}

extension ExactDecimal {
  /// Digits before and after the point: `123.40`.
  func fixed(places: Int) -> String {
    var text = ""
    if pointPosition <= 0 { text = "0" }
    for offset in 0..<max(pointPosition, 0) { text.append(digit(offset)) }
    if places > 0 {
      text += "."
      for place in 0..<places {
        let offset = pointPosition + place
        text.append(offset < 0 ? "0" : digit(offset))
      }
    }
    return text
  }

  /// The exponent of ten of the first digit; 0 for zero.
  var exponent: Int { digits.isEmpty ? 0 : pointPosition - 1 }

  /// One digit before the point and some after it, with an exponent of at least two digits.
  func scientific(places: Int) -> String {
    var text = String(digit(0))
    if places > 0 {
      text += "."
      for offset in 1...places { text.append(digit(offset)) }
    }
    let size = abs(exponent)
    return text + "e" + (exponent < 0 ? "-" : "+") + (size < 10 ? "0" : "") + String(size)
  }
}
