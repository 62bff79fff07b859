/// Reads a formula in TeX's spelling into a tree.
///
/// Recursive descent; each construct's own grammar is in an extension beside this file.
struct FormulaParser {
  var reader: ScalarReader
  /// What letters are set in, as `\mathbf` and its like demand.
  var alphabet = Alphabet.automatic
  private var depth = 0
  /// Deeper nesting is nobody's formula; the bound keeps recursion off the end of the stack.
  private static let deepest = 40

  init(reader: ScalarReader) { self.reader = reader }

  /// Reads nodes up to something that ends a row: `}`, `$`, `&`, `\\`, `\right`, `\middle`, `\end`,
  /// the end of the text, or `]` if `untilBracket`.
  mutating func row(untilBracket: Bool = false) throws(ParseFailure) -> Row {
    try descend()
    defer { depth -= 1 }
    let outerAlphabet = alphabet
    defer { alphabet = outerAlphabet }
    var nodes: [Node] = []
    while !endsRow(untilBracket) {
      if let infix = infixOperator() {
        let rest = try row(untilBracket: untilBracket)
        return Row(infix.nodes(Row(nodes), over: rest))
      }
      let nucleus = try startsScript ? nil : atom()
      if let node = try scripts(on: nucleus) { nodes.append(node) }
      reader.skipSpaces()
    }
    return Row(nodes)
  }

  /// Counts one more level of nesting.
  private mutating func descend() throws(ParseFailure) {
    guard depth < FormulaParser.deepest else {
      throw reader.failure("formula nested too deeply", at: reader.position)
    }
    depth += 1
  }

  private mutating func endsRow(_ untilBracket: Bool) -> Bool {
    reader.skipSpaces()
    switch reader.next {
    case nil, "}", "$", "&": return true
    case "]": return untilBracket
    case "\\":
      if reader.peek(1) == "\\" { return true }
      return comes("right") || comes("middle") || comes("end") || comes("cr")
    default: return false
    }
  }

  /// Whether the command `\name` comes next.
  func comes(_ name: String) -> Bool {
    guard reader.next == "\\" else { return false }
    var distance = 1
    for scalar in name.unicodeScalars {
      guard reader.peek(distance) == scalar else { return false }
      distance += 1
    }
    return reader.peek(distance)?.isASCIILetter != true
  }

  /// Reads `\name` if it comes next.
  mutating func readCommand(_ name: String) -> Bool {
    guard comes(name) else { return false }
    reader.position += name.unicodeScalars.count + 1
    return true
  }

  /// What a construct reads: a group, or a single atom without scripts.
  mutating func argument(of owner: String) throws(ParseFailure) -> Row {
    reader.skipSpaces()
    if reader.next == "{" { return try group() }
    guard !endsRow(false), !startsScript else {
      throw reader.failure("expected an argument of \(owner)", at: reader.position)
    }
    try descend()
    defer { depth -= 1 }
    return Row(try atom().map { [$0] } ?? [])
  }

  /// A command inside text; text in text counts as nesting.
  mutating func nestedCommand() throws(ParseFailure) -> Node? {
    try descend()
    defer { depth -= 1 }
    return try command()
  }

  /// Reads `{…}`.
  mutating func group() throws(ParseFailure) -> Row {
    let start = reader.position
    reader.position += 1
    let inside = try row()
    guard !reader.isAtEnd, reader.next != "$" else { throw reader.failure("unclosed '{'", at: start) }
    guard reader.read("}") else { throw unexpected() }
    return inside
  }

  /// One atom without scripts; `nil` for a command that draws nothing.
  private mutating func atom() throws(ParseFailure) -> Node? {
    guard let scalar = reader.next else { return nil }
    switch scalar {
    case "{":
      let inside = try group()
      // A lone letter in braces is that letter, so that scripts sit as they do on a letter.
      if inside.nodes.count == 1, case .symbol(let symbol) = inside.nodes[0],
        symbol.atomClass == .ordinary
      {
        return inside.nodes[0]
      }
      return .group(inside)
    case "\\": return try command()
    case "~":
      reader.position += 1
      return .space(6)
    default:
      let isDefinition = scalar == ":" && reader.peek(1) == "="
      reader.position += isDefinition ? 2 : 1
      return isDefinition ? .symbol(Symbol("≔", .relation)) : character(scalar)
    }
  }

  /// The failure at something that ends a row where it must not.
  func unexpected() -> ParseFailure {
    let start = reader.position
    switch reader.next {
    case nil: return reader.failure("unexpected end of the formula", at: start)
    case "\\":
      if reader.peek(1) == "\\" {
        return reader.failure(
          "unexpected line break '\\\\'", at: start, help: "it belongs into \\begin{aligned} … \\end{aligned}"
        )
      }
      let name = commandName(at: start + 1)
      return reader.failure("unexpected '\\\(name)'", at: start)
    case "&"?:
      return reader.failure("unexpected '&'", at: start, help: "write \\& for an ampersand")
    case let scalar?: return reader.failure("unexpected '\(scalar)'", at: start)
    }
  }
}
