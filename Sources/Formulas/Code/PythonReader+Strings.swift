/// How a string of Python ends, and what in it is special.
struct PythonString {
  let quote: Unicode.Scalar
  /// Three quotes at each end, and line breaks between.
  let isTriple: Bool
  let isRaw: Bool
  /// Whether `{…}` in it are expressions.
  let hasHoles: Bool
}

extension PythonReader {
  /// Reads a string from its quotes on; `start` is where its prefix began.
  mutating func readOpeningQuote(from start: Int, prefix: String) {
    guard let quote = reader.next else { return }
    let isTriple = reader.peek(1) == quote && reader.peek(2) == quote
    reader.position += isTriple ? 3 : 1
    let string = PythonString(
      quote: quote, isTriple: isTriple, isRaw: prefix.contains("r"),
      hasHoles: prefix.contains("f") || prefix.contains("t"))
    open(.string(string))
    before = .other
    readString(string, from: start)
  }

  /// Reads on in a string up to its end, a hole, or the end of the line if it has to end there.
  mutating func readString(_ string: PythonString, from start: Int) {
    while let scalar = reader.next {
      if scalar == "\n", !string.isTriple { break }
      if scalar == string.quote, ends(string) {
        reader.position += string.isTriple ? 3 : 1
        closeLast()
        break
      }
      if string.hasHoles, scalar == "{", reader.peek(1) != "{" {
        add(from: start, .string)
        return readOpeningOfHole()
      }
      if scalar == "\\" {
        readEscape(in: string)
      } else {
        let isDoubled = string.hasHoles && (scalar == "{" || scalar == "}") && reader.peek(1) == scalar
        reader.position += isDoubled ? 2 : 1
      }
    }
    add(from: start, .string)
  }

  private func ends(_ string: PythonString) -> Bool {
    !string.isTriple || (reader.peek(1) == string.quote && reader.peek(2) == string.quote)
  }

  private mutating func readOpeningOfHole() {
    let start = reader.position
    reader.position += 1
    add(from: start, .punctuation)
    open(.hole)
    before = .other
  }

  /// Reads a backslash and what it makes ordinary, but for the brace of a hole.
  private mutating func readEscape(in string: PythonString) {
    reader.position += 1
    guard let next = reader.next, !(string.hasHoles && next == "{") else { return }
    reader.position += 1
    guard next == "N", !string.isRaw, reader.next == "{" else { return }
    // `\N{EM DASH}`: no hole.
    while let scalar = reader.next, scalar == "{" || scalar == " " || scalar == "-" || scalar.isASCIILetter {
      reader.position += 1
    }
    if reader.next == "}" { reader.position += 1 }
  }

  /// Reads on behind the colon of a hole.
  mutating func readFormat(_ first: Unicode.Scalar) {
    let start = reader.position
    while let scalar = reader.next, scalar != "\n", scalar != "{", scalar != "}" { reader.position += 1 }
    add(from: start, .string)
    if reader.next == "{" {
      readOpeningOfHole()
    } else if reader.next == "}" {
      closeLast()
    }
  }
}
