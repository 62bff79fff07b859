internal import Diagnostics

/// How tightly an operator binds.
private enum Precedence: Int, Comparable {
  case or
  case and
  case not
  case comparison
  case range
  case sum
  case product

  static func < (a: Precedence, b: Precedence) -> Bool { a.rawValue < b.rawValue }

  /// That of the operands of an operator from left to right.
  var tighter: Precedence? { Precedence(rawValue: rawValue + 1) }

  init?(of token: Token) {
    guard case .symbol(let symbol) = token.kind else { return nil }
    switch symbol {
    case "or": self = .or
    case "and": self = .and
    case "<", ">", "<=", ">=", "==", "!=": self = .comparison
    case "..": self = .range
    case "+", "-": self = .sum
    case "*", "/", "//", "%", "@", "·", "∘": self = .product
    default: return nil
    }
  }
}

extension Parser {
  /// Anything, up to a token that cannot continue it.
  mutating func expression() throws(Diagnostic) -> Syntax {
    try descend()
    defer { depth -= 1 }
    if let lambda = try lambda() { return lambda }
    let value = try operators(.or)
    guard takes("if") else { return value }
    let condition = try operators(.or)
    try expect("else", "after 'if' and its condition")
    let otherwise = try expression()
    return Syntax(
      kind: .conditional(then: value, condition: condition, otherwise: otherwise),
      range: value.range.lowerBound..<otherwise.range.upperBound)
  }

  /// A value that no `if` belongs to, as in a comprehension, where `if` begins a condition.
  mutating func choice() throws(Diagnostic) -> Syntax {
    try descend()
    defer { depth -= 1 }
    return try operators(.or)
  }

  /// Operands joined by operators that bind at least as tightly as `loosest`.
  private mutating func operators(_ loosest: Precedence?) throws(Diagnostic) -> Syntax {
    guard let loosest else { return try signed() }
    var left = try loosest <= .not && isNext("not") ? negation() : signed()
    while let precedence = Precedence(of: next), precedence >= loosest {
      var links: [Syntax.Link] = []
      while Precedence(of: next) == precedence {
        let token = take()
        guard case .symbol(let symbol) = token.kind else { break }
        let operand = try operators(precedence.tighter)
        links.append(Syntax.Link(symbol: symbol, offset: token.range.lowerBound, operand: operand))
      }
      left = try joined(left, links, precedence)
    }
    return left
  }

  private func joined(
    _ left: Syntax, _ links: [Syntax.Link], _ precedence: Precedence
  ) throws(Diagnostic) -> Syntax {
    let range = left.range.lowerBound..<(links.last?.operand.range.upperBound ?? left.range.upperBound)
    switch precedence {
    case .or, .and:
      return Syntax(
        kind: .logical(isAnd: precedence == .and, [left] + links.map(\.operand)), range: range)
    case .comparison: return Syntax(kind: .comparison(left, links), range: range)
    case .range:
      guard links.count == 1 else {
        throw Diagnostic("a range has one '..'", at: source.location(at: links[1].offset))
      }
      return Syntax(kind: .range(left, links[0].operand), range: range)
    default: return Syntax(kind: .chain(left, links), range: range)
    }
  }

  private mutating func negation() throws(Diagnostic) -> Syntax {
    let start = take().range.lowerBound
    try descend()
    defer { depth -= 1 }
    let operand = try isNext("not") ? negation() : operators(.comparison)
    return Syntax(kind: .unary(.not, operand), range: start..<operand.range.upperBound)
  }

  /// A power with any number of signs in front, which bind less tightly: −2^2 is −4.
  private mutating func signed() throws(Diagnostic) -> Syntax {
    guard isNext("-") || isNext("+") else { return try power() }
    try descend()
    defer { depth -= 1 }
    let isMinus = isNext("-")
    let start = take().range.lowerBound
    let operand = try signed()
    return Syntax(
      kind: .unary(isMinus ? .minus : .plus, operand), range: start..<operand.range.upperBound)
  }

  private mutating func power() throws(Diagnostic) -> Syntax {
    let base = try postfixed()
    guard takes("^") else { return base }
    try descend()
    defer { depth -= 1 }
    let exponent = try signed()
    return Syntax(
      kind: .power(base, exponent), range: base.range.lowerBound..<exponent.range.upperBound)
  }
}
