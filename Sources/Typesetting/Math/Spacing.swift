import Formulas

/// The space between two neighboring atoms, in mu (The TeXbook, chapter 18, page 170).
func spacing(_ left: AtomClass, _ right: AtomClass, inScript: Bool) -> Double {
  let (width, alsoInScript) = spacingTable[left.rawValue][right.rawValue].space
  return inScript && !alsoInScript ? 0 : width
}

/// An entry of the table: thin is 3 mu, medium 4, thick 5; the bracketed ones vanish in scripts.
private enum Gap {
  case none
  case thin
  case thinInText
  case mediumInText
  case thickInText

  var space: (width: Double, alsoInScript: Bool) {
    switch self {
    case .none: (0, true)
    case .thin: (3, true)
    case .thinInText: (3, false)
    case .mediumInText: (4, false)
    case .thickInText: (5, false)
    }
  }
}

/// Rows are the left atom, columns the right one, both in the order of `AtomClass`.
///
/// Pairs that a binary operator cannot form (it has turned into an ordinary atom) are `none`.
private let spacingTable: [[Gap]] = [
  [.none, .thin, .mediumInText, .thickInText, .none, .none, .none, .thinInText],
  [.thin, .thin, .none, .thickInText, .none, .none, .none, .thinInText],
  [.mediumInText, .mediumInText, .none, .none, .mediumInText, .none, .none, .mediumInText],
  [.thickInText, .thickInText, .none, .none, .thickInText, .none, .none, .thickInText],
  [.none, .none, .none, .none, .none, .none, .none, .none],
  [.none, .thin, .mediumInText, .thickInText, .none, .none, .none, .thinInText],
  [.thinInText, .thinInText, .none, .thinInText, .thinInText, .thinInText, .thinInText, .thinInText],
  [.thinInText, .thin, .mediumInText, .thickInText, .thinInText, .none, .thinInText, .thinInText],
]

/// Turns binary operators without two operands into ordinary atoms (Appendix G, rules 5 and 6).
func resolvingBinaries(_ classes: [AtomClass]) -> [AtomClass] {
  var result = classes
  for index in result.indices where result[index] == .binary {
    guard index > 0 else {
      result[index] = .ordinary
      continue
    }
    switch result[index - 1] {
    case .binary, .largeOperator, .relation, .opening, .punctuation: result[index] = .ordinary
    case .ordinary, .closing, .inner: break
    }
  }
  for index in result.indices.dropLast() where result[index] == .binary {
    switch result[index + 1] {
    case .relation, .closing, .punctuation: result[index] = .ordinary
    case .ordinary, .largeOperator, .binary, .opening, .inner: break
    }
  }
  if result.last == .binary { result[result.count - 1] = .ordinary }
  return result
}
