/// What YAML 1.2 takes a plain text for (core schema, section 10.3.2): so `y`, `no` and `on` are text.
func resolvedByCoreSchema(_ text: String) -> Scalar.Resolved {
  switch text {
  case "", "~", "null", "Null", "NULL": .null
  case "true", "True", "TRUE": .boolean(true)
  case "false", "False", "FALSE": .boolean(false)
  case ".nan", ".NaN", ".NAN": .number(.nan)
  case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": .number(.infinity)
  case "-.inf", "-.Inf", "-.INF": .number(-.infinity)
  default: coreNumber(text).map { .number($0) } ?? .text
  }
}

/// The number that a text spells: decimal, `0o17` or `0x1F`; `nil` for any other text.
private func coreNumber(_ text: String) -> Double? {
  let bytes = Array(text.utf8)
  if bytes.starts(with: "0o".utf8) { return digits(bytes[2...], radix: 8) }
  if bytes.starts(with: "0x".utf8) { return digits(bytes[2...], radix: 16) }
  guard isDecimal(bytes) else { return nil }
  // strtod, behind this initializer, reads all that `isDecimal` admits, rounded to nearest.
  return Double(text)
}

/// Rounded to nearest even only up to 2^53, which is beyond any number that is written in these radices.
private func digits(_ bytes: ArraySlice<UInt8>, radix: Int) -> Double? {
  guard !bytes.isEmpty else { return nil }
  var value = 0.0
  for byte in bytes {
    guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, digit < radix else { return nil }
    value = value * Double(radix) + Double(digit)
  }
  return value
}

/// Whether the text matches `[-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?`.
private func isDecimal(_ bytes: [UInt8]) -> Bool {
  var position = 0
  func peek() -> UInt8? { position < bytes.count ? bytes[position] : nil }
  func skipSign() {
    if peek() == UInt8(ascii: "+") || peek() == UInt8(ascii: "-") { position += 1 }
  }
  func skipDigits() -> Int {
    let start = position
    while let byte = peek(), (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
    return position - start
  }
  skipSign()
  let whole = skipDigits()
  if peek() == UInt8(ascii: ".") {
    position += 1
    let fraction = skipDigits()
    if whole == 0, fraction == 0 { return false }
  } else if whole == 0 {
    return false
  }
  if peek() == UInt8(ascii: "e") || peek() == UInt8(ascii: "E") {
    position += 1
    skipSign()
    if skipDigits() == 0 { return false }
  }
  return position == bytes.count
}
