internal import Diagnostics

extension Parser {
  /// A value with its calls, indices, members and superscripts.
  mutating func postfixed() throws(Diagnostic) -> Syntax {
    var base = try primary()
    var parts: [Syntax.Postfix] = []
    var powers = 0
    func wrapped(_ base: Syntax) -> Syntax {
      parts.isEmpty
        ? base : Syntax(kind: .postfix(base, parts), range: base.range.lowerBound..<end)
    }
    while true {
      let token = next
      let offset = token.range.lowerBound
      switch token.kind {
      case .symbol("("):
        position += 1
        parts.append(.call(try arguments(), offset: offset))
      case .symbol("["):
        position += 1
        parts.append(.subscripts(try subscripts(), offset: offset))
      case .symbol("."):
        position += 1
        guard case .name(let name) = next.kind else {
          throw failure("expected a name after '.', found \(described(next))")
        }
        parts.append(.member(name, offset: take().range.lowerBound))
      case .symbol("ᵀ"):
        position += 1
        parts.append(.transpose(offset: offset))
      case .symbol("′"):
        position += 1
        parts.append(.derivative(offset: offset))
      case .superscript(let exponent):
        base = wrapped(base)
        parts = []
        position += 1
        let number = Syntax(kind: .number(exponent), range: token.range)
        base = Syntax(
          kind: .power(base, number), range: base.range.lowerBound..<token.range.upperBound)
        // Each superscript adds a level around all before it.
        powers += 1
        guard powers <= 16 else { throw failure("too many exponents for one value: more than 16") }
      default: return wrapped(base)
      }
    }
  }

  private mutating func primary() throws(Diagnostic) -> Syntax {
    let token = next
    switch token.kind {
    case .number(let value):
      position += 1
      return Syntax(kind: .number(value), range: token.range)
    case .text(let text):
      position += 1
      return Syntax(kind: .text(text), range: token.range)
    case .name(let name):
      position += 1
      return Syntax(kind: .name(name), range: token.range)
    case .symbol("("):
      position += 1
      let inner = try expression()
      try expect(")", "to close '('")
      return Syntax(kind: inner.kind, range: token.range.lowerBound..<end)
    case .symbol("["): return try list()
    case .symbol("‖"):
      position += 1
      let inner = try expression()
      try expect("‖", "to close '‖'")
      return Syntax(kind: .unary(.norm, inner), range: token.range.lowerBound..<end)
    case .symbol("∇"), .symbol("√"):
      position += 1
      try descend()
      defer { depth -= 1 }
      let isRoot = token.kind == .symbol("√")
      // ∇ binds to the function's name alone: ∇L(1, 2) is the gradient of L at (1, 2).
      let operand = try isRoot ? postfixed() : primary()
      return Syntax(
        kind: .unary(isRoot ? .root : .gradient, operand), range: token.range.lowerBound..<end)
    case .symbol("if"):
      throw failure("expected a value, found 'if'", help: "write 'a if condition else b'")
    default:
      throw failure("expected a value, found \(described(token))")
    }
  }

  private mutating func list() throws(Diagnostic) -> Syntax {
    let start = take().range.lowerBound
    if takes("]") { return Syntax(kind: .list([]), range: start..<end) }
    let first = try expression()
    if takes("for") { return try comprehension(first, start) }
    var parts = [first]
    while takes(","), !isNext("]") { parts.append(try expression()) }
    try expect("]", "to close '['")
    return Syntax(kind: .list(parts), range: start..<end)
  }

  private mutating func comprehension(_ body: Syntax, _ start: Int) throws(Diagnostic) -> Syntax {
    var clauses: [Syntax.Clause] = []
    repeat {
      var variables: [String] = []
      repeat {
        guard case .name(let name) = next.kind else {
          throw failure("expected a name after 'for', found \(described(next))")
        }
        position += 1
        variables.append(canonicalName(name))
      } while takes(",")
      try expect("in", "after 'for' and its name")
      var clause = Syntax.Clause(variables: variables, source: try choice(), conditions: [])
      while takes("if") { clause.conditions.append(try choice()) }
      clauses.append(clause)
      // Each clause is a level of nested loops.
      guard clauses.count <= 8 else { throw failure("too many 'for' in one list: more than 8") }
    } while takes("for")
    try expect("]", "to close '['")
    return Syntax(kind: .comprehension(body: body, clauses: clauses), range: start..<end)
  }

  private mutating func arguments() throws(Diagnostic) -> [Syntax.Argument] {
    var arguments: [Syntax.Argument] = []
    while !takes(")") {
      if !arguments.isEmpty {
        try expect(",", "between arguments")
        if takes(")") { break }
      }
      let offset = next.range.lowerBound
      var name: String?
      if case .name(let word) = next.kind, tokens[position + 1].kind == .symbol("=") {
        position += 2
        name = word
      } else if arguments.last?.name != nil {
        throw failure("an argument without a name follows one with a name")
      }
      arguments.append(Syntax.Argument(name: name, value: try expression(), offset: offset))
    }
    return arguments
  }

  private mutating func subscripts() throws(Diagnostic) -> [Syntax.Subscript] {
    var subscripts: [Syntax.Subscript] = []
    repeat {
      if isNext("]"), !subscripts.isEmpty { break }
      subscripts.append(try item())
    } while takes(",")
    try expect("]", "to close '['")
    return subscripts
  }

  private mutating func item() throws(Diagnostic) -> Syntax.Subscript {
    func isPart() -> Bool { !isNext(":") && !isNext(",") && !isNext("]") }
    let from =
      isPart() || isNext("]") && position > 0 && tokens[position - 1].kind == .symbol("[")
      ? try expression() : nil
    guard takes(":") else {
      guard let from else { throw failure("expected an index, found \(described(next))") }
      return .index(from)
    }
    let to = isPart() ? try expression() : nil
    let step = takes(":") && isPart() ? try expression() : nil
    return .slice(from: from, to: to, step: step)
  }

  /// `x -> …` or `(x, y) -> …`, if that is what stands here.
  mutating func lambda() throws(Diagnostic) -> Syntax? {
    let start = position
    guard let parameters = parametersOfLambda() else {
      position = start
      return nil
    }
    for (place, name) in parameters.enumerated() where parameters[..<place].contains(name) {
      throw Diagnostic(
        "two parameters are called '\(name)'", at: source.location(at: tokens[start].range.lowerBound))
    }
    let body = try expression()
    let free = body.freeNames(bound: parameters)
    return Syntax(
      kind: .lambda(Syntax.Lambda(parameters: parameters, body: body, freeNames: free)),
      range: tokens[start].range.lowerBound..<end)
  }

  private mutating func parametersOfLambda() -> [String]? {
    if case .name(let name) = next.kind {
      position += 1
      return takes("->") ? [canonicalName(name)] : nil
    }
    guard takes("(") else { return nil }
    var names: [String] = []
    while case .name(let name) = next.kind {
      position += 1
      names.append(canonicalName(name))
      guard takes(",") else { break }
    }
    return takes(")") && takes("->") ? names : nil
  }
}
