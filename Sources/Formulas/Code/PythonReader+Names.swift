extension PythonReader {
  /// Reads a word, or a string whose prefix looks like one.
  mutating func readName() {
    let start = reader.position
    var scalars = String.UnicodeScalarView()
    while let scalar = reader.next, scalar.continuesPythonName {
      scalars.append(scalar)
      reader.position += 1
    }
    let name = String(scalars)
    if reader.next == "\"" || reader.next == "'", name.utf8.count <= 2,
      PythonWords.stringPrefixes.contains(name.lowercased())
    {
      return readOpeningQuote(from: start, prefix: name.lowercased())
    }
    let kind = kind(of: name)
    add(from: start, kind)
    switch kind {
    case .keyword: before = name == "def" || name == "class" ? .definition : .other
    case .decorator: break
    default: before = .callable(name: name)
    }
    isDefining = kind == .definition
  }

  private func kind(of name: String) -> CodeToken.Kind {
    switch before {
    case .decorator: return .decorator
    case .definition: return .definition
    case .dot(let isOfSelf): return isOfSelf ? .name : .attribute
    default: break
    }
    if PythonWords.keywords.contains(name) || isSoftKeyword(name) { return .keyword }
    if isArgumentName { return .parameter }
    if PythonWords.modules.contains(name) { return .module }
    if PythonWords.builtins.contains(name) { return .builtin }
    return reader.peek(blanksAhead) == "(" ? .call : .name
  }

  /// Blanks between here and the next token of the line.
  private var blanksAhead: Int {
    var count = 0
    while let scalar = reader.peek(count), scalar == " " || scalar == "\t" { count += 1 }
    return count
  }

  /// Whether the word before the reader is followed by the `=` of a call's argument.
  private var isArgumentName: Bool {
    guard case .bracket(.call)? = contexts.last, case .argumentStart = before else { return false }
    let blanks = blanksAhead
    return reader.peek(blanks) == "=" && reader.peek(blanks + 1) != "="
  }

  /// Whether `match`, `case` or `type` starts the statement that they are made for.
  private func isSoftKeyword(_ name: String) -> Bool {
    guard isStatementStart, PythonWords.softKeywords.contains(name) else { return false }
    let blanks = blanksAhead
    guard blanks > 0, let first = reader.peek(blanks) else { return false }
    var distance = blanks
    var word = String.UnicodeScalarView()
    while let scalar = reader.peek(distance), scalar.continuesPythonName {
      word.append(scalar)
      distance += 1
    }
    let isName = first.startsPythonName
    if isName, ["and", "or", "in", "is", "if", "not", "else"].contains(String(word)) { return false }
    if name == "type" { return isName }
    guard isName || first.isASCIIDigit || "\"'([{-*".unicodeScalars.contains(first) else { return false }
    while let scalar = reader.peek(distance), scalar != "\n", scalar != "#" {
      if scalar == ":", reader.peek(distance + 1) != "=" { return true }
      distance += 1
    }
    return false
  }
}
