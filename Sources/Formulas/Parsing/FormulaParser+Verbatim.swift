extension FormulaParser {
  /// `\verb|…|`, with a star where spaces are to be seen, and `\url{…}`.
  mutating func verbatim(at start: Int) throws(ParseFailure) -> Node {
    let face = Emphasis(isCode: true)
    if reader.next == "{" { return .text(try rawArgument(of: start), face) }
    let isStarred = reader.read("*")
    let first = reader.position
    guard let mark = reader.next, mark != "$", !mark.isASCIILetter,
      let end = reader.scalars[(first + 1)...].firstIndex(where: { $0 == mark || $0 == "\n" }),
      reader.scalars[end] == mark
    else {
      try report("expected the same sign before and after what \\verb shows", at: first, help: "\\verb|…|")
      return .problem("\\verb")
    }
    reader.position = end + 1
    var text = reader.text(first + 1..<end)
    if isStarred {
      text = String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == " " ? "␣" : $0 }))
    }
    return .text(text, face)
  }

  /// `\char"3B1`, `\char'101`, `\char65`, `` \char`a `` and `\unicode{x3B1}`.
  mutating func character(at start: Int) throws(ParseFailure) -> Node {
    reader.skipSpaces()
    let place = reader.position
    var radix = 10
    let isBraced = reader.read("{")
    switch reader.next {
    case "\"", "x", "X":
      radix = 16
      reader.position += 1
    case "'":
      radix = 8
      reader.position += 1
    case "`":
      reader.position += 1
      _ = reader.read("\\")
      if let scalar = reader.next, scalar != "$" {
        reader.position += 1
        return shown(scalar)
      }
    default: break
    }
    var digits = ""
    while let scalar = reader.next, scalar.properties.isASCIIHexDigit, digits.utf8.count < 8,
      Int(String(scalar), radix: radix) != nil
    {
      digits.unicodeScalars.append(scalar)
      reader.position += 1
    }
    if !isBraced { _ = reader.read(" ") }
    guard !isBraced || reader.read("}"), let value = UInt32(digits, radix: radix),
      let scalar = Unicode.Scalar(value), value >= 32
    else {
      try report(
        "expected the number of a character after \(ownerName(start))", at: place, help: "\\char\"3B1")
      return .problem(reader.text(start..<reader.position))
    }
    return shown(scalar)
  }

  private func shown(_ scalar: Unicode.Scalar) -> Node {
    if let face = textFace { return .text(String(scalar), face) }
    return node(for: scalar)
  }
}
