extension FormulaParser {
  /// The node for a character that was typed directly.
  func character(_ scalar: Unicode.Scalar) -> Node {
    switch scalar {
    case "+": .symbol(Symbol("+", .binary))
    case "-": .symbol(Symbol("−", .binary))
    case "*": .symbol(Symbol("∗", .binary))
    case "=", "<", ">", ":": .symbol(Symbol(scalar, .relation))
    case "(", "[": .symbol(Symbol(scalar, .opening))
    case ")", "]", "!", "?": .symbol(Symbol(scalar, .closing))
    case ",", ";": .symbol(Symbol(scalar, .punctuation))
    // The micro sign is in keyboards' and editors' way where a mu was meant.
    case "\u{B5}": .symbol(Symbol("μ", in: alphabet))
    default: scalar.isASCII ? .symbol(Symbol(scalar, in: alphabet)) : unicodeCharacter(scalar)
    }
  }

  private func unicodeCharacter(_ scalar: Unicode.Scalar) -> Node {
    switch commandsByCharacter[scalar] {
    case .symbol(let plain, let atomClass)?: .symbol(Symbol(plain, atomClass, in: alphabet))
    case .largeOperator(let sign, let takesLimits)?: .largeOperator(sign, takesLimits: takesLimits)
    default: .symbol(Symbol(scalar, in: alphabet))
    }
  }
}

/// The raised or lowered characters of Unicode, so that `x²` reads like `x^2`.
func raisedCharacter(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
  switch scalar.value {
  case 0xB9: "1"
  case 0xB2: "2"
  case 0xB3: "3"
  case 0x2070, 0x2074...0x2079: Unicode.Scalar(scalar.value - 0x2070 + 48)
  case 0x207A: "+"
  case 0x207B: "-"
  case 0x207F: "n"
  case 0x1D40: "⊤"
  default: nil
  }
}

/// The lowered characters of Unicode, so that `x₁` reads like `x_1`.
func loweredCharacter(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
  switch scalar.value {
  case 0x2080...0x2089: Unicode.Scalar(scalar.value - 0x2080 + 48)
  case 0x208A: "+"
  case 0x208B: "-"
  case 0x1D62: "i"
  case 0x2C7C: "j"
  case 0x2099: "n"
  default: nil
  }
}
