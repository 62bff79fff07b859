extension FormulaParser {
  /// `\operatorname{name}`, with a star if limits go above and below.
  mutating func operatorName(_ takesLimits: Bool, at start: Int) throws(ParseFailure) -> Node {
    let takesLimits = reader.read("*") || takesLimits
    let outer = (alphabet, textFace)
    (alphabet, textFace) = (.upright, nil)
    defer { (alphabet, textFace) = outer }
    try settle()
    let row = try argument(of: start)
    guard let word = word(row) else { return .classed(row, .largeOperator) }
    return .operatorName(word, takesLimits: takesLimits)
  }

  /// The letters of a row as one word; `nil` if there is more in it.
  private func word(_ row: Row) -> String? {
    var word = ""
    for node in row.nodes {
      switch node {
      case .symbol(let symbol):
        switch symbol.plain {
        case "−": word += "-"
        case "∗": word += "*"
        default: word.unicodeScalars.append(symbol.shown)
        }
      case .word(let shown, _): word += shown
      case .text(let text, _): word += text
      case .space(let mu): if mu > 0 { word += " " }
      default: return nil
      }
    }
    return word
  }

  mutating func classed(_ atomClass: AtomClass, at start: Int) throws(ParseFailure) -> Node {
    let row = try argument(of: start)
    // A single sign keeps being one, so that scripts and axis centering see it.
    if row.nodes.count == 1, case .symbol(var symbol) = row.nodes[0], atomClass != .largeOperator {
      symbol.atomClass = atomClass
      return .symbol(symbol)
    }
    return .classed(row, atomClass)
  }

  /// `\overset`, `\underset` and `\stackrel`.
  mutating func stack(
    _ isOver: Bool, _ isRelation: Bool, at start: Int
  ) throws(ParseFailure) -> Node {
    let small = try argument(of: start)
    let base = try argument(of: start)
    return .stack(
      base: base, over: isOver ? small : nil, under: isOver ? nil : small,
      isRelation ? .relation : stackClass(base))
  }

  /// Reads `\overunderset{over}{under}{base}`.
  mutating func overUnder(at start: Int) throws(ParseFailure) -> Node {
    let over = try argument(of: start)
    let under = try argument(of: start)
    let base = try argument(of: start)
    return .stack(base: base, over: over, under: under, stackClass(base))
  }

  /// What is set over or under a sign leaves its class as it is.
  private func stackClass(_ base: Row) -> AtomClass {
    guard base.nodes.count == 1 else { return .ordinary }
    return switch base.nodes[0] {
    case .symbol(let symbol): symbol.atomClass
    case .classed(_, let atomClass): atomClass
    case .largeOperator, .operatorName: .largeOperator
    case .negated, .arrow: .relation
    default: .ordinary
    }
  }

  /// `\sideset{_a^b}{_c^d}\sum`: scripts at the four corners of an operator.
  mutating func sideset(at start: Int) throws(ParseFailure) -> Node {
    let left = try argument(of: start)
    let right = try argument(of: start)
    let base = try argument(of: start)
    var nodes = left.nodes
    if right.nodes.count == 1, case .scripts(var scripts) = right.nodes[0], scripts.nucleus == nil {
      scripts.nucleus = single(base.nodes)
      scripts.placement = .side
      nodes.append(.scripts(scripts))
    } else {
      nodes += base.nodes + right.nodes
    }
    return .classed(Row(nodes), .largeOperator)
  }

  /// Reads `\prescript{sup}{sub}{base}`.
  mutating func prescript(at start: Int) throws(ParseFailure) -> Node {
    let raised = try argument(of: start)
    let lowered = try argument(of: start)
    let scripts = Scripts(
      nucleus: nil, superscript: raised.nodes.isEmpty ? nil : raised,
      subscripted: lowered.nodes.isEmpty ? nil : lowered)
    return .group(Row([.scripts(scripts)] + (try argument(of: start)).nodes))
  }

  /// A row with a slash through it; Unicode's own sign where it has one.
  func negated(_ row: Row) -> Node {
    guard row.nodes.count == 1, case .symbol(let symbol) = row.nodes[0],
      let negated = negatedSigns[symbol.plain]
    else { return .negated(row) }
    return self.symbol(negated, .relation)
  }

  /// `\dots` look at what follows: between operators they stand at the height of the axis.
  mutating func dots() throws(ParseFailure) -> Node {
    try settle()
    var sign: Unicode.Scalar = "…"
    switch reader.next {
    case "+", "-", "*", "=", "<", ">", ":": sign = "⋯"
    case "\\":
      switch upcomingCommand().command {
      case .symbol(_, .binary)?, .symbol(_, .relation)?, .largeOperator?, .arrow?: sign = "⋯"
      case .construct(.negation)?, .construct(.classed(.relation))?, .construct(.classed(.binary))?:
        sign = "⋯"
      default: break
      }
    case let scalar? where !scalar.isASCII:
      switch commandsByCharacter[scalar] {
      case .symbol(_, .binary)?, .symbol(_, .relation)?, .largeOperator?: sign = "⋯"
      default: break
      }
    default: break
    }
    return .symbol(Symbol(sign, .inner))
  }

  /// The sign of `a \bmod b`.
  func binaryModulo() -> Node { .classed(Row([.word("mod", plain: "mod")]), .binary) }

  /// `\mod{n}`, `\pmod{n}` and `\pod{n}`.
  mutating func modulo(
    _ inParentheses: Bool, _ hasName: Bool, at start: Int
  ) throws(ParseFailure) -> Node {
    let inside = try argument(of: start).nodes
    // amsmath: 18 mu in displays, less in lines.
    let inLine = Row([.space(inParentheses ? 8 : 12)])
    var nodes: [Node] = [
      .choice(StyleChoice(display: Row([.space(18)]), text: inLine, script: inLine, scriptScript: inLine))
    ]
    if inParentheses { nodes.append(node(for: "(")) }
    if hasName { nodes += [.word("mod", plain: "mod"), .space(6)] }
    nodes += inside
    if inParentheses { nodes.append(node(for: ")")) }
    return .group(Row(nodes))
  }
}

private let negatedSigns: [Unicode.Scalar: Unicode.Scalar] = [
  "=": "≠", "∈": "∉", "∋": "∌", "⊂": "⊄", "⊃": "⊅", "⊆": "⊈", "⊇": "⊉", "∣": "∤", "∥": "∦", "≡": "≢",
  "∼": "≁", "≃": "≄", "≅": "≇", "≈": "≉", "<": "≮", ">": "≯", "≤": "≰", "≥": "≱", "→": "↛", "←": "↚",
  "↔": "↮", "⇒": "⇏", "⇐": "⇍", "⇔": "⇎", "∃": "∄", "⊢": "⊬", "⊨": "⊭", "⊩": "⊮", "≺": "⊀", "≻": "⊁",
  "|": "∤", "⊑": "⋢", "⊒": "⋣", "⊲": "⋪", "⊳": "⋫", "⊴": "⋬", "⊵": "⋭", "≲": "≴", "≳": "≵", "≶": "≸",
  "≷": "≹", "≍": "≭",
]
