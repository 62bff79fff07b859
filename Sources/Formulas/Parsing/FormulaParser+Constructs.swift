extension FormulaParser {
  /// Reads what follows the name of a construct, which stands at `start`.
  mutating func construct(_ construct: Construct, at start: Int) throws(ParseFailure) -> Node? {
    switch construct {
    case .fraction(let style): return try fraction(style, at: start)
    case .continuedFraction: return try continuedFraction(at: start)
    case .generalFraction: return try generalFraction(at: start)
    case .binomial(let style): return try binomial(style, at: start)
    case .radical: return try radical(at: start)
    case .fence: return try fence(at: start)
    case .operatorName(let takesLimits): return try operatorName(takesLimits, at: start)
    case .classed(let atomClass): return try classed(atomClass, at: start)
    case .stack(let isOver, let isRelation): return try stack(isOver, isRelation, at: start)
    case .overUnder: return try overUnder(at: start)
    case .sideset: return try sideset(at: start)
    case .prescript: return try prescript(at: start)
    case .negation: return negated(try argument(of: start))
    case .environment: return try environment(at: start)
    case .color, .textColor, .colorBox, .framedColorBox, .role:
      return try colored(construct, at: start)
    case .smash: return try smash(at: start)
    case .boxed: return .enclosed(try argument(of: start), .frame)
    case .substack: return try substack(at: start)
    case .kern: return .space(try length(of: start))
    case .rule: return try rule(at: start)
    case .raised: return try raised(at: start)
    case .centered: return .centered(try argument(of: start))
    case .choice: return try choice(at: start)
    case .dots: return try dots()
    case .binaryModulo: return binaryModulo()
    case .modulo(let inParentheses, let hasName): return try modulo(inParentheses, hasName, at: start)
    case .character: return try character(at: start)
    case .verbatim: return try verbatim(at: start)
    case .link, .content: return try content(at: start)
    case .tag: return try tag(at: start)
    case .set(let isLarge): return try set(isLarge, at: start)
    case .braket(let isLarge): return try braket(isLarge, at: start)
    }
  }

  private mutating func radical(at start: Int) throws(ParseFailure) -> Node {
    let degree = try optionalRow()
    return .radical(radicand: try argument(of: start), degree: degree)
  }

  /// `[…]`; `nil` if there is none.
  mutating func optionalRow() throws(ParseFailure) -> Row? {
    try settle()
    let start = reader.position
    guard reader.read("[") else { return nil }
    let outer = textFace
    textFace = nil
    defer { textFace = outer }
    var row = try row(until: "]")
    while !reader.read("]") {
      if reader.isAtEnd || reader.next == "$" || mayEndOuter(beside: \.inlines) {
        try report("unclosed '['", at: start)
        return Row([.problem("[")] + row.nodes)
      }
      row.nodes.append(try passOver())
      row.nodes += try self.row(until: "]").nodes
    }
    return row
  }

  private mutating func smash(at start: Int) throws(ParseFailure) -> Node {
    let part = optionalRange().map { reader.text($0) }
    let phantom: Phantom = part == "t" ? .smashedAbove : part == "b" ? .smashedBelow : .smashed
    return .phantom(try argument(of: start), phantom)
  }

  private mutating func choice(at start: Int) throws(ParseFailure) -> Node {
    let display = try argument(of: start)
    let text = try argument(of: start)
    let script = try argument(of: start)
    return .choice(
      StyleChoice(
        display: display, text: text, script: script, scriptScript: try argument(of: start)))
  }

  /// Reads `\rule[raise]{width}{height}`.
  private mutating func rule(at start: Int) throws(ParseFailure) -> Node {
    var raise = 0.0
    reader.skipSpaces()
    if reader.read("[") {
      raise = try length(of: start)
      if !reader.read("]") { try report("unclosed '['", at: start) }
    }
    let width = try length(of: start)
    return .rule(width: width, height: try length(of: start), raise: raise)
  }

  /// Reads `\raisebox{height}{text}`.
  private mutating func raised(at start: Int) throws(ParseFailure) -> Node {
    let height = try length(of: start)
    return .raised(Row(try textArgument(of: start)), by: height)
  }

  /// An arrow with what stands above and, in brackets, below it.
  mutating func arrow(_ sign: Unicode.Scalar, at start: Int) throws(ParseFailure) -> Node {
    let under = try optionalRow()
    return .arrow(sign, over: try argument(of: start), under: under)
  }

  /// `\tag{1}` or `\tag*{mark}`: kept for the line.
  private mutating func tag(at start: Int) throws(ParseFailure) -> Node? {
    let isStarred = reader.read("*")
    let outer = textFace
    textFace = .plain
    defer { textFace = outer }
    let inside = try textArgument(of: start)
    if tag != nil { try report("a second \\tag on one line", at: start) }
    if isStarred {
      tag = Row(inside)
    } else if inside.count == 1, case .text(let text, let face) = inside[0] {
      tag = Row([.text("(\(text))", face)])
    } else {
      tag = Row([.text("(", .plain)] + inside + [.text(")", .plain)])
    }
    return nil
  }

  /// Content of which only the second argument counts: links and attributes of web pages.
  private mutating func content(at start: Int) throws(ParseFailure) -> Node {
    _ = try rawArgument(of: start)
    return single(try argument(of: start).nodes)
  }
}
