/// The symbols that a role colors, such as `w`, `\eta`, `eta`, `∇L` or `\mathcal{L}`.
package struct RolePattern: Hashable, Sendable {
  /// Symbols, words and operators that must follow one another; never empty.
  private let parts: [Node]

  /// Reads the name of a role as a formula; `nil` if it is not a sequence of plain symbols.
  package init?(_ source: String) {
    var text = source
    if commandsWithoutBackslash.contains(source) { text = "\\" + source }
    if text.hasPrefix("$"), text.hasSuffix("$") { text = String(text.dropFirst().dropLast()) }
    var parser = FormulaParser(reader: ScalarReader(text))
    guard let row = try? parser.row(), parser.reader.isAtEnd else { return nil }
    let nodes = row.nodes.filter {
      if case .space = $0 { return false }
      return true
    }
    guard !nodes.isEmpty, nodes.allSatisfy(RolePattern.isPlain) else { return nil }
    parts = nodes
  }

  /// How many nodes the pattern covers.
  package var count: Int { parts.count }

  /// Whether the pattern begins at `index`: the last node may carry scripts, which are not part of it.
  package func matches(_ nodes: [Node], at index: Int) -> Bool {
    guard index + parts.count <= nodes.count else { return false }
    for offset in parts.indices {
      var node = nodes[index + offset]
      if offset == parts.count - 1, case .scripts(let scripts) = node, let nucleus = scripts.nucleus {
        node = nucleus
      }
      guard RolePattern.isSame(parts[offset], node) else { return false }
    }
    return true
  }

  private static func isPlain(_ node: Node) -> Bool {
    switch node {
    case .symbol, .operatorName, .word, .largeOperator: true
    default: false
    }
  }

  /// A plain letter also stands for itself in bold: `w` and the vector **w** are one idea.
  private static func isSame(_ part: Node, _ node: Node) -> Bool {
    guard case .symbol(let wanted) = part, case .symbol(let found) = node else { return part == node }
    guard wanted.plain == found.plain else { return false }
    if wanted.alphabet == found.alphabet { return true }
    switch found.alphabet {
    case .automatic, .italic, .bold, .boldItalic: return wanted.alphabet == .automatic
    default: return false
    }
  }
}

/// Names of Greek letters, which may stand for the letter.
private let commandsWithoutBackslash = Set(greekCommands.map(\.name))
