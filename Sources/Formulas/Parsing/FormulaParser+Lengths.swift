extension FormulaParser {
  /// A length such as `{0.5em}` or `-3mu`, in mu; 10 pt count as 1 em.
  mutating func length(of owner: Int) throws(ParseFailure) -> Double {
    reader.skipSpaces()
    _ = reader.read("*")
    reader.skipSpaces()
    let start = reader.position
    if reader.read("{") {
      if let length = readLength() {
        reader.skipSpaces()
        if reader.read("}") { return length }
      }
    } else if let length = readLength() {
      // TeX reads one space after a unit.
      _ = reader.read(" ")
      return length
    }
    try report("expected a length after \(ownerName(owner)), such as 1em", at: start)
    reader.position = start
    if reader.next == "{", let end = reader.closingBrace(of: start) { reader.position = end + 1 }
    return 0
  }

  /// A number and a unit, and how far it may stretch, which is of no use here; `nil` if there is none.
  mutating func readLength() -> Double? {
    guard let length = readSimpleLength() else { return nil }
    for word in ["plus", "minus"] {
      let place = reader.position
      reader.skipSpaces()
      guard readWord(word), readSimpleLength() != nil else {
        reader.position = place
        continue
      }
    }
    return length
  }

  private mutating func readSimpleLength() -> Double? {
    let start = reader.position
    reader.skipSpaces()
    var number = ""
    while let scalar = reader.next,
      scalar.isASCIIDigit || "-+.,".unicodeScalars.contains(scalar) || scalar == "−"
    {
      number.unicodeScalars.append(scalar == "," ? "." : scalar == "−" ? "-" : scalar)
      reader.position += 1
      if scalar == "-" || scalar == "+" { reader.skipSpaces() }
    }
    reader.skipSpaces()
    let unit = units.first { readWord($0.name) }
    guard let value = Double(number), value.isFinite, let unit else {
      reader.position = start
      return nil
    }
    return min(max(value * unit.mu, -1800), 1800)
  }

  private mutating func readWord(_ word: String) -> Bool {
    var distance = 0
    for scalar in word.unicodeScalars {
      guard reader.peek(distance) == scalar else { return false }
      distance += 1
    }
    reader.position += distance
    return true
  }
}

/// TeX's units (The TeXbook, chapter 10) in mu: 1 em is 18 mu, and 10 pt count as 1 em; an ex is 0.43 em, as
/// in Computer Modern.
private let units: [(name: String, mu: Double)] = [
  ("em", 18), ("mu", 1), ("ex", 7.75), ("pt", 1.8), ("px", 1.8068), ("bp", 1.8068), ("mm", 5.1215),
  ("cm", 51.215), ("in", 130.086), ("pc", 21.6), ("dd", 1.926), ("cc", 23.112), ("nd", 1.9206),
  ("nc", 23.0467), ("sp", 0.000027466),
]
