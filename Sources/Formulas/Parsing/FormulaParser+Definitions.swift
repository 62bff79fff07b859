extension FormulaParser {
  /// Reads a definition, whose command has been read.
  mutating func definition(_ form: DefinitionForm, at start: Int) throws(ParseFailure) {
    let isStarred = form != .alias && form != .primitive && reader.read("*")
    guard let name = try newName(of: start) else { return }
    switch form {
    case .primitive:
      let count = try primitiveParameters()
      try define(name, count)
    case .alias: try alias(name)
    case .mathOperator:
      guard let range = tokenRange() else {
        return try report("expected an argument of \(ownerName(start))", at: reader.position)
      }
      let operatorName = isStarred ? "\\operatorname*" : "\\operatorname"
      macros.set(
        name, Macros.Definition(parameterCount: 0, body: "\(operatorName){\(reader.text(range))}"))
    case .command, .provided:
      let place = reader.position
      let count = optionalRange().map { Int(reader.text($0)) ?? -1 } ?? 0
      guard (0...9).contains(count) else {
        return try report("a command takes 0 to 9 arguments", at: place)
      }
      let standard = optionalRange().map { reader.text($0) }
      let exists = macros.definitions[name] != nil || commands.command(named: name) != nil
      try define(name, count, standard, isKept: form == .provided && exists)
    }
  }

  /// The name after `\newcommand`, in braces or without; `nil` if a lenient reading found none.
  private mutating func newName(of start: Int) throws(ParseFailure) -> String? {
    reader.skipSpaces()
    let place = reader.position
    let isBraced = reader.read("{")
    reader.skipSpaces()
    if reader.read("\\") {
      let first = reader.position
      let name = reader.readName()
      let word = reader.text(first..<reader.position)
      reader.skipSpaces()
      if !name.scalars.isEmpty, !isBraced || reader.read("}") { return word }
    }
    try report(
      "expected the name of a command after \(ownerName(start))", at: place,
      help: "such as \\newcommand{\\loss}{L}")
    return nil
  }

  /// `#1#2…` before the body of `\def`.
  private mutating func primitiveParameters() throws(ParseFailure) -> Int {
    var count = 0
    reader.skipSpaces()
    while reader.next == "#" {
      let start = reader.position
      reader.position += 1
      count += 1
      guard let digit = reader.next, digit.value == 48 + UInt32(count), count < 10 else {
        try report("expected #\(min(count, 9))", at: start)
        return count - 1
      }
      reader.position += 1
      reader.skipSpaces()
    }
    return count
  }

  /// Reads the body and keeps the definition.
  private mutating func define(
    _ name: String, _ count: Int, _ standard: String? = nil, isKept: Bool = false
  ) throws(ParseFailure) {
    reader.skipSpaces()
    guard let range = tokenRange() else {
      return try report(
        "expected the meaning of \\\(name) in braces", at: reader.position, help: "\\def\\\(name){…}")
    }
    let body = reader.text(range)
    var bodyReader = ScalarReader(body)
    do {
      _ = try bodyReader.parameterCount(limit: count)
    } catch {
      let before = body.utf8.prefix(error.offset)
      let place = range.lowerBound + String(decoding: before, as: UTF8.self).unicodeScalars.count
      return try report(error.message, at: place, help: error.help)
    }
    if isKept { return }
    macros.set(
      name, Macros.Definition(parameterCount: count, body: body, defaultArgument: standard))
  }

  /// `\let\x=\y`: what `\y` means now.
  private mutating func alias(_ name: String) throws(ParseFailure) {
    reader.skipSpaces()
    if reader.read("=") { reader.skipSpaces() }
    guard let range = tokenRange() else {
      return try report("expected a command after \\let\\\(name)", at: reader.position)
    }
    let body = reader.text(range)
    let existing = macros.definitions[String(body.dropFirst())]
    guard body != "\\" + name else { return }
    macros.set(name, existing ?? Macros.Definition(parameterCount: 0, body: body))
  }
}
