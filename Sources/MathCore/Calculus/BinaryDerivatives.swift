extension Graph {
  /// `g` times the derivative of y = f(a, b) with respect to a; `nil` where that is 0.
  mutating func scaledFirstDerivative(
    of function: BinaryFunction, _ a: Node, _ b: Node, value y: Node, by g: Node
  ) -> Node? {
    switch function {
    case .add, .subtract, .remainder: return g
    case .multiply: return apply(.multiply, g, b)
    case .divide: return apply(.divide, g, b)
    case .power:
      let lower = apply(.power, a, apply(.subtract, b, constant(1)))
      return apply(.multiply, g, apply(.multiply, b, lower))
    case .minimum: return shared(g, wins: apply(.less, a, b), ties: apply(.equal, a, b))
    case .maximum: return shared(g, wins: apply(.less, b, a), ties: apply(.equal, a, b))
    case .arcTangentOfRatio: return apply(.divide, apply(.multiply, g, b), sumOfSquares(a, b))
    case .hypotenuse: return apply(.divide, apply(.multiply, g, a), y)
    case .less, .lessOrEqual, .equal, .notEqual, .and, .or, .polygamma: return nil
    }
  }

  /// `g` times the derivative of y = f(a, b) with respect to b; `nil` where that is 0.
  mutating func scaledSecondDerivative(
    of function: BinaryFunction, _ a: Node, _ b: Node, value y: Node, by g: Node
  ) -> Node? {
    switch function {
    case .add: return g
    case .subtract: return apply(.negate, g)
    case .multiply: return apply(.multiply, g, a)
    case .divide: return apply(.negate, apply(.divide, apply(.multiply, g, y), b))
    case .power:
      // 0^b is flat in b for b > 0; log 0 must not reach a product with it.
      let isZero = apply(.equal, a, constant(0))
      let logarithm = apply(.logarithm, select(isZero, constant(1), a))
      return apply(.multiply, g, apply(.multiply, y, logarithm))
    case .remainder:
      let turns = apply(.floor, apply(.divide, a, b))
      return apply(.negate, apply(.multiply, g, turns))
    case .minimum: return shared(g, wins: apply(.less, b, a), ties: apply(.equal, a, b))
    case .maximum: return shared(g, wins: apply(.less, a, b), ties: apply(.equal, a, b))
    case .arcTangentOfRatio:
      return apply(.negate, apply(.divide, apply(.multiply, g, a), sumOfSquares(a, b)))
    case .hypotenuse: return apply(.divide, apply(.multiply, g, b), y)
    case .polygamma:
      let next = apply(.polygamma, apply(.add, a, constant(1)), b)
      return apply(.multiply, g, next)
    case .less, .lessOrEqual, .equal, .notEqual, .and, .or: return nil
    }
  }

  /// All of `g` where this operand wins, half of it at a tie, as PyTorch shares it.
  private mutating func shared(_ g: Node, wins: Node, ties: Node) -> Node {
    let half = select(ties, apply(.multiply, constant(0.5), g), constant(0))
    return select(wins, g, half)
  }

  private mutating func sumOfSquares(_ a: Node, _ b: Node) -> Node {
    apply(.add, apply(.multiply, a, a), apply(.multiply, b, b))
  }
}
