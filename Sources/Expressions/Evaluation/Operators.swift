internal import Diagnostics
internal import MathCore

extension Evaluation {
  mutating func chain(
    _ first: Syntax, _ links: [Syntax.Link], _ environment: Environment
  ) throws(Diagnostic) -> Value {
    var left = try value(of: first, in: environment)
    for link in links {
      let right = try value(of: link.operand, in: environment)
      left = try applied(link.symbol, left, right, at: environment.place(link.offset))
    }
    return left
  }

  private mutating func applied(
    _ symbol: String, _ left: Value, _ right: Value, at place: Place
  ) throws(Diagnostic) -> Value {
    switch symbol {
    case "+": return try combine(.add, left, right, symbol, at: place)
    case "-": return try combine(.subtract, left, right, symbol, at: place)
    case "*": return try combine(.multiply, left, right, symbol, at: place)
    case "/": return try combine(.divide, left, right, symbol, at: place)
    case "%": return try combine(.remainder, left, right, symbol, at: place)
    case "//":
      return try apply(.floor, try combine(.divide, left, right, symbol, at: place), symbol, at: place)
    case "@": return try matrixProduct(left, right, symbol, at: place)
    case "∘": return .function(try composed(left, right, at: place))
    default:
      // The raised dot of textbooks: of two vectors it is their scalar product.
      let ranks = (
        try shape(of: left, symbol, at: place).count, try shape(of: right, symbol, at: place).count
      )
      return ranks == (1, 1)
        ? try matrixProduct(left, right, symbol, at: place)
        : try combine(.multiply, left, right, symbol, at: place)
    }
  }

  /// `f ∘ g`: f of what g gives.
  private func composed(_ outer: Value, _ inner: Value, at place: Place) throws(Diagnostic) -> Function {
    let outer = try outer.function(of: "∘", at: place.location)
    let inner = try inner.function(of: "∘", at: place.location)
    let nesting = max(outer.nesting, inner.nesting)
    let name = nesting > 8 ? "a composition" : "\(outer.name) ∘ \(inner.name)"
    let function = Function(name: name, body: .composed(outer, inner))
    _ = try Value.function(function).checkedNesting(at: place.location)
    return function
  }

  mutating func power(
    _ base: Syntax, _ exponent: Syntax, _ environment: Environment
  ) throws(Diagnostic) -> Value {
    let left = try value(of: base, in: environment)
    let right = try value(of: exponent, in: environment)
    return try combine(.power, left, right, "^", at: environment.place(base.range.upperBound))
  }

  mutating func unary(
    _ function: Syntax.UnaryOperator, _ operand: Syntax, _ syntax: Syntax, _ environment: Environment
  ) throws(Diagnostic) -> Value {
    let x = try value(of: operand, in: environment)
    let place = environment.place(syntax.range.lowerBound)
    switch function {
    case .minus: return try apply(.negate, x, "-", at: place)
    case .plus: return try apply(.negate, try apply(.negate, x, "+", at: place), "+", at: place)
    case .root: return try apply(.squareRoot, x, "√", at: place)
    case .norm: return try norm(x, "‖ ‖", at: place)
    case .not:
      if case .boolean(let known) = x { return .boolean(!known) }
      return try apply(.not, x, "not", at: place)
    case .gradient:
      return .function(try derived(.grad, x, at: place))
    }
  }

  /// Chained as in Python: `a < b < c` is `a < b and b < c`.
  mutating func comparison(
    _ first: Syntax, _ links: [Syntax.Link], _ environment: Environment
  ) throws(Diagnostic) -> Value {
    var left = try value(of: first, in: environment)
    var result: Value?
    for link in links {
      if case .boolean(false) = result { return .boolean(false) }
      let right = try value(of: link.operand, in: environment)
      let place = environment.place(link.offset)
      let next = try compared(link.symbol, left, right, at: place)
      if let known = result {
        if case .boolean(true) = known {
          result = next
        } else {
          result = try combine(.and, known, next, link.symbol, at: place)
        }
      } else {
        result = next
      }
      left = right
    }
    return result ?? .boolean(true)
  }

  private mutating func compared(
    _ symbol: String, _ left: Value, _ right: Value, at place: Place
  ) throws(Diagnostic) -> Value {
    if case .text(let a) = left, case .text(let b) = right {
      if symbol == "==" { return .boolean(a == b) }
      if symbol == "!=" { return .boolean(a != b) }
    }
    if symbol == "==" || symbol == "!=", let isEqual = try textsAreEqual(left, right, symbol, at: place) {
      return symbol == "==" ? isEqual : try apply(.not, isEqual, symbol, at: place)
    }
    let result =
      switch symbol {
      case "<": try combine(.less, left, right, symbol, at: place)
      case ">": try combine(.less, right, left, symbol, at: place)
      case "<=": try combine(.lessOrEqual, left, right, symbol, at: place)
      case ">=": try combine(.lessOrEqual, right, left, symbol, at: place)
      case "==": try combine(.equal, left, right, symbol, at: place)
      default: try combine(.notEqual, left, right, symbol, at: place)
      }
    if case .number(let truth) = result { return .boolean(truth != 0) }
    return result
  }
}
