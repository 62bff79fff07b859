package import Diagnostics

/// One line of `let`: a name, or a function with its parameters, and what it stands for.
package struct Definition: Sendable {
  /// The name as the author spelled it.
  package let name: String
  /// Where the name stands.
  package let location: SourceLocation?
  private let parameters: [String]?
  private let expression: Expression

  /// The names that its body uses and does not bind.
  package var freeNames: [String] {
    expression.syntax.freeNames(bound: (parameters ?? []) + [canonicalName(name)]).map(\.name)
  }

  /// The one spelling under which the name is kept: that of `η` is `eta`.
  package var keptName: String { canonicalName(name) }

  /// A definition from a key such as `eta`, `η` or `L(w1, w2)`, and its body.
  package init(key: LocatedText, body: LocatedText) throws(Diagnostic) {
    (name, parameters) = try Self.parsed(key)
    location = key.start
    expression = try Expression(parsing: body)
  }

  /// The name that a text spells, and nothing else.
  package static func name(_ text: LocatedText) throws(Diagnostic) -> String {
    let (name, parameters) = try parsed(text)
    guard parameters == nil else {
      throw Diagnostic("expected a name, found a function", at: text.start)
    }
    return name
  }

  private static func parsed(_ key: LocatedText) throws(Diagnostic) -> (String, [String]?) {
    var parser = try Parser(key)
    guard case .name(let name) = parser.next.kind else {
      throw parser.failure("expected a name, found \(parser.described(parser.next))")
    }
    _ = parser.take()
    if parser.next.kind == .end { return (name, nil) }
    try parser.expect("(", "or nothing after '\(name)'")
    var parameters: [String] = []
    while !parser.takes(")") {
      if !parameters.isEmpty { try parser.expect(",", "between parameters") }
      guard case .name(let parameter) = parser.next.kind else {
        throw parser.failure("expected a parameter's name, found \(parser.described(parser.next))")
      }
      if parameters.contains(canonicalName(parameter)) {
        throw parser.failure("two parameters are called '\(parameter)'")
      }
      _ = parser.take()
      parameters.append(canonicalName(parameter))
    }
    guard parser.next.kind == .end else { throw parser.unexpectedAfterValue() }
    return (name, parameters)
  }

  /// The value, or the function, which may call itself; every other name must be defined already.
  package func evaluate(in scope: Scope) throws(Diagnostic) -> Value {
    guard let parameters else {
      let value = try expression.evaluate(in: scope)
      guard case .function(let function) = value, function.name == Closure.anonymous else { return value }
      return .function(Function(name: name, body: function.body))
    }
    let own = canonicalName(name)
    let environment = Environment(source: expression.source, scope: scope)
    let free = expression.syntax.freeNames(bound: parameters + [own])
    let closure = Closure(
      parameters: parameters, body: expression.syntax, source: expression.source,
      captured: try environment.captured(free), ownName: own)
    return try Value.function(Function(name: name, body: .closure(closure)))
      .checkedNesting(at: expression.source.start)
  }
}
