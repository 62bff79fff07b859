internal import Diagnostics

extension Evaluation {
  /// `[body for x in xs if condition …]`: the values of the body, one after another, as in Python.
  mutating func comprehension(
    _ body: Syntax, _ clauses: [Syntax.Clause], _ environment: Environment
  ) throws(Diagnostic) -> Value {
    var inner = environment
    var values: [Value] = []
    try visit(clauses[...], body, &inner, &values)
    return try stacked(values, at: environment.place(body.range.lowerBound))
  }

  private mutating func visit(
    _ clauses: ArraySlice<Syntax.Clause>, _ body: Syntax, _ environment: inout Environment,
    _ values: inout [Value]
  ) throws(Diagnostic) {
    guard let clause = clauses.first else {
      values.append(try value(of: body, in: environment))
      return
    }
    let place = environment.place(clause.source.range.lowerBound)
    let items = try value(of: clause.source, in: environment)
    let first = environment.locals.count
    environment.locals += clause.variables.map { ($0, Value.boolean(false)) }
    defer { environment.locals.removeSubrange(first...) }
    for i in 0..<(try length(of: items, at: place)) {
      try bind(clause.variables, from: first, to: try element(i, of: items, at: place), &environment, place)
      if try holds(clause.conditions, environment) {
        try visit(clauses.dropFirst(), body, &environment, &values)
      }
    }
  }

  /// Gives variables the values of one step: one variable the item itself, several its elements.
  private mutating func bind(
    _ variables: [String], from first: Int, to item: Value, _ environment: inout Environment, _ place: Place
  ) throws(Diagnostic) {
    if variables.count == 1 {
      environment.locals[first].value = item
      return
    }
    guard try length(of: item, at: place) == variables.count else {
      throw Diagnostic(
        "expected \(counted(variables.count, "value")) for each step, found \(item.typeDescription)",
        at: place.location)
    }
    for j in variables.indices {
      environment.locals[first + j].value = try element(j, of: item, at: place)
    }
  }

  private mutating func holds(
    _ conditions: [Syntax], _ environment: Environment
  ) throws(Diagnostic) -> Bool {
    for condition in conditions {
      let found = try value(of: condition, in: environment)
      let place = environment.source.location(at: condition.range.lowerBound)
      if case .recorded = found {
        throw Diagnostic(
          "a condition after 'if' has to be known when a function is compiled", at: place,
          help: "where(condition, x, 0) keeps the length of the list")
      }
      guard try found.boolean(of: "a condition", at: place) else { return false }
    }
    return true
  }
}
