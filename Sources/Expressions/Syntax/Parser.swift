internal import Diagnostics

/// Builds syntax from tokens by precedence climbing.
///
/// From the loosest on:
/// `a if c else b` and lambdas, `or`, `and`, `not`, comparisons, `..`, `+ −`, `* / // % @ ·`, the sign,
/// `^` (from right to left), then calls, indices and members.
struct Parser {
  /// Expressions nested deeper than this are refused; the stack is finite.
  static let depthLimit = 200

  let source: LocatedText
  let tokens: [Token]
  var position = 0
  var depth = 0

  init(_ source: LocatedText) throws(Diagnostic) {
    self.source = source
    var lexer = try Lexer(source)
    tokens = try lexer.tokens()
  }

  /// The whole text as one expression.
  mutating func parse() throws(Diagnostic) -> Syntax {
    if next.kind == .end { throw Diagnostic("expected an expression, found nothing", at: source.start) }
    let syntax = try expression()
    if next.kind != .end { throw unexpectedAfterValue() }
    return syntax
  }

  /// Enters one level of nesting, which the caller leaves again.
  mutating func descend() throws(Diagnostic) {
    depth += 1
    guard depth <= Self.depthLimit else {
      throw failure("the expression is nested too deeply: more than \(Self.depthLimit) levels")
    }
  }

  var next: Token { tokens[position] }

  func isNext(_ symbol: String) -> Bool { next.kind == .symbol(symbol) }

  mutating func take() -> Token {
    let token = next
    if token.kind != .end { position += 1 }
    return token
  }

  mutating func takes(_ symbol: String) -> Bool {
    guard isNext(symbol) else { return false }
    position += 1
    return true
  }

  mutating func expect(_ symbol: String, _ purpose: String) throws(Diagnostic) {
    guard isNext(symbol) else {
      throw failure(
        "expected '\(symbol)' \(purpose), found \(described(next))",
        help: isNext("=") ? "write '==' to compare" : nil)
    }
    position += 1
  }

  func failure(_ message: String, help: String? = nil) -> Diagnostic {
    Diagnostic(message, at: source.location(at: next.range.lowerBound), help: help)
  }

  func described(_ token: Token) -> String {
    if token.kind == .end { return "the end" }
    return "'\(source.part(token.range).text)'"
  }

  /// What to say about a token behind a complete value.
  func unexpectedAfterValue() -> Diagnostic {
    switch next.kind {
    case .name, .number, .text:
      return failure("expected an operator before \(described(next))", help: adviceOnMissingOperator)
    case .symbol("="):
      return failure("unexpected '='", help: "write '==' to compare")
    case .symbol(","):
      return failure("unexpected ','", help: "lists stand in [ ], several parameters in ( )")
    default: return failure("unexpected \(described(next))")
    }
  }

  private var adviceOnMissingOperator: String {
    guard position > 0, case .name(let name) = tokens[position - 1].kind else {
      return "write '*' to multiply"
    }
    if name == "lambda" { return "write 'x -> …' for a function" }
    return "write '*' to multiply, or ( ) to call"
  }

  /// Where the last taken token ends.
  var end: Int { position > 0 ? tokens[position - 1].range.upperBound : 0 }
}
