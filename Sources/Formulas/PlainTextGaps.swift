extension Node {
  /// Whether a sign after it stands between two operands.
  var isOperand: Bool {
    switch self {
    case .symbol(let symbol): symbol.atomClass == .ordinary || symbol.atomClass == .closing
    case .scripts(let scripts): scripts.nucleus?.isOperand ?? false
    case .colored(let row, _): row.nodes.last?.isOperand ?? false
    case .delimiter(_, _, let atomClass), .classed(_, let atomClass):
      atomClass == .ordinary || atomClass == .closing
    case .group, .word, .fraction, .radical, .fence, .accent, .grid, .enclosed, .text: true
    default: false
    }
  }

  /// Whether what follows would run into it.
  var standsApart: Bool {
    switch self {
    case .operatorName, .fraction: true
    case .largeOperator: false
    case .scripts(let scripts):
      switch scripts.nucleus {
      case .operatorName, .largeOperator: true
      default: false
      }
    default: false
    }
  }

  /// Whether it keeps its distance from what is before it, or needs none.
  var hasOwnGap: Bool {
    switch self {
    case .symbol(let symbol): symbol.atomClass != .ordinary && symbol.atomClass != .inner
    case .fence, .space: true
    case .delimiter: true
    default: false
    }
  }
}

extension Row {
  /// Whether it can stand above a slash without parentheses.
  var isProduct: Bool {
    !nodes.isEmpty
      && nodes.allSatisfy { node in
        switch node {
        case .symbol(let symbol): symbol.atomClass == .ordinary
        case .scripts(let scripts): Row(scripts.nucleus.map { [$0] } ?? []).isProduct
        case .colored(let row, _), .group(let row): row.isProduct
        case .word, .radical, .fence, .accent, .text: true
        case .space: true
        default: false
        }
      }
  }

  /// Whether it can stand below a slash without parentheses: one term, a number, or a differential.
  var isTerm: Bool {
    if case .group(let row)? = nodes.first, nodes.count == 1 { return row.isTerm }
    guard isProduct else { return false }
    let isNumber = nodes.allSatisfy { node in
      guard case .symbol(let symbol) = node else { return false }
      return symbol.plain.isASCIIDigit || symbol.plain == "."
    }
    if nodes.count == 1 || isNumber { return true }
    guard nodes.count == 2, case .symbol(let first) = nodes[0] else { return false }
    return first.plain == "∂" || first.plain == "d"
  }
}
