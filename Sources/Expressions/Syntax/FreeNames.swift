extension Syntax {
  /// The names that an expression uses and does not bind, each once, in order of first use.
  func freeNames(bound: [String] = []) -> [FreeName] {
    var names = FreeNameCollector()
    names.visit(self, bound)
    return names.found
  }
}

private struct FreeNameCollector {
  var found: [Syntax.FreeName] = []
  private var seen: Set<String> = []

  private mutating func use(_ name: String, _ offset: Int, _ bound: [String]) {
    let name = canonicalName(name)
    guard !bound.contains(name), seen.insert(name).inserted else { return }
    found.append(Syntax.FreeName(name: name, offset: offset))
  }

  mutating func visit(_ syntax: Syntax, _ bound: [String]) {
    switch syntax.kind {
    case .number, .text: break
    case .name(let name): use(name, syntax.range.lowerBound, bound)
    case .list(let parts), .logical(_, let parts):
      for part in parts { visit(part, bound) }
    case .comprehension(let body, let clauses):
      var bound = bound
      for clause in clauses {
        visit(clause.source, bound)
        bound += clause.variables
        for condition in clause.conditions { visit(condition, bound) }
      }
      visit(body, bound)
    case .range(let first, let last), .power(let first, let last):
      visit(first, bound)
      visit(last, bound)
    case .unary(_, let operand): visit(operand, bound)
    case .chain(let first, let links), .comparison(let first, let links):
      visit(first, bound)
      for link in links { visit(link.operand, bound) }
    case .conditional(let then, let condition, let otherwise):
      for part in [then, condition, otherwise] { visit(part, bound) }
    case .lambda(let lambda):
      for free in lambda.freeNames { use(free.name, free.offset, bound) }
    case .postfix(let base, let parts):
      visit(base, bound)
      for part in parts { visit(part, bound) }
    }
  }

  private mutating func visit(_ postfix: Syntax.Postfix, _ bound: [String]) {
    switch postfix {
    case .call(let arguments, _):
      for argument in arguments { visit(argument.value, bound) }
    case .subscripts(let subscripts, _):
      for item in subscripts {
        switch item {
        case .index(let index): visit(index, bound)
        case .slice(let from, let to, let step):
          for part in [from, to, step] { part.map { visit($0, bound) } }
        }
      }
    case .member, .transpose, .derivative: break
    }
  }
}
