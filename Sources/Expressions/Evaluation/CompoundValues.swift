internal import Diagnostics
internal import MathCore

extension Evaluation {
  /// The value of syntax with parts.
  ///
  /// Each case is a function of its own, to keep the stack shallow.
  mutating func compoundValue(
    of syntax: Syntax, in environment: Environment
  ) throws(Diagnostic) -> Value {
    switch syntax.kind {
    case .number, .text, .name: return try value(of: syntax, in: environment)
    case .list(let parts): return try list(parts, syntax, environment)
    case .comprehension(let body, let clauses): return try comprehension(body, clauses, environment)
    case .range(let first, let last): return try range(first, last, environment)
    case .unary(let function, let operand):
      return try unary(function, operand, syntax, environment)
    case .chain(let first, let links): return try chain(first, links, environment)
    case .power(let base, let exponent): return try power(base, exponent, environment)
    case .comparison(let first, let links): return try comparison(first, links, environment)
    case .logical(let isAnd, let parts): return try logical(isAnd, parts, environment)
    case .conditional(let then, let condition, let otherwise):
      return try conditional(then, condition, otherwise, environment)
    case .lambda(let lambda): return try closure(lambda, environment)
    case .postfix(let base, let parts): return try postfix(base, parts, environment)
    }
  }

  private mutating func list(
    _ parts: [Syntax], _ syntax: Syntax, _ environment: Environment
  ) throws(Diagnostic) -> Value {
    var values: [Value] = []
    values.reserveCapacity(parts.count)
    for part in parts { values.append(try value(of: part, in: environment)) }
    return try stacked(values, at: environment.place(syntax.range.lowerBound))
  }

  private mutating func range(
    _ first: Syntax, _ last: Syntax, _ environment: Environment
  ) throws(Diagnostic) -> Value {
    let limit = 1_000_000_000
    func end(_ syntax: Syntax, _ value: Value) throws(Diagnostic) -> Int {
      try value.integer(
        of: "an end of '..'", in: -limit...limit,
        at: environment.source.location(at: syntax.range.lowerBound))
    }
    let lower = try end(first, try value(of: first, in: environment))
    let upper = try end(last, try value(of: last, in: environment))
    return .range(IntegerRange(first: lower, count: max(0, upper - lower + 1)))
  }

  private mutating func logical(
    _ isAnd: Bool, _ parts: [Syntax], _ environment: Environment
  ) throws(Diagnostic) -> Value {
    var result = try truth(of: parts[0], environment)
    for part in parts.dropFirst() {
      // As in Python, what cannot change the result is not evaluated.
      if case .boolean(let known) = result, known != isAnd { return result }
      let next = try truth(of: part, environment)
      if case .boolean = result {
        result = next
      } else {
        result = try combine(
          isAnd ? .and : .or, result, next, at: environment.place(part.range.lowerBound))
      }
    }
    return result
  }

  /// A condition: known truth, or numbers 1 and 0 that are tensors or recorded.
  private mutating func truth(
    of syntax: Syntax, _ environment: Environment
  ) throws(Diagnostic) -> Value {
    let found = try value(of: syntax, in: environment)
    switch found {
    case .boolean, .recorded, .tensor: return found
    default:
      throw found.mismatch(
        "a condition", expected: "true or false",
        at: environment.source.location(at: syntax.range.lowerBound))
    }
  }

  private mutating func conditional(
    _ then: Syntax, _ condition: Syntax, _ otherwise: Syntax, _ environment: Environment
  ) throws(Diagnostic) -> Value {
    let decision = try truth(of: condition, environment)
    if case .boolean(let known) = decision {
      return try value(of: known ? then : otherwise, in: environment)
    }
    guard case .recorded = decision else {
      throw Diagnostic(
        "a condition: expected true or false, found \(decision.typeDescription)",
        at: environment.source.location(at: condition.range.lowerBound),
        help: "where(condition, a, b) chooses for each element")
    }
    // Not known while the function is recorded: both sides are, and the choice is made at each point.
    let first = try value(of: then, in: environment)
    let second = try value(of: otherwise, in: environment)
    return try choose(decision, first, second, at: environment.place(condition.range.lowerBound))
  }

  private func closure(
    _ lambda: Syntax.Lambda, _ environment: Environment
  ) throws(Diagnostic) -> Value {
    let closure = Closure(
      parameters: lambda.parameters, body: lambda.body, source: environment.source,
      captured: try environment.captured(lambda.freeNames))
    return try Value.function(Function(name: Closure.anonymous, body: .closure(closure)))
      .checkedNesting(at: environment.source.location(at: lambda.body.range.lowerBound))
  }
}
