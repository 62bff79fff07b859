internal import Diagnostics

/// The tokens of a JSON text, which need not be in memory as a whole.
struct JSONScanner: ~Copyable {
  private var window: ByteWindow
  private let decimals = DecimalReader()
  /// The text that was scanned last, in UTF-8.
  private(set) var text: [UInt8] = []

  init(_ source: ByteSource, windowSize: Int) throws(Diagnostic) {
    window = ByteWindow(source, from: try source.startsWithMark() ? 3 : 0, capacity: windowSize)
  }

  /// Where in the file the next byte stands.
  var position: Int { window.position }

  /// What is wrong at the next byte, or at an earlier one.
  func mistake(_ message: String, at position: Int? = nil, help: String? = nil) -> Diagnostic {
    Diagnostic(message, at: window.source.location(of: position ?? self.position), help: help)
  }

  /// What was expected instead of what is there.
  mutating func unexpected(_ expected: String) throws(Diagnostic) -> Diagnostic {
    guard let byte = try current() else { return mistake("expected \(expected), found the end of the file") }
    let shown = (0x21...0x7E).contains(byte) ? "'\(UnicodeScalar(byte))'" : "byte \(byte)"
    return mistake("expected \(expected), found \(shown)")
  }

  /// The next byte; `nil` at the end.
  mutating func current() throws(Diagnostic) -> UInt8? {
    while window.count == 0 {
      guard try window.refill() else { return nil }
    }
    return window.bytes[window.start]
  }

  /// The next byte that is no white space; `nil` at the end.
  mutating func token() throws(Diagnostic) -> UInt8? {
    while let byte = try current() {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): window.start += 1
      default: return byte
      }
    }
    return nil
  }

  /// Whether the next token is a certain character, which is then taken.
  mutating func takes(_ character: Unicode.Scalar) throws(Diagnostic) -> Bool {
    guard let byte = try token(), UInt32(byte) == character.value else { return false }
    window.start += 1
    return true
  }

  /// Takes a word such as `null` if it is there.
  mutating func takes(word: StaticString) throws(Diagnostic) -> Bool {
    try fill(word.utf8CodeUnitCount)
    guard window.count >= word.utf8CodeUnitCount else { return false }
    let found = UnsafeBufferPointer(start: window.bytes + window.start, count: word.utf8CodeUnitCount)
    guard found.elementsEqual(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    else { return false }
    window.start += word.utf8CodeUnitCount
    return true
  }

  /// The number that starts here.
  mutating func number() throws(Diagnostic) -> Double {
    var length = 0
    while true {
      // All that a number can hold; what it must look like is checked below.
      while window.start + length < window.end, isPartOfNumber(window.bytes[window.start + length]) {
        length += 1
      }
      if window.start + length < window.end { break }
      guard try window.refill() else { break }
    }
    let digits = window.bytes + window.start
    guard isNumber(UnsafeBufferPointer(start: digits, count: length)),
      let number = decimals.number(digits), number.length == length
    else { throw mistake("this is no number") }
    window.start += length
    return number.value
  }

  /// Scans a text, which starts with a quote, into `text`.
  mutating func scanText() throws(Diagnostic) {
    let opening = position
    window.start += 1
    text.removeAll(keepingCapacity: true)
    while let byte = try current() {
      switch byte {
      case UInt8(ascii: "\""):
        window.start += 1
        return
      case UInt8(ascii: "\\"):
        window.start += 1
        try scanEscape()
      case 0..<0x20:
        let code = (byte < 16 ? "0" : "") + String(byte, radix: 16)
        throw mistake("control characters in a text are written as \\u00\(code)")
      default:
        guard text.count < ByteWindow.limit else {
          throw mistake("a text is longer than \(ByteWindow.limit >> 20) MB", at: opening)
        }
        text.append(byte)
        window.start += 1
      }
    }
    throw mistake("this text is never closed", at: opening)
  }

  /// What stands behind a backslash.
  private mutating func scanEscape() throws(Diagnostic) {
    guard let letter = try current() else { return }
    let plain: KeyValuePairs = [
      "\"": "\"", "\\": "\\", "/": "/", "b": "\u{8}", "f": "\u{c}", "n": "\n", "r": "\r", "t": "\t",
    ]
    if let (_, meaning) = plain.first(where: { $0.key.utf8.first == letter }) {
      window.start += 1
      text += meaning.utf8
      return
    }
    guard letter == UInt8(ascii: "u") else { throw mistake("unknown escape in a text") }
    let unit = try scanCodeUnit()
    if UTF16.isLeadSurrogate(unit), try takes(word: "\\") {
      let trail = try current() == UInt8(ascii: "u") ? try scanCodeUnit() : 0
      guard UTF16.isTrailSurrogate(trail) else { throw mistake("half of a character in a text") }
      let pair = String(decoding: [unit, trail], as: UTF16.self)
      text += pair.utf8
      return
    }
    guard !UTF16.isSurrogate(unit) else { throw mistake("half of a character in a text") }
    text += String(decoding: CollectionOfOne(unit), as: UTF16.self).utf8
  }

  /// Four digits of base 16 behind a `u`.
  private mutating func scanCodeUnit() throws(Diagnostic) -> UInt16 {
    try fill(5)
    guard window.count >= 5 else { throw mistake("unknown escape in a text") }
    let digits = UnsafeBufferPointer(start: window.bytes + window.start + 1, count: 4)
    guard digits.allSatisfy({ UnicodeScalar($0).properties.isASCIIHexDigit }),
      let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw mistake("expected four hexadecimal digits after \\u") }
    window.start += 5
    return unit
  }

  /// Makes sure that so many bytes are in memory, as far as there are.
  private mutating func fill(_ count: Int) throws(Diagnostic) {
    while window.count < count {
      guard try window.refill() else { return }
    }
  }
}

private func isPartOfNumber(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
    UInt8(ascii: "e"), UInt8(ascii: "E"):
    true
  default: false
  }
}

/// Whether a decimal is one of JSON's: no sign but a minus, no zero in front, digits around a point.
private func isNumber(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
  func isDigit(_ place: Int) -> Bool { text.indices.contains(place) && text[place] &- 0x30 <= 9 }
  let start = text.first == UInt8(ascii: "-") ? 1 : 0
  guard isDigit(start), !(text[start] == UInt8(ascii: "0") && isDigit(start + 1)) else { return false }
  guard let point = text.firstIndex(of: UInt8(ascii: ".")) else { return true }
  return isDigit(point - 1) && isDigit(point + 1)
}
