/// The text of an SVG file as it grows, with numbers as short as they can be.
struct SVGText {
  private(set) var bytes: [UInt8] = []

  mutating func add(_ text: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func add(_ text: String) { bytes += text.utf8 }

  mutating func add(_ text: SVGText) { bytes += text.bytes }

  mutating func add(byte: UInt8) { bytes.append(byte) }

  /// ` name="value"`, the value as XML demands it.
  mutating func add(attribute name: StaticString, _ value: String) {
    add(" ")
    add(name)
    add("=\"")
    add(value)
    add("\"")
  }

  /// ` name="value"` with at most so many decimals.
  mutating func add(attribute name: StaticString, _ value: Double, decimals: Int) {
    add(" ")
    add(name)
    add("=\"")
    add(value, decimals: decimals)
    add("\"")
  }

  /// A number with at most so many decimals; 0 for what is not finite.
  mutating func add(_ value: Double, decimals: Int) {
    add(fixed: fixedPoint(value, decimals: decimals), decimals: decimals)
  }

  /// A number with seven digits from its first one on.
  mutating func add(digitsOf value: Double) {
    guard value.isFinite, value != 0 else { return add("0") }
    // Seven digits of numbers from 0.01 to 10^6 need no exponent.
    var decimals = 6
    var magnitude = value.magnitude
    while magnitude >= 10, decimals > 0 { (magnitude, decimals) = (magnitude / 10, decimals - 1) }
    while magnitude < 1, decimals < 9 { (magnitude, decimals) = (magnitude * 10, decimals + 1) }
    if magnitude >= 10 || magnitude < 1 { return add("\(value)") }
    add(value, decimals: decimals)
  }

  /// `value` · 10^−`decimals`, without zeros that say nothing: `-.5`, `12`, `0`.
  mutating func add(fixed value: Int, decimals: Int) {
    var (rest, places) = (value.magnitude, decimals)
    while places > 0, rest.isMultiple(of: 10) { (rest, places) = (rest / 10, places - 1) }
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    if rest == 0, places == 0 { return bytes.append(UInt8(ascii: "0")) }
    let start = bytes.count
    var written = 0
    while rest > 0 || written < places {
      if written == places, places > 0 { bytes.append(UInt8(ascii: ".")) }
      bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
      (rest, written) = (rest / 10, written + 1)
    }
    if places > 0, written == places { bytes.append(UInt8(ascii: ".")) }
    bytes[start...].reverse()
  }
}

/// `value` · 10^`decimals` as the nearest whole number; 0 for what is not a number.
func fixedPoint(_ value: Double, decimals: Int) -> Int {
  let scaled = (value * powersOfTen[min(max(decimals, 0), 9)]).rounded()
  // Whole numbers are exact up to here.
  return scaled.isNaN ? 0 : Int(min(max(scaled, -9e15), 9e15))
}

private let powersOfTen = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9]
