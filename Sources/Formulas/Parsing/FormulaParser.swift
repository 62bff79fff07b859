/// Reads a formula in TeX's spelling into a tree.
///
/// Recursive descent; each construct's own grammar is in an extension beside this file. Nothing is read
/// twice: what cannot be understood is reported where it stands. A strict reading ends there, a lenient one
/// puts a substitute into the tree and goes on.
struct FormulaParser {
  var reader: ScalarReader
  /// The scene's commands and those that the label defines.
  var macros: Macros
  let isLenient: Bool
  /// What a lenient reading could not understand, in the order in which it was met.
  var problems: [ParseFailure] = []
  /// What letters are set in, as `\mathbf` and its like demand.
  var alphabet = Alphabet.automatic
  /// Whether everything is bold, as `\boldsymbol` demands.
  var isBold = false
  /// The face of the text that is being read; `nil` in a formula.
  var textFace: Emphasis?
  /// What `\tag` said since it was last asked for.
  var tag: Row?
  /// How many groups, fences and environments are open around what is being read.
  var open = OpenConstructs()
  var depth = 0
  /// How many more commands may be expanded, so that recursion ends.
  var expansionsLeft = 1000
  /// Where an expansion failed, so that it is not tried again.
  var failedExpansion = -1
  /// The command that was looked up last.
  private var lookedUp = Lookup()
  /// Deeper nesting is nobody's formula; the bound keeps recursion off the end of the stack.
  private static let deepest = 40
  /// Whether the rest of the formula was given up, in which everything is unclosed.
  var isGivenUp = false

  init(_ text: String, in language: FormulaLanguage) {
    reader = ScalarReader(text)
    macros = language.macros
    isLenient = language.isLenient
  }

  /// Reads nodes up to something that ends a row: `}`, `$`, `&`, `\\`, `\right`, `\middle`, `\end`,
  /// the end of the text, or `stop`.
  mutating func row(until stop: Unicode.Scalar? = nil, isLowerHalf: Bool = false) throws(ParseFailure) -> Row
  {
    guard try descend() else { return abandonedRow() }
    defer { depth -= 1 }
    let outer = (alphabet, isBold)
    defer { (alphabet, isBold) = outer }
    var nodes: [Node] = []
    while try !endsRow(stop) {
      let start = reader.position
      if let infix = try infixOperator() {
        let rest = try row(until: stop, isLowerHalf: true)
        if isLowerHalf {
          try report("a second \\\(infix.name) in one group", at: start, help: "group with braces")
        }
        return Row([infix.node(Row(nodes), over: rest)])
      }
      let nucleus = startsScript ? nil : try atom()
      if let node = try scripts(on: nucleus) { nodes.append(node) }
    }
    return Row(alphabet == .upright ? joiningWords(nodes) : nodes)
  }

  /// Counts one more level of nesting; `false` if it is one too many for a lenient reading.
  mutating func descend() throws(ParseFailure) -> Bool {
    if depth >= FormulaParser.deepest {
      try report("formula nested too deeply", at: reader.position)
      isGivenUp = true
      return false
    }
    depth += 1
    return true
  }

  /// What is left of the text, as it is: what a lenient reading does with a formula without end.
  private mutating func abandonedRow() -> Row {
    let start = reader.position
    while let scalar = reader.next, scalar != "$" { reader.position += 1 }
    return Row(start == reader.position ? [] : [.problem(reader.text(start..<reader.position))])
  }

  /// Whether a row ends here; reads spaces, comments and definitions, and expands commands.
  mutating func endsRow(_ stop: Unicode.Scalar?) throws(ParseFailure) -> Bool {
    try settle()
    guard let scalar = reader.next else { return true }
    switch scalar {
    case "}", "$", "&": return true
    case "\\":
      guard case .structural(let structural)? = upcomingCommand().command else { return false }
      switch structural {
      case .right, .middle, .end, .lineBreak, .endMath: return true
      case .horizontalRule, .limits, .infix: return false
      }
    default: return scalar == stop
    }
  }

  /// One atom without scripts; `nil` for a command that draws nothing.
  mutating func atom() throws(ParseFailure) -> Node? {
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
    default: return try character()
    }
  }

  /// What a construct reads: a group, or a single atom without scripts.
  ///
  /// `owner` is where the construct's name stands.
  mutating func argument(of owner: Int) throws(ParseFailure) -> Row {
    if textFace != nil { return Row(try textArgument(of: owner)) }
    try settle()
    if reader.next == "{" { return try group() }
    if try lacksAtom() {
      let name = ownerName(owner)
      let place = reader.isOfBody(owner) ? owner : reader.position
      try report("expected an argument of \(name)", at: place)
      return Row([.problem(name.hasPrefix("\\") ? name : String(name.dropFirst().dropLast()))])
    }
    guard try descend() else { return abandonedRow() }
    defer { depth -= 1 }
    return Row(try atom().map { [$0] } ?? [])
  }

  /// Whether no atom comes next.
  mutating func lacksAtom() throws(ParseFailure) -> Bool {
    if try endsRow(nil) { return true }
    return startsScript
  }

  /// Reads `{…}`.
  mutating func group() throws(ParseFailure) -> Row {
    let start = reader.position
    reader.position += 1
    let outerMacros = macros
    defer { macros = outerMacros }
    open.groups += 1
    defer { open.groups -= 1 }
    var lines = LineCollector()
    while true {
      lines.append(try row())
      if reader.read("}") { return lines.row }
      if try lineBreak() != nil {
        lines.breakLine()
      } else if reader.isAtEnd || reader.next == "$" || mayEndOuter(beside: \.groups) {
        try report("unclosed '{'", at: start)
        return Row([.problem("{")] + lines.row.nodes)
      } else {
        lines.append(Row([try passOver()]))
      }
    }
  }

  /// The command at `position`, with the place after its name; looked up once.
  mutating func upcomingCommand() -> Lookup {
    if lookedUp.start == reader.position, lookedUp.changes == reader.changes { return lookedUp }
    var reader = reader
    reader.position += 1
    let name = reader.readName()
    lookedUp = Lookup(
      start: self.reader.position, end: reader.position, changes: reader.changes,
      command: commands.command(name.scalars, hash: name.hash) ?? familyCommand(name.scalars))
    if !macros.isEmpty { lookedUp.macro = macros.definitions[self.name(lookedUp)] }
    return lookedUp
  }

  /// Forgets the command that was looked up, after a definition.
  mutating func forgetLookup() { lookedUp.start = -1 }

  /// The name of a command, without its backslash.
  func name(_ lookup: Lookup) -> String { reader.text(lookup.start + 1..<lookup.end) }
}

/// A command that comes next.
struct Lookup {
  /// Where its backslash stands; -1 for none.
  var start = -1
  /// The place after its name.
  var end = 0
  var changes = 0
  /// What formulas know it as.
  var command: Command?
  /// What the scene or the label says it is, which goes first.
  var macro: Macros.Definition?
}

/// How many constructs of each kind are open.
struct OpenConstructs {
  var groups = 0
  var fences = 0
  var environments = 0
  /// `\\(` in text.
  var inlines = 0
}
