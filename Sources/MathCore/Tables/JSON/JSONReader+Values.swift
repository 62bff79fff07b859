internal import Diagnostics

extension JSONReader {
  /// Reads a value into a column.
  mutating func readCell(_ place: Int) throws(Diagnostic) {
    guard let byte = try scanner.token() else { throw try scanner.unexpected("a value") }
    let start = scanner.position
    switch byte {
    case UInt8(ascii: "\""):
      try scanner.scanText()
      let code = scanner.text.withUnsafeBufferPointer { columns[place].coder.code(of: $0) }
      guard let code else { throw scanner.mistake("this text is not UTF-8", at: start) }
      try append(.text(code), place, at: start)
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      throw scanner.mistake(
        "column '\(columns[place].title)': expected a number, a text, true, false or null, found "
          + (byte == UInt8(ascii: "[") ? "a list" : "an object"),
        help: "an option such as columns: [a, b] leaves a column out")
    default: try append(try word(), place, at: start)
    }
  }

  /// Adds a cell to a column.
  mutating func append(_ cell: JSONColumn.Cell, _ place: Int, at start: Int? = nil) throws(Diagnostic) {
    guard let found = columns[place].append(cell) else { return }
    throw scanner.mistake(
      "column '\(columns[place].title)' holds \(columns[place].holds), found \(found)", at: start)
  }

  /// A number, or a word that stands for a value.
  private mutating func word() throws(Diagnostic) -> JSONColumn.Cell {
    if try scanner.takes(word: "null") { return .null }
    if try scanner.takes(word: "true") { return .truth(true) }
    if try scanner.takes(word: "false") { return .truth(false) }
    // As Python's json writes them.
    if try scanner.takes(word: "NaN") { return .number(.nan) }
    if try scanner.takes(word: "Infinity") { return .number(.infinity) }
    if try scanner.takes(word: "-Infinity") { return .number(-.infinity) }
    guard let byte = try scanner.token(), byte == UInt8(ascii: "-") || byte &- 0x30 <= 9 else {
      throw try scanner.unexpected("a value")
    }
    return .number(try scanner.number())
  }

  /// Reads a value that nobody asked for.
  mutating func skipValue(depth: Int) throws(Diagnostic) {
    guard let byte = try scanner.token() else { throw try scanner.unexpected("a value") }
    switch byte {
    case UInt8(ascii: "\""): try scanner.scanText()
    case UInt8(ascii: "{"), UInt8(ascii: "["): try skipValues(depth: depth + 1)
    default: _ = try word()
    }
  }

  /// Skips a list or an object.
  private mutating func skipValues(depth: Int) throws(Diagnostic) {
    guard depth <= Self.depthLimit else {
      throw scanner.mistake("nested deeper than \(Self.depthLimit) levels")
    }
    let isList = try scanner.takes("[")
    if !isList { _ = try scanner.takes("{") }
    let closing: Unicode.Scalar = isList ? "]" : "}"
    if try scanner.takes(closing) { return }
    while true {
      if !isList { _ = try key() }
      try skipValue(depth: depth)
      if try scanner.takes(closing) { return }
      guard try scanner.takes(",") else { throw try scanner.unexpected("',' or '\(closing)'") }
    }
  }
}
