extension FormulaParser {
  /// Reads a character that was typed directly.
  mutating func character() throws(ParseFailure) -> Node {
    guard let scalar = reader.next else { return .group(Row()) }
    let start = reader.position
    reader.position += 1
    if scalar == ":", reader.read("=") { return .symbol(Symbol("≔", .relation)) }
    var node: Node
    if scalar.isASCII {
      node = self.node(for: scalar)
    } else if let construct = try constructCharacter(scalar, at: start) {
      return construct
    } else if commandsByCharacter[scalar] == nil, isOfOtherScript(scalar) {
      return foreignWord(from: start)
    } else {
      node = self.node(for: scalar)
    }
    while let mark = reader.next, !mark.isASCII, let accent = combiningMarks[mark] {
      reader.position += 1
      node = mark == "\u{338}" ? negated(Row([node])) : .accent(Accent(accent, over: Row([node])))
    }
    return node
  }

  /// The node for a character that stands for itself.
  func node(for scalar: Unicode.Scalar) -> Node {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9": symbol(scalar)
    case "+": symbol("+", .binary)
    case "-": symbol("−", .binary)
    case "*": symbol("∗", .binary)
    case "=", "<", ">", ":": symbol(scalar, .relation)
    case "(", "[": symbol(scalar, .opening)
    case ")", "]", "!", "?": symbol(scalar, .closing)
    case ",", ";": symbol(scalar, .punctuation)
    default: scalar.isASCII ? symbol(scalar) : unicodeNode(scalar)
    }
  }

  /// A character in the alphabet that holds here.
  func symbol(_ scalar: Unicode.Scalar, _ atomClass: AtomClass = .ordinary) -> Node {
    guard isBold else { return .symbol(Symbol(scalar, atomClass, in: alphabet)) }
    var symbol = Symbol(scalar, atomClass, in: alphabet.bold(for: scalar))
    symbol.isEmboldened = symbol.shown == scalar
    return .symbol(symbol)
  }

  private func unicodeNode(_ scalar: Unicode.Scalar) -> Node {
    // The micro sign is in keyboards' and editors' way where a mu was meant.
    if scalar == "\u{B5}" { return symbol("μ") }
    switch commandsByCharacter[scalar] {
    case .symbol(let plain, let atomClass)?: return symbol(plain, atomClass)
    case .largeOperator(let sign, let takesLimits)?:
      return .largeOperator(sign, takesLimits: takesLimits, isBold: isBold)
    default: break
    }
    if let letter = MathematicalLetter(scalar) {
      let alphabet = isBold ? letter.alphabet.bold(for: letter.plain) : letter.alphabet
      return .symbol(Symbol(letter.plain, in: alphabet))
    }
    if let (base, mark) = accentedLetter(scalar) {
      return .accent(Accent(.glyph(mark), over: Row([node(for: base)])))
    }
    return symbol(scalar)
  }

  /// Characters that stand for a construct: √, ½ and the like; `nil` for others.
  private mutating func constructCharacter(
    _ scalar: Unicode.Scalar, at start: Int
  ) throws(ParseFailure) -> Node? {
    switch scalar {
    case "√", "∛", "∜":
      let degree: Row? = scalar == "√" ? nil : Row([symbol(scalar == "∛" ? "3" : "4")])
      try settle()
      // √(x + 1) is the root of the sum, as it is spoken.
      if reader.next == "(", let end = matchingParenthesis(of: reader.position) {
        let place = reader.position
        reader.replace(end..<end + 1, with: ["}"], origins: [reader.origin(of: end)])
        reader.replace(place..<place + 1, with: ["{"], origins: [reader.origin(of: place)])
      } else if try lacksAtom() {
        return symbol("√")
      }
      return .radical(radicand: try argument(of: start), degree: degree)
    case "½", "¼", "¾", "⅐", "⅑", "⅒", "⅓", "⅔", "⅕", "⅖", "⅗", "⅘", "⅙", "⅚", "⅛", "⅜", "⅝", "⅞":
      return fraction(of: scalar)
    default: return nil
    }
  }

  private func matchingParenthesis(of start: Int) -> Int? {
    var depth = 0
    // Longer radicands are written with braces.
    for index in start..<min(start + 500, reader.scalars.count) {
      switch reader.scalars[index] {
      case "(": depth += 1
      case ")":
        depth -= 1
        if depth == 0 { return index }
      case "{", "}", "$", "&": return nil
      default: break
      }
    }
    return nil
  }

  private func fraction(of scalar: Unicode.Scalar) -> Node? {
    guard let value = scalar.properties.numericValue else { return nil }
    for denominator in 2...10 {
      let numerator = value * Double(denominator)
      guard abs(numerator - numerator.rounded()) < 1e-6 else { continue }
      return .fraction(
        Fraction(numerator: digits(Int(numerator.rounded())), denominator: digits(denominator)))
    }
    return nil
  }

  private func digits(_ number: Int) -> Row {
    Row(String(number).unicodeScalars.map { symbol($0) })
  }

  /// Letters of scripts that formulas have no use for, as one word in the face of the label.
  private mutating func foreignWord(from start: Int) -> Node {
    while let scalar = reader.next, !scalar.isASCII, isOfOtherScript(scalar) || isMark(scalar) {
      reader.position += 1
    }
    return .text(reader.text(start..<reader.position), textFace ?? .plain)
  }

  private func isOfOtherScript(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // Latin with its accents, Greek, letterlike symbols and mathematical letters belong to formulas.
    case ..<0x250, 0x370...0x3FF, 0x1E00...0x1EFF, 0x2100...0x214F, 0x1D400...0x1D7FF: false
    default: scalar.properties.isAlphabetic
    }
  }

  private func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark: true
    default: scalar == "\u{200C}" || scalar == "\u{200D}"
    }
  }
}

/// Combining characters that are accents in formulas.
private let combiningMarks: [Unicode.Scalar: Accent.Mark] = [
  "\u{300}": .glyph("\u{300}"), "\u{301}": .glyph("\u{301}"), "\u{302}": .glyph("\u{302}"),
  "\u{303}": .glyph("\u{303}"), "\u{304}": .glyph("\u{304}"), "\u{305}": .line(.over),
  "\u{306}": .glyph("\u{306}"), "\u{307}": .glyph("\u{307}"), "\u{308}": .glyph("\u{308}"),
  "\u{30A}": .glyph("\u{30A}"), "\u{30C}": .glyph("\u{30C}"), "\u{332}": .line(.under),
  "\u{338}": .glyph("\u{338}"), "\u{20D7}": .glyph("\u{20D7}"), "\u{20DB}": .glyph("\u{20DB}"),
]

/// The letter and the accent of a character such as ŷ, which has both in one.
private func accentedLetter(
  _ scalar: Unicode.Scalar
) -> (base: Unicode.Scalar, mark: Unicode.Scalar)? {
  guard 0xC0...0x233 ~= scalar.value || 0x1E00...0x1EFF ~= scalar.value else { return nil }
  // Its name tells both: LATIN SMALL LETTER Y WITH CIRCUMFLEX.
  guard let words = scalar.properties.name?.split(separator: " "), words.count >= 6,
    words[0] == "LATIN", words[2] == "LETTER", words[4] == "WITH", words[3].unicodeScalars.count == 1,
    let letter = words[3].unicodeScalars.first,
    let mark = marksByName[words[5...].joined(separator: " ")]
  else { return nil }
  let base = words[1] == "SMALL" ? Unicode.Scalar(letter.value + 32) : letter
  return base.map { ($0, mark) }
}

private let marksByName: [String: Unicode.Scalar] = [
  "GRAVE": "\u{300}", "ACUTE": "\u{301}", "CIRCUMFLEX": "\u{302}", "TILDE": "\u{303}",
  "MACRON": "\u{304}", "BREVE": "\u{306}", "DOT ABOVE": "\u{307}", "DIAERESIS": "\u{308}",
  "RING ABOVE": "\u{30A}", "CARON": "\u{30C}",
]
