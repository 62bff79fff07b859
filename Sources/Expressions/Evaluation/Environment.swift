internal import Diagnostics

/// The names and the text around an expression that is being evaluated.
struct Environment: Sendable {
  let source: LocatedText
  /// Parameters and comprehension variables, the innermost last.
  var locals: [(name: String, value: Value)] = []
  /// What the body of a user's function sees.
  var captured: [String: Value] = [:]
  /// What a top-level expression sees.
  var scope: Scope?

  init(source: LocatedText, scope: Scope) {
    self.source = source
    self.scope = scope
  }

  init(source: LocatedText, captured: [String: Value], locals: [(name: String, value: Value)]) {
    self.source = source
    self.captured = captured
    self.locals = locals
  }

  /// The value of a name, or an error with the nearest known one.
  func value(named typed: String, offset: Int) throws(Diagnostic) -> Value {
    let name = canonicalName(typed)
    if let value = known(name) { return value }
    if let value = builtinValue(named: name) { return value }
    let names = locals.map(\.name) + captured.keys.sorted() + (scope?.names ?? builtinNames)
    throw Diagnostic(
      "undefined name '\(typed)'", at: source.location(at: offset),
      // Any one letter is near any other.
      help: scope?.advice[name] ?? (typed.count > 1 ? suggestion(for: name, in: names) : nil))
  }

  private func known(_ name: String) -> Value? {
    for local in locals.reversed() where local.name == name { return local.value }
    return captured[name] ?? scope?.ownValue(named: name)
  }

  /// The values of names that a function's body uses; built-in ones are found when it runs.
  func captured(_ names: [Syntax.FreeName]) throws(Diagnostic) -> [String: Value] {
    var values: [String: Value] = [:]
    for free in names {
      if let value = known(free.name) {
        values[free.name] = value
      } else {
        _ = try value(named: free.name, offset: free.offset)
      }
    }
    return values
  }

  func place(_ offset: Int) -> Place { Place(source: source, offset: offset) }
}

/// A place in a text, whose line and column are worked out only if something is wrong there.
struct Place: Sendable {
  let source: LocatedText
  let offset: Int

  var location: SourceLocation? { source.location(at: offset) }
}
