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
    case .deviance: return apply(.multiply, g, apply(.logarithm, apply(.divide, a, b)))
    case .regularizedGamma, .complementaryRegularizedGamma, .gammaQuantile:
      return apply(.multiply, g, constant(.nan))
    case .less, .lessOrEqual, .equal, .notEqual, .and, .or, .polygamma, .poissonQuantile: return nil
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
    case .deviance:
      return apply(.multiply, g, apply(.divide, apply(.subtract, b, a), b))
    case .regularizedGamma: return product(g, [a, b]) { gammaKernel($0[0], $0[1]) / $0[1] }
    case .complementaryRegularizedGamma:
      return apply(.negate, product(g, [a, b]) { gammaKernel($0[0], $0[1]) / $0[1] })
    case .gammaQuantile: return product(g, [a, y]) { $0[1] / gammaKernel($0[0], $0[1]) }
    case .less, .lessOrEqual, .equal, .notEqual, .and, .or, .poissonQuantile: return nil
    }
  }

  /// `g` times the derivative of y = f(a, b, c) with respect to one of them; `nil` where that is 0.
  ///
  /// NaN with respect to the shapes of the beta function, as above with respect to that of the gamma
  /// function: neither has a formula in finite terms.
  mutating func scaledDerivative(
    of function: TernaryFunction, _ operands: [Node], value y: Node, operand: Int, by g: Node
  ) -> Node? {
    switch (function, operand) {
    case (.multiplyAdd, 0), (.multiplySubtract, 0): return apply(.multiply, g, operands[1])
    case (.multiplyAdd, 1), (.multiplySubtract, 1): return apply(.multiply, g, operands[0])
    case (.subtractProduct, 0): return apply(.negate, apply(.multiply, g, operands[1]))
    case (.subtractProduct, 1): return apply(.negate, apply(.multiply, g, operands[0]))
    case (.multiplyAdd, _), (.subtractProduct, _): return g
    case (.multiplySubtract, _): return apply(.negate, g)
    case (.select, _), (.binomialQuantile, _), (.negativeBinomialQuantile, _): return nil
    case (.regularizedBeta, 2):
      return product(g, operands) { betaKernel($0[0], $0[1], odds: $0[2]) / $0[2] }
    case (.betaQuantile, 2):
      return product(g, [operands[0], operands[1], y]) { $0[2] / betaKernel($0[0], $0[1], odds: $0[2]) }
    case (.regularizedBeta, _), (.betaQuantile, _): return apply(.multiply, g, constant(.nan))
    }
  }

  /// `g` times a formula of nodes.
  mutating func product(
    _ g: Node, _ nodes: [Node], _ formula: ([RecordedNumber]) -> RecordedNumber
  ) -> Node {
    let recording = Recording(self)
    let factor = formula(nodes.map { RecordedNumber($0, in: recording) }).node
    self = recording.graph
    // Nothing else may hold the graph when it grows on, or it would be copied.
    recording.graph = Graph()
    return apply(.multiply, g, factor)
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
