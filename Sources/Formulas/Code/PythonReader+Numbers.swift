extension PythonReader {
  /// Reads a number by the Python Language Reference, "Numeric literals": as much as makes one.
  mutating func readNumber() {
    let start = reader.position
    if !readPrefixedDigits() {
      readDigits()
      if reader.next == "." {
        reader.position += 1
        if reader.next?.isASCIIDigit == true { readDigits() }
      }
      readExponent()
      if reader.next == "j" || reader.next == "J" { reader.position += 1 }
    }
    add(from: start, .number)
    before = .other
  }

  /// Reads `0x1F`, `0o17` or `0b1`.
  private mutating func readPrefixedDigits() -> Bool {
    guard reader.next == "0", let letter = reader.peek(1) else { return false }
    let isDigit: (Unicode.Scalar) -> Bool
    switch letter {
    case "x", "X": isDigit = { $0.properties.isASCIIHexDigit }
    case "o", "O": isDigit = { (48...55).contains($0.value) }
    case "b", "B": isDigit = { $0 == "0" || $0 == "1" }
    default: return false
    }
    let first = reader.peek(2) == "_" ? 3 : 2
    guard let digit = reader.peek(first), isDigit(digit) else { return false }
    reader.position += first
    readDigits(isDigit)
    return true
  }

  /// Reads digits with single underscores between them.
  private mutating func readDigits(_ isDigit: (Unicode.Scalar) -> Bool = \.isASCIIDigit) {
    while let scalar = reader.next {
      if isDigit(scalar) {
        reader.position += 1
      } else if scalar == "_", let digit = reader.peek(1), isDigit(digit) {
        reader.position += 2
      } else {
        return
      }
    }
  }

  private mutating func readExponent() {
    guard reader.next == "e" || reader.next == "E" else { return }
    let hasSign = reader.peek(1) == "+" || reader.peek(1) == "-"
    guard reader.peek(hasSign ? 2 : 1)?.isASCIIDigit == true else { return }
    reader.position += hasSign ? 2 : 1
    readDigits()
  }
}
