/// TeX's old commands that stand between their operands.
enum InfixOperator {
  case over
  case atop
  case choose

  func nodes(_ top: Row, over bottom: Row) -> [Node] {
    switch self {
    case .over: [.fraction(Fraction(numerator: top, denominator: bottom))]
    case .atop: [.fraction(Fraction(numerator: top, denominator: bottom, hasRule: false))]
    case .choose:
      [
        .fence(
          Fence(
            left: "(",
            parts: [Row([.fraction(Fraction(numerator: top, denominator: bottom, hasRule: false))])],
            right: ")"))
      ]
    }
  }
}

extension FormulaParser {
  /// Reads `\over`, `\atop` or `\choose` if it comes next.
  mutating func infixOperator() -> InfixOperator? {
    guard reader.next == "\\" else { return nil }
    if readCommand("over") { return .over }
    if readCommand("atop") { return .atop }
    return readCommand("choose") ? .choose : nil
  }
}
