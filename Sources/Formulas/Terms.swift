extension Label {
  /// Whether a formula of the label holds a term, written like the symbol of a role, or a part that it marks by
  /// `\role{term}{…}`.
  package func holds(term: String, in language: FormulaLanguage = .standard) -> Bool {
    let pattern = RolePattern(term, in: language)
    return formulas.contains { $0.row.holds(term, pattern) }
  }

  /// The letters and words of the label's formulas, each once, in reading order: what may be called a term.
  package var terms: [String] {
    var terms: [String] = []
    for formula in formulas { formula.row.collectTerms(into: &terms) }
    return terms
  }

  private var formulas: [Formula] {
    lines.joined().compactMap { segment in
      if case .formula(let formula) = segment { formula } else { nil }
    }
  }
}

extension Row {
  fileprivate func holds(_ term: String, _ pattern: RolePattern?) -> Bool {
    nodes.indices.contains { pattern?.matches(nodes, at: $0) ?? false }
      || nodes.contains { node in
        if case .colored(_, .role(term)) = node { return true }
        return node.rows.contains { $0.holds(term, pattern) }
      }
  }

  fileprivate func collectTerms(into terms: inout [String]) {
    func add(_ term: String) {
      if !terms.contains(term) { terms.append(term) }
    }
    for node in nodes {
      switch node {
      case .symbol(let symbol) where symbol.plain.properties.isAlphabetic: add(String(symbol.plain))
      case .word(_, let plain): add(plain)
      case .operatorName(let name, _): add(name)
      case .colored(_, .role(let name)): add(name)
      default: break
      }
      for row in node.rows { row.collectTerms(into: &terms) }
    }
  }
}

extension Node {
  /// The rows within a node, in reading order.
  fileprivate var rows: [Row] {
    switch self {
    case .symbol, .largeOperator, .operatorName, .word, .text, .space, .delimiter, .style, .size, .rule,
      .problem:
      []
    case .group(let row), .classed(let row, _), .colored(let row, _), .phantom(let row, _),
      .enclosed(let row, _), .negated(let row), .lapped(let row, _), .raised(let row, _), .centered(let row):
      [row]
    case .scripts(let scripts):
      [scripts.nucleus.map { Row([$0]) }, scripts.superscript, scripts.subscripted].compactMap(\.self)
    case .fraction(let fraction): [fraction.numerator, fraction.denominator]
    case .radical(let radicand, let degree): [degree, radicand].compactMap(\.self)
    case .fence(let fence): fence.parts
    case .accent(let accent): [accent.base]
    case .stack(let base, let over, let under, _): [over, base, under].compactMap(\.self)
    case .arrow(_, let over, let under): [over, under].compactMap(\.self)
    case .verticalArrow(_, let left, let right): [left, right]
    case .grid(let grid): Array(grid.rows.joined())
    case .choice(let choice): [choice.display]
    }
  }
}
