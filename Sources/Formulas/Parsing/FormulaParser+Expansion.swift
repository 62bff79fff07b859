extension FormulaParser {
  /// Reads what draws nothing by itself (spaces, comments, definitions) and expands commands, until
  /// something else comes next.
  mutating func settle() throws(ParseFailure) {
    while let scalar = reader.next {
      switch scalar {
      case " ", "\n", "\t", "\r", "\u{85}", "\u{2028}", "\u{2029}": reader.position += 1
      // Invisible signs between a function and its argument, and between factors.
      case "\u{2061}"..."\u{2064}": reader.position += 1
      case "%": try comment()
      case "\\": guard try expandsCommand() else { return }
      default: return
      }
    }
  }

  /// Expands or obeys the command that comes next; `false` if it is to be set.
  mutating func expandsCommand() throws(ParseFailure) -> Bool {
    let lookup = upcomingCommand()
    if let macro = lookup.macro { return try expand(macro, lookup) }
    switch lookup.command {
    case .macro(let body, let count)?:
      return try expand(Macros.Definition(parameterCount: count, body: body), lookup)
    case .definition(let form)?:
      reader.position = lookup.end
      try definition(form, at: lookup.start)
      forgetLookup()
      return true
    case .ignored(let count)?:
      reader.position = lookup.end
      for _ in 0..<count { _ = try rawArgument(of: lookup.start) }
      return true
    default: return false
    }
  }

  /// `% …` up to the end of the line.
  private mutating func comment() throws(ParseFailure) {
    let start = reader.position
    while let scalar = reader.next, scalar != "\n" { reader.position += 1 }
    guard reader.isAtEnd else { return }
    reader.position = start
    try report(
      "'%' starts a comment, which no line break ends", at: start,
      help: "write \\% for a percent sign")
    // Read on as if it had been \%.
    reader.replace(
      start..<start + 1, with: ["\\", "%"], origins: [reader.origin(of: start), reader.origin(of: start)])
  }

  /// Puts what a command stands for into the text; `false` if a lenient reading could not.
  private mutating func expand(
    _ macro: Macros.Definition, _ lookup: Lookup
  ) throws(ParseFailure) -> Bool {
    guard lookup.start != failedExpansion else { return false }
    let start = lookup.start
    guard expansionsLeft > 0, reader.scalars.count < 50_000 else {
      failedExpansion = start
      // Whatever comes after it fails for the same reason.
      if expansionsLeft >= 0 { try report("\\\(name(lookup)) expands without end", at: start) }
      expansionsLeft = -1
      return false
    }
    expansionsLeft -= 1
    reader.position = lookup.end
    var pieces = Expansion(origin: reader.origin(of: start))
    let arguments = try arguments(of: macro, at: start)
    guard let arguments else {
      failedExpansion = start
      reader.position = start
      return false
    }
    pieces.append(macro.body, arguments)
    let end = reader.position
    // A control word must not grow by the letters after it.
    if pieces.endsInWord, reader.next?.isASCIILetter == true { pieces.separate() }
    reader.position = start
    reader.replace(start..<end, with: pieces.scalars, origins: pieces.origins)
    return true
  }

  /// The characters of a macro's arguments with their origins; `nil` if one is missing.
  private mutating func arguments(
    of macro: Macros.Definition, at start: Int
  ) throws(ParseFailure) -> [Expansion]? {
    var result: [Expansion] = []
    if let standard = macro.defaultArgument {
      if let range = optionalRange() {
        result.append(Expansion(reader, range))
      } else {
        var argument = Expansion(origin: reader.origin(of: start))
        argument.append(standard, [])
        result.append(argument)
      }
    }
    while result.count < macro.parameterCount {
      guard let range = tokenRange() else {
        let name = ownerName(start)
        let found = macro.parameterCount - result.count
        let missing = found == 1 ? "an argument" : "\(found) more arguments"
        try report("expected \(missing) of \(name)", at: reader.position)
        return nil
      }
      result.append(Expansion(reader, range))
    }
    return result
  }

  /// The range of a group's inside, of a command's name or of a single character, which is read.
  mutating func tokenRange() -> Range<Int>? {
    reader.skipSpaces()
    let start = reader.position
    guard let scalar = reader.next, scalar != "}", scalar != "$", scalar != "&" else { return nil }
    if scalar == "{" {
      guard let end = reader.closingBrace(of: start) else { return nil }
      reader.position = end + 1
      return start + 1..<end
    }
    reader.position += 1
    if scalar == "\\" { _ = reader.readName() }
    return start..<reader.position
  }

  /// The range between `[` and `]`, which is read; `nil` if no bracket comes next.
  mutating func optionalRange() -> Range<Int>? {
    let start = reader.position
    reader.skipSpaces()
    guard reader.next == "[", let end = reader.matching("]", from: reader.position + 1) else {
      reader.position = start
      return nil
    }
    let inside = reader.position + 1..<end
    reader.position = end + 1
    return inside
  }
}
