extension FormulaParser {
  /// Reads what follows the name of a construct.
  mutating func construct(
    _ construct: Construct, name: String, start: Int
  ) throws(ParseFailure) -> Node? {
    switch construct {
    case .fraction(let style):
      let numerator = try argument(of: name)
      return .fraction(Fraction(numerator: numerator, denominator: try argument(of: name), style: style))
    case .binomial(let style):
      let top = try argument(of: name)
      return binomial(top, try argument(of: name), style)
    case .radical: return try radical()
    case .fence: return try fence(start: start)
    case .operatorName: return try operatorName()
    case .classed(let atomClass): return try classed(atomClass, name: name)
    case .stack(let isOver, let atomClass): return try stack(isOver: isOver, atomClass, name: name)
    case .negation: return try negation(start: start)
    case .environment: return try environment(start: start)
    case .color, .textColor, .role: return try colored(construct, name: name)
    case .phantom(let phantom): return .phantom(try argument(of: name), phantom)
    case .boxed: return .enclosed(try argument(of: name), .frame)
    case .substack: return try substack()
    case .enclosed(let left, let right):
      return .fence(Fence(left: left, parts: [try argument(of: name)], right: right))
    case .kern: return .space(try length(after: name))
    case .modulo(let inParentheses): return try modulo(inParentheses, name: name)
    }
  }

  func binomial(_ top: Row, _ bottom: Row, _ style: MathStyle?) -> Node {
    let stack = Fraction(numerator: top, denominator: bottom, hasRule: false, style: style)
    return .fence(Fence(left: "(", parts: [Row([.fraction(stack)])], right: ")"))
  }

  private mutating func radical() throws(ParseFailure) -> Node {
    reader.skipSpaces()
    var degree: Row?
    let start = reader.position
    if reader.read("[") {
      degree = try row(untilBracket: true)
      guard !reader.isAtEnd, reader.next != "$" else { throw reader.failure("unclosed '['", at: start) }
      guard reader.read("]") else { throw unexpected() }
    }
    return .radical(radicand: try argument(of: "\\sqrt"), degree: degree)
  }

  /// `\operatorname{name}`, with a star if limits go above and below.
  private mutating func operatorName() throws(ParseFailure) -> Node {
    let takesLimits = reader.read("*")
    let outer = alphabet
    alphabet = .upright
    defer { alphabet = outer }
    let row = try argument(of: "\\operatorname")
    var word = ""
    for node in row.nodes {
      switch node {
      case .symbol(let symbol): word.unicodeScalars.append(symbol.plain == "−" ? "-" : symbol.plain)
      case .space(let mu) where mu > 0: word += " "
      default: return .classed(row, .largeOperator)
      }
    }
    return .operatorName(word, takesLimits: takesLimits)
  }

  private mutating func classed(_ atomClass: AtomClass, name: String) throws(ParseFailure) -> Node {
    let row = try argument(of: name)
    // A single sign keeps being one, so that scripts and axis centering see it.
    if row.nodes.count == 1, case .symbol(var symbol) = row.nodes[0], atomClass != .largeOperator {
      symbol.atomClass = atomClass
      return .symbol(symbol)
    }
    return .classed(row, atomClass)
  }

  private mutating func stack(
    isOver: Bool, _ atomClass: AtomClass, name: String
  ) throws(ParseFailure) -> Node {
    let small = try argument(of: name)
    let base = try argument(of: name)
    var resulting = atomClass
    if base.nodes.count == 1 {
      switch base.nodes[0] {
      case .symbol(let symbol): if atomClass == .ordinary { resulting = symbol.atomClass }
      case .largeOperator, .operatorName: resulting = .largeOperator
      default: break
      }
    }
    return .stack(base: base, over: isOver ? small : nil, under: isOver ? nil : small, resulting)
  }

  private mutating func modulo(_ inParentheses: Bool, name: String) throws(ParseFailure) -> Node {
    guard inParentheses else { return .classed(Row([.word("mod", plain: "mod")]), .binary) }
    let inside = try argument(of: name).nodes
    let word = [Node.space(18), character("("), .word("mod", plain: "mod"), .space(6)]
    return .group(Row(word + inside + [character(")")]))
  }

  /// Negates the relation that follows, where Unicode has the negated sign.
  private mutating func negation(start: Int) throws(ParseFailure) -> Node {
    let row = try argument(of: "\\not")
    guard row.nodes.count == 1, case .symbol(let symbol) = row.nodes[0],
      let negated = negatedSigns[symbol.plain]
    else { throw reader.failure("\\not cannot negate what follows", at: start) }
    return .symbol(Symbol(negated, .relation))
  }
}

private let negatedSigns: [Unicode.Scalar: Unicode.Scalar] = [
  "=": "≠", "∈": "∉", "∋": "∌", "⊂": "⊄", "⊃": "⊅", "⊆": "⊈", "⊇": "⊉", "∣": "∤", "∥": "∦", "≡": "≢",
  "∼": "≁", "≃": "≄", "≅": "≇", "≈": "≉", "<": "≮", ">": "≯", "≤": "≰", "≥": "≱", "→": "↛", "⇒": "⇏",
  "∃": "∄", "⊢": "⊬", "⊨": "⊭", "≺": "⊀", "≻": "⊁", "|": "∤",
]
