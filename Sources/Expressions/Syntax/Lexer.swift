internal import Diagnostics

/// Cuts a text into tokens.
struct Lexer {
  private let source: LocatedText
  private let scalars: [Unicode.Scalar]
  private var position = 0
  /// The UTF-8 offset of `position`.
  private var offset = 0

  /// Texts longer than this are refused before any work is done on them.
  static let lengthLimit = 1_000_000

  init(_ source: LocatedText) throws(Diagnostic) {
    guard source.text.utf8.count <= Self.lengthLimit else {
      throw Diagnostic(
        "the expression is too long: more than \(Self.lengthLimit) bytes", at: source.start)
    }
    self.source = source
    scalars = Array(source.text.unicodeScalars)
  }

  /// All tokens, an end token last.
  mutating func tokens() throws(Diagnostic) -> [Token] {
    var tokens: [Token] = []
    while true {
      while let scalar = current, scalar.isSpace { advance() }
      let start = offset
      guard let scalar = current else {
        tokens.append(Token(kind: .end, range: start..<start))
        return tokens
      }
      let kind = scalar == "'" && isPrime(after: tokens.last) ? prime() : try token(from: scalar)
      tokens.append(Token(kind: kind, range: start..<offset))
    }
  }

  /// Whether an apostrophe follows a function at once, as in `f'(x)`, and so opens no text.
  private func isPrime(after token: Token?) -> Bool {
    guard let token, token.range.upperBound == offset else { return false }
    switch token.kind {
    case .name, .symbol(")"), .symbol("′"): return true
    default: return false
    }
  }

  private mutating func prime() -> Token.Kind {
    advance()
    return .symbol("′")
  }

  private var current: Unicode.Scalar? { peek(0) }

  private func peek(_ ahead: Int) -> Unicode.Scalar? {
    position + ahead < scalars.count ? scalars[position + ahead] : nil
  }

  private mutating func advance() {
    offset += UTF8.width(scalars[position])
    position += 1
  }

  private mutating func token(from scalar: Unicode.Scalar) throws(Diagnostic) -> Token.Kind {
    if scalar.isDigit || (scalar == "." && peek(1)?.isDigit == true) { return try number() }
    if scalar.startsName { return name() }
    if scalar == "\"" || scalar == "'" { return try text(until: scalar) }
    if scalar.superscriptDigit != nil || scalar == "⁻" { return try superscript() }
    if let second = peek(1), let symbol = symbol(scalar, second) {
      advance()
      advance()
      return .symbol(symbol)
    }
    if let symbol = symbol(scalar) {
      advance()
      return .symbol(symbol)
    }
    throw Diagnostic(
      "unexpected character '\(scalar)'", at: source.location(at: offset),
      help: advice(on: scalar))
  }

  private mutating func number() throws(Diagnostic) -> Token.Kind {
    let start = offset
    var digits = ""
    takeDigits(into: &digits)
    // Two dots are a range: `0..10`.
    if current == ".", peek(1) != "." {
      digits += "."
      advance()
      if digits == "." { digits = "0." }
      takeDigits(into: &digits)
      if digits.last == "." { digits += "0" }
    }
    if current == "e" || current == "E" {
      let isSigned = peek(1) == "+" || peek(1) == "-"
      if peek(isSigned ? 2 : 1)?.isDigit == true {
        digits += "e"
        advance()
        if isSigned, let sign = current {
          digits.unicodeScalars.append(sign)
          advance()
        }
        takeDigits(into: &digits)
      }
    }
    guard let value = Double(digits) else {
      throw Diagnostic("'\(digits)' is not a number", at: source.location(at: start))
    }
    return .number(value)
  }

  private mutating func takeDigits(into digits: inout String) {
    while let scalar = current, scalar.isDigit || scalar == "_" {
      if scalar != "_" { digits.unicodeScalars.append(scalar) }
      advance()
    }
  }

  private mutating func name() -> Token.Kind {
    var name = ""
    while let scalar = current, scalar.continuesName {
      name.unicodeScalars.append(scalar)
      advance()
    }
    return isKeyword(name) ? .symbol(name) : .name(name)
  }

  private mutating func text(until quote: Unicode.Scalar) throws(Diagnostic) -> Token.Kind {
    let start = offset
    var text = ""
    advance()
    while let scalar = current, scalar != quote {
      text.unicodeScalars.append(scalar)
      advance()
    }
    guard current == quote else {
      throw Diagnostic("the text has no closing \(quote)", at: source.location(at: start))
    }
    advance()
    return .text(text)
  }

  private mutating func superscript() throws(Diagnostic) -> Token.Kind {
    let start = offset
    let isNegative = current == "⁻"
    if isNegative { advance() }
    var value = 0.0
    var count = 0
    while let digit = current?.superscriptDigit {
      value = value * 10 + Double(digit)
      count += 1
      advance()
    }
    guard count > 0 else {
      throw Diagnostic("expected a digit after '⁻'", at: source.location(at: start))
    }
    return .superscript(isNegative ? -value : value)
  }
}

/// What to write instead of a character that other languages have.
private func advice(on scalar: Unicode.Scalar) -> String? {
  switch scalar {
  case "&": "write 'and'"
  case "|": "write 'or'"
  case "!": "write 'not'"
  case "?": "write 'a if condition else b'"
  case "{", "}": "write lists in [ ]"
  case "$": "expressions stand without '$'"
  case "\\": "names are written without '\\'"
  default: nil
  }
}

/// The token that two characters stand for.
///
/// A switch and no table, which would be built at each start.
private func symbol(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> String? {
  switch (first, second) {
  case ("*", "*"): "^"
  case ("/", "/"): "//"
  case (".", "."): ".."
  case ("-", ">"): "->"
  case ("<", "="): "<="
  case (">", "="): ">="
  case ("=", "="): "=="
  case ("!", "="): "!="
  default: nil
  }
}

private func symbol(_ scalar: Unicode.Scalar) -> String? {
  switch scalar {
  case "+", "*", "/", "%", "^", "@", "(", ")", "[", "]", ",", ":", ".", "=", "<", ">", "∇", "‖", "√",
    "ᵀ", "′", "-", "·":
    String(scalar)
  case "−": "-"
  case "×": "*"
  case "⋅": "·"
  case "÷": "/"
  case "≤": "<="
  case "≥": ">="
  case "≠": "!="
  case "⊙", "∗": "*"
  case "∧": "and"
  case "∨": "or"
  case "¬": "not"
  case "⊤": "ᵀ"
  case "∘": "∘"
  case "→": "->"
  case "…": ".."
  default: nil
  }
}

extension Unicode.Scalar {
  var isDigit: Bool { ("0"..."9").contains(self) }

  // Unicode's tables are slow; most of a text is ASCII.
  fileprivate var isSpace: Bool {
    isASCII ? self == " " || ("\t"..."\r").contains(self) : properties.isWhitespace
  }

  fileprivate var startsName: Bool {
    if isASCII { return ("a"..."z").contains(self) || ("A"..."Z").contains(self) || self == "_" }
    return self == "∞" || (properties.isAlphabetic && self != "ⁿ" && self != "ᵀ")
  }

  /// Letters, digits, subscripts, and marks that combine with a letter before them.
  fileprivate var continuesName: Bool {
    startsName || isDigit
      || !isASCII && (("₀"..."₉").contains(self) || properties.generalCategory == .nonspacingMark)
  }

  fileprivate var superscriptDigit: Int? {
    switch self {
    case "¹": 1
    case "²": 2
    case "³": 3
    case "⁰": 0
    case "⁴"..."⁹": Int(value - 0x2070)
    default: nil
    }
  }
}
