import Formulas

extension Node {
  /// The class by which a node keeps its distance; `nil` for what is no atom.
  var atomClass: AtomClass? {
    switch self {
    case .symbol(let symbol): symbol.atomClass
    case .largeOperator, .operatorName: .largeOperator
    case .classed(_, let atomClass), .delimiter(_, _, let atomClass), .stack(_, _, _, let atomClass):
      atomClass
    case .scripts(let scripts): scripts.nucleus?.atomClass ?? .ordinary
    case .fraction, .fence: .inner
    case .accent(let accent):
      switch accent.mark {
      case .brace: .largeOperator
      case .glyph, .wide, .line, .stretched: .ordinary
      }
    case .colored(let row, _), .phantom(let row, _), .negated(let row):
      row.nodes.count == 1 ? row.nodes[0].atomClass : .ordinary
    case .arrow, .verticalArrow: .relation
    case .word, .text, .group, .radical, .grid, .choice, .enclosed, .lapped, .raised, .centered, .rule,
      .problem:
      .ordinary
    case .space, .style, .size: nil
    }
  }
}
