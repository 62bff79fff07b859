extension FormulaParser {
  /// A length such as `{0.5em}` or `-3mu`, in mu; 10 pt count as 1 em.
  mutating func length(after owner: String) throws(ParseFailure) -> Double {
    reader.skipSpaces()
    let start = reader.position
    _ = reader.read("*")
    let isBraced = reader.read("{")
    reader.skipSpaces()
    var number = ""
    while let scalar = reader.next, scalar.isASCIIDigit || scalar == "-" || scalar == "." || scalar == "+" {
      number.unicodeScalars.append(scalar)
      reader.position += 1
    }
    reader.skipSpaces()
    let unit = units.first { reader.read($0.name) }
    reader.skipSpaces()
    guard let value = Double(number), let unit, !isBraced || reader.read("}") else {
      throw reader.failure("expected a length after \(owner), such as 1em", at: start)
    }
    return min(max(value * unit.mu, -1800), 1800)
  }
}

private let units: [(name: String, mu: Double)] = [
  ("em", 18), ("mu", 1), ("ex", 8), ("pt", 1.8), ("px", 1.35), ("mm", 5.12), ("cm", 51.2), ("in", 130),
]
