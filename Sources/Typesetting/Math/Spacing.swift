import Formulas

/// The space between two neighboring atoms, in mu (The TeXbook, chapter 18, page 170).
func spacing(_ left: AtomClass, _ right: AtomClass, inScript: Bool) -> Double {
  let gap = spacingTable[left.rawValue * AtomClass.allCases.count + right.rawValue]
  return inScript && !gap.isAlsoInScript ? 0 : gap.width
}

/// An entry of the table: thin is 3 mu, medium 4, thick 5; only the first two stay in scripts.
private enum Gap {
  case none
  case thin
  case thinInText
  case mediumInText
  case thickInText

  var width: Double {
    switch self {
    case .none: 0
    case .thin, .thinInText: 3
    case .mediumInText: 4
    case .thickInText: 5
    }
  }

  var isAlsoInScript: Bool { self == .none || self == .thin }
}

/// Rows are the left atom, columns the right one, both in the order of `AtomClass`.
///
/// Pairs that a binary operator cannot form (it has turned into an ordinary atom) are `none`.
private let spacingTable: [Gap] = [
  .none, .thin, .mediumInText, .thickInText, .none, .none, .none, .thinInText,
  .thin, .thin, .none, .thickInText, .none, .none, .none, .thinInText,
  .mediumInText, .mediumInText, .none, .none, .mediumInText, .none, .none, .mediumInText,
  .thickInText, .thickInText, .none, .none, .thickInText, .none, .none, .thickInText,
  .none, .none, .none, .none, .none, .none, .none, .none,
  .none, .thin, .mediumInText, .thickInText, .none, .none, .none, .thinInText,
  .thinInText, .thinInText, .none, .thinInText, .thinInText, .thinInText, .thinInText, .thinInText,
  .thinInText, .thin, .mediumInText, .thickInText, .thinInText, .none, .thinInText, .thinInText,
]

extension AtomClass {
  /// Whether a sign after this atom lacks its left operand (Appendix G, rule 5).
  var leavesNoOperand: Bool {
    switch self {
    case .binary, .largeOperator, .relation, .opening, .punctuation: true
    case .ordinary, .closing, .inner: false
    }
  }

  /// Whether a sign before this atom lacks its right operand (Appendix G, rule 6).
  var offersNoOperand: Bool {
    switch self {
    case .relation, .closing, .punctuation: true
    case .ordinary, .largeOperator, .binary, .opening, .inner: false
    }
  }
}
