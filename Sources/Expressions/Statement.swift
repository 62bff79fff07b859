package import Diagnostics

/// What a person types at a prompt: an expression, or a definition such as `f(x) = x^2`.
package enum Statement: Sendable {
  case expression(Expression)
  case definition(Definition)

  package init(parsing source: LocatedText) throws(Diagnostic) {
    guard let sign = try Self.definingSign(in: source) else {
      self = .expression(try Expression(parsing: source))
      return
    }
    let key = source.part(0..<sign.lowerBound)
    let body = source.part(sign.upperBound..<source.text.utf8.count)
    self = .definition(try Definition(key: key, body: body))
  }

  /// The first `=` outside of brackets, behind a name or something that looks like a call.
  private static func definingSign(in source: LocatedText) throws(Diagnostic) -> Range<Int>? {
    var lexer = try Lexer(source)
    let tokens = try lexer.tokens()
    guard case .name = tokens[0].kind else { return nil }
    var depth = 0
    for (place, token) in tokens.enumerated().dropFirst() {
      switch token.kind {
      case .symbol("("): depth += 1
      case .symbol(")"): depth -= 1
      case .symbol("=") where depth == 0: return token.range
      // Between a name and its sign there is one pair of brackets, or nothing.
      default: if place == 1 || depth == 0 { return nil }
      }
    }
    return nil
  }
}
