/// The terms that a role colors, such as `w`, `\eta`, `eta`, `\hat y`, `w_1`, `∇L` or `softmax`.
package struct RolePattern: Hashable, Sendable {
  /// Terms that must follow one another; never empty.
  private let parts: [Node]
  /// The letter or sign that the first term is or carries scripts on; `nil` for a word or an accented letter.
  private let initial: Unicode.Scalar?

  /// Reads the name of a role as a formula; `nil` if no formula can hold it.
  package init?(_ source: String, in language: FormulaLanguage = .standard) {
    guard let row = RolePattern.row(source, language) else { return nil }
    let nodes = RolePattern.terms(row.nodes)
    guard !nodes.isEmpty, nodes.allSatisfy(RolePattern.isTerm) else { return nil }
    parts = nodes
    initial = RolePattern.initial(of: nodes[0])
  }

  /// The letter or sign that a node is or carries scripts on; `nil` for all other nodes.
  package static func initial(of node: Node) -> Unicode.Scalar? {
    switch node {
    case .symbol(let symbol): symbol.plain
    case .scripts(let scripts): scripts.nucleus.flatMap(initial)
    default: nil
    }
  }

  /// Whether the pattern can match where a node of this initial stands.
  ///
  /// To be asked first: a third of the instructions for eight roles.
  package func mayBegin(with initial: Unicode.Scalar?) -> Bool { initial == self.initial }

  /// How many nodes the pattern covers.
  package var count: Int { parts.count }

  /// How much the pattern says: where two match, the one that says more is meant.
  package var specificity: Int { parts.reduce(0) { $0 + RolePattern.weight($1) } }

  /// Whether the scripts of the last node belong to the pattern, as for `w_1`.
  package var coversScripts: Bool {
    if case .scripts? = parts.last { return true }
    return false
  }

  /// Whether the pattern begins at `index`; scripts of the last node that it does not name are not part of it.
  package func matches(_ nodes: [Node], at index: Int) -> Bool {
    guard index >= 0, index + parts.count <= nodes.count else { return false }
    for offset in parts.indices {
      var node = nodes[index + offset]
      if offset == parts.count - 1, !coversScripts, case .scripts(let scripts) = node,
        let nucleus = scripts.nucleus
      {
        node = nucleus
      }
      guard RolePattern.isSame(parts[offset], node) else { return false }
    }
    return true
  }

  /// The formula that a role's name stands for.
  private static func row(_ source: String, _ language: FormulaLanguage) -> Row? {
    var text = source
    if text.hasPrefix("$"), text.hasSuffix("$"), text.utf8.count > 1 {
      text = String(text.dropFirst().dropLast())
    }
    let isWord = text.utf8.count > 1 && text.unicodeScalars.allSatisfy(\.isASCIILetter)
    if isWord, let row = word(text) { return row }
    var language = language
    language.isLenient = false
    var parser = FormulaParser(text, in: language)
    guard let row = try? parser.row(), parser.reader.isAtEnd else { return nil }
    return row
  }

  /// `eta` names the letter η, `softmax` the operator or the word, however it is written.
  private static func word(_ text: String) -> Row? {
    switch commands.command(named: text) {
    case .symbol(let letter, .ordinary)? where greekCommands.names.contains(text):
      return Row([.symbol(Symbol(letter))])
    case .function?: return Row([.word(text, plain: text)])
    // Two letters are two symbols, more of them a word, as in \mathrm{train}.
    default: return text.utf8.count > 2 ? Row([.word(text, plain: text)]) : nil
    }
  }

  /// Without spaces, and without groups around single terms.
  private static func terms(_ nodes: [Node]) -> [Node] {
    nodes.filter {
      if case .space = $0 { return false }
      return true
    }
  }

  /// Whether a node is something that a formula repeats as it is.
  private static func isTerm(_ node: Node) -> Bool {
    switch node {
    case .symbol, .operatorName, .word, .largeOperator: true
    case .accent(let accent): accent.base.nodes.allSatisfy(isTerm)
    case .scripts(let scripts):
      (scripts.nucleus.map(isTerm) ?? false)
        && (scripts.superscript?.nodes ?? []).allSatisfy(isTerm)
        && (scripts.subscripted?.nodes ?? []).allSatisfy(isTerm)
    default: false
    }
  }

  private static func weight(_ node: Node) -> Int {
    switch node {
    case .accent(let accent): 2 + weight(accent.base)
    case .scripts(let scripts):
      1 + (scripts.nucleus.map(weight) ?? 0) + weight(scripts.superscript ?? Row())
        + weight(scripts.subscripted ?? Row())
    case .symbol(let symbol): symbol.alphabet == .automatic ? 2 : 3
    default: 2
    }
  }

  private static func weight(_ row: Row) -> Int { row.nodes.reduce(0) { $0 + weight($1) } }

  /// A plain letter also stands for itself in bold: `w` and the vector **w** are one idea.
  private static func isSame(_ part: Node, _ node: Node) -> Bool {
    switch (part, node) {
    case (.symbol(let wanted), .symbol(let found)):
      guard wanted.plain == found.plain else { return false }
      if wanted.alphabet == found.alphabet { return true }
      switch found.alphabet {
      case .automatic, .italic, .bold, .boldItalic: return wanted.alphabet == .automatic
      default: return false
      }
    case (.word(_, let wanted), .operatorName(let found, _)): return wanted == found
    case (.word(_, let wanted), .word(_, let found)): return wanted == found
    case (.operatorName(let wanted, _), .operatorName(let found, _)): return wanted == found
    case (.operatorName(let wanted, _), .word(_, let found)): return wanted == found
    case (.accent(let wanted), .accent(let found)):
      return wanted.mark.meaning == found.mark.meaning && isSame(wanted.base, found.base)
    case (.scripts(let wanted), .scripts(let found)):
      guard let nucleus = wanted.nucleus, let foundNucleus = found.nucleus else { return false }
      return isSame(nucleus, foundNucleus) && isSame(wanted.superscript, found.superscript)
        && isSame(wanted.subscripted, found.subscripted)
    default: return part == node
    }
  }

  private static func isSame(_ part: Row?, _ row: Row?) -> Bool {
    guard let part, let row else { return part == nil && row == nil }
    let (wanted, found) = (terms(part.nodes), terms(row.nodes))
    return wanted.count == found.count && zip(wanted, found).allSatisfy { isSame($0, $1) }
  }
}

extension Accent.Mark {
  /// `\hat` and `\widehat` mean the same.
  fileprivate var meaning: Accent.Mark {
    if case .wide(let sign, .over) = self { return .glyph(sign) }
    return self
  }
}
