extension FormulaParser {
  /// `\text{…}`: words in the label's face, formulas between `$` inside.
  mutating func text(_ face: TextFace, at start: Int) throws(ParseFailure) -> Node {
    let outer = textFace
    textFace = face.applied(to: outer ?? .plain)
    defer { textFace = outer }
    return single(try textArgument(of: start))
  }

  /// What a construct reads inside text, or what `\text` reads: a group, or a single character.
  mutating func textArgument(of owner: Int) throws(ParseFailure) -> [Node] {
    let outer = textFace
    if textFace == nil { textFace = .plain }
    defer { textFace = outer }
    reader.skipSpaces()
    let start = reader.position
    guard reader.read("{") else { return try bareTextArgument(of: owner) }
    guard try descend() else { return [] }
    defer { depth -= 1 }
    var builder = TextBuilder()
    try readText(into: &builder)
    if !reader.read("}") {
      try report("unclosed '{'", at: start)
      return [.problem("{")] + builder.finished()
    }
    return builder.finished()
  }

  private mutating func bareTextArgument(of owner: Int) throws(ParseFailure) -> [Node] {
    let start = reader.position
    guard let scalar = reader.next, scalar != "}", scalar != "$", scalar != "&" else {
      let name = ownerName(owner)
      try report("expected '{' after \(name)", at: start)
      return [.problem(name)]
    }
    if scalar == "\\" {
      guard try descend() else { return [] }
      defer { depth -= 1 }
      if try expandsCommand() { return try textArgument(of: owner) }
      var builder = TextBuilder()
      try textCommand(into: &builder)
      return builder.finished()
    }
    reader.position += 1
    return [.text(String(scalar), textFace ?? .plain)]
  }

  /// Text up to the end of the group.
  mutating func restOfText() throws(ParseFailure) -> [Node] {
    var builder = TextBuilder()
    try readText(into: &builder)
    return builder.finished()
  }

  /// Text up to the closing brace, which stays; inner braces group.
  private mutating func readText(into builder: inout TextBuilder) throws(ParseFailure) {
    let outer = textFace
    defer { textFace = outer }
    while let scalar = reader.next, scalar != "}" {
      let face = textFace ?? .plain
      switch scalar {
      case "{": try innerGroup(into: &builder)
      case "$": try mathInText(into: &builder)
      case "\\":
        if try expandsCommand() { continue }
        try textCommand(into: &builder)
      case "~":
        reader.position += 1
        builder.append("\u{A0}", face)
      case "%" where reader.scalars[reader.position...].contains("\n"): try settle()
      case "-", "`", "'":
        builder.append(face.isCode ? codeCharacter() : dashOrQuote(scalar), face)
      default:
        reader.position += 1
        if scalar.value > 32 { builder.append(scalar, face) } else { builder.appendBlank(face) }
      }
    }
  }

  private mutating func codeCharacter() -> Unicode.Scalar {
    defer { reader.position += 1 }
    return reader.next ?? " "
  }

  private mutating func innerGroup(into builder: inout TextBuilder) throws(ParseFailure) {
    let start = reader.position
    reader.position += 1
    guard try descend() else { return }
    defer { depth -= 1 }
    try readText(into: &builder)
    if !reader.read("}") {
      try report("unclosed '{'", at: start)
      builder.append(.problem("{"))
    }
  }

  /// `$…$` or `\(…\)` inside text.
  private mutating func mathInText(into builder: inout TextBuilder) throws(ParseFailure) {
    let start = reader.position
    reader.position += 1
    let face = textFace
    let outer = (alphabet, isBold)
    textFace = nil
    alphabet = .automatic
    defer { (textFace, alphabet, isBold) = (face, outer.0, outer.1) }
    let inside = try row()
    guard reader.read("$") else {
      try report("unclosed '$' in text", at: start)
      builder.append(.problem("$"))
      return builder.append(.group(inside))
    }
    builder.append(.group(inside))
  }

  /// `--` and `---` are dashes, ` `` ` and `''` quotes, as TeX's fonts have it.
  private mutating func dashOrQuote(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    var count = 1
    let longest = scalar == "-" ? 3 : 2
    while count < longest, reader.peek(count) == scalar { count += 1 }
    reader.position += count
    switch scalar {
    case "-": return count == 1 ? "-" : count == 2 ? "–" : "—"
    case "`": return count == 1 ? "‘" : "“"
    default: return count == 1 ? "’" : "”"
    }
  }

  /// A command inside text: a character, an accent, another face, or what formulas know.
  private mutating func textCommand(into builder: inout TextBuilder) throws(ParseFailure) {
    let lookup = upcomingCommand()
    let face = textFace ?? .plain
    if try textOnlyCommand(lookup, into: &builder) { return }
    switch lookup.command {
    case .space(6)?:
      reader.position = lookup.end
      builder.append(" ", face)
    case .structural(.lineBreak)?:
      reader.position = lookup.end
      builder.appendBlank(face)
    case .alphabetFromHere(let alphabet)?:
      reader.position = lookup.end
      skipSpacesAfterWord(lookup)
      textFace = switchedFace(alphabet, face)
    case .textFromHere(let change)?:
      reader.position = lookup.end
      skipSpacesAfterWord(lookup)
      textFace = change.applied(to: face)
    default:
      let outer = alphabet
      alphabet = .upright
      defer { alphabet = outer }
      guard try descend() else {
        reader.position = lookup.end
        return builder.append(.problem("\\" + self.name(lookup)))
      }
      defer { depth -= 1 }
      if let node = try command() { builder.append(node) }
      if case .size? = lookup.command { skipSpacesAfterWord(lookup) }
    }
  }

  /// Reads a command that only text has, such as an accent of a letter; `false` for all others.
  private mutating func textOnlyCommand(
    _ lookup: Lookup, into builder: inout TextBuilder
  ) throws(ParseFailure) -> Bool {
    let name = reader.scalars[lookup.start + 1..<lookup.end]
    var hash = NameHash()
    for scalar in name { hash.append(scalar.value) }
    switch textOnlyCommands.command(name, hash: hash) {
    case .symbol(let character, _)?:
      reader.position = lookup.end
      skipSpacesAfterWord(lookup)
      builder.append(character, textFace ?? .plain)
    case .accent(.glyph(let mark))?:
      reader.position = lookup.end
      try accentedCharacter(mark, at: lookup.start, into: &builder)
    case .construct(.inlineFormula)?: try parenthesizedFormula(into: &builder)
    default: return false
    }
    return true
  }

  /// TeX reads over spaces after a command's name of letters.
  private mutating func skipSpacesAfterWord(_ lookup: Lookup) {
    if reader.scalars[lookup.end - 1].isASCIILetter { reader.skipSpaces() }
  }

  private func switchedFace(_ alphabet: Alphabet, _ face: Emphasis) -> Emphasis {
    switch alphabet {
    case .bold: TextFace.bold.applied(to: face)
    case .italic: TextFace.italic.applied(to: face)
    case .typewriter: TextFace.code.applied(to: face)
    default: TextFace.normal.applied(to: face)
    }
  }

  /// `\'e`, `\H{o}`: the letter, then the accent as a combining character.
  private mutating func accentedCharacter(
    _ mark: Unicode.Scalar, at start: Int, into builder: inout TextBuilder
  ) throws(ParseFailure) {
    let face = textFace ?? .plain
    for node in try textArgument(of: start) {
      guard case .text(let base, _) = node else {
        builder.append(node)
        continue
      }
      for (index, scalar) in base.unicodeScalars.enumerated() {
        builder.append(scalar, face)
        if index == 0 { builder.append(mark, face) }
      }
    }
  }

  /// `\( … \)` inside text.
  private mutating func parenthesizedFormula(into builder: inout TextBuilder) throws(ParseFailure) {
    let start = reader.position
    reader.position += 2
    let face = textFace
    textFace = nil
    open.inlines += 1
    defer {
      textFace = face
      open.inlines -= 1
    }
    let inside = try row()
    if reader.next == "\\", reader.peek(1) == ")" {
      reader.position += 2
    } else {
      try report("\\( without \\)", at: start)
      builder.append(.problem("\\("))
    }
    builder.append(.group(inside))
  }

  /// The node itself, or a group of several.
  func single(_ nodes: [Node]) -> Node { nodes.count == 1 ? nodes[0] : .group(Row(nodes)) }
}
