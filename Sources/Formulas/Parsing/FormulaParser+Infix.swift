/// TeX's old commands that stand between their operands.
enum InfixOperator: String, Sendable {
  case over
  case atop
  case choose
  case brace
  case brack
  case above
}

/// An infix operator as it was read.
struct Infix {
  fileprivate var kind: InfixOperator
  /// The rule of `\above`, in mu.
  fileprivate var thickness: Double?

  /// The command's name.
  var name: String { kind.rawValue }

  func node(_ top: Row, over bottom: Row) -> Node {
    let fraction = Fraction(
      numerator: top, denominator: bottom, hasRule: kind == .over || (thickness ?? 0) > 0,
      ruleThickness: thickness)
    let row = Row([.fraction(fraction)])
    return switch kind {
    case .over, .atop, .above: .fraction(fraction)
    case .choose: .fence(Fence(left: "(", parts: [row], right: ")"))
    case .brace: .fence(Fence(left: "{", parts: [row], right: "}"))
    case .brack: .fence(Fence(left: "[", parts: [row], right: "]"))
    }
  }
}

extension FormulaParser {
  /// Reads `\over`, `\atop`, `\choose` and the like if one comes next.
  mutating func infixOperator() throws(ParseFailure) -> Infix? {
    guard reader.next == "\\" else { return nil }
    let lookup = upcomingCommand()
    guard case .structural(.infix(let kind))? = lookup.command else { return nil }
    reader.position = lookup.end
    let thickness = kind == .above ? try length(of: lookup.start) : nil
    return Infix(kind: kind, thickness: thickness)
  }
}
