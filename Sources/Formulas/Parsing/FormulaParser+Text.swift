extension FormulaParser {
  /// `\text{…}`: words in the label's face, formulas between `$` inside.
  mutating func textArgument(_ emphasis: Emphasis, command: String) throws(ParseFailure) -> Node {
    reader.skipSpaces()
    let start = reader.position
    guard reader.read("{") else {
      throw reader.failure("expected '{' after \\\(command)", at: start)
    }
    let nodes = try textNodes(emphasis, start: start)
    return nodes.count == 1 ? nodes[0] : .group(Row(nodes))
  }

  /// Text up to the closing brace of the one at `start`; inner braces only group.
  private mutating func textNodes(_ emphasis: Emphasis, start: Int) throws(ParseFailure) -> [Node] {
    var nodes: [Node] = []
    var text = ""
    var openBraces = 0
    func flush() {
      if !text.isEmpty { nodes.append(.text(text, emphasis)) }
      text = ""
    }
    while let scalar = reader.next {
      reader.position += 1
      switch scalar {
      case "}" where openBraces == 0:
        flush()
        return nodes
      case "{": openBraces += 1
      case "}": openBraces -= 1
      case "$":
        flush()
        nodes.append(.group(try row()))
        guard reader.read("$") else { throw reader.failure("unclosed '$' in text", at: start) }
      case "\\":
        if let character = textEscape() {
          text.unicodeScalars.append(character)
        } else {
          flush()
          reader.position -= 1
          nodes += try textCommand()
        }
      case "~": text.unicodeScalars.append("\u{A0}")
      default: text.unicodeScalars.append(scalar.value < 32 ? " " : scalar)
      }
    }
    throw reader.failure("unclosed '{'", at: start)
  }

  /// The character that a backslash protects; `nil` if a command follows.
  private mutating func textEscape() -> Unicode.Scalar? {
    guard let scalar = reader.next, !scalar.isASCIILetter else { return nil }
    reader.position += 1
    return scalar
  }

  /// A command inside text: another face, or a symbol.
  private mutating func textCommand() throws(ParseFailure) -> [Node] {
    let outer = alphabet
    alphabet = .upright
    defer { alphabet = outer }
    let node = try nestedCommand()
    return node.map { [$0] } ?? []
  }
}
