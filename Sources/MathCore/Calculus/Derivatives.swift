/// The derivatives of the elementwise functions: one rule each, for both directions.
///
/// Elementwise functions have diagonal Jacobians, so "tangent times derivative" and "gradient times
/// derivative" are the same product; each rule returns it for a factor `g`.
extension Graph {
  /// `g` times the derivative of node `y` with respect to its operand; `nil` where that is 0.
  mutating func scaledDerivative(of y: Node, operand: Int, by g: Node) -> Node? {
    let entry = entries[y.index]
    let operands = entry.operands.map { Node(index: $0) }
    switch entry.operation {
    case .unary(let function):
      return scaledDerivative(of: function, at: operands[0], value: y, by: g)
    case .binary(let function):
      return operand == 0
        ? scaledFirstDerivative(of: function, operands[0], operands[1], value: y, by: g)
        : scaledSecondDerivative(of: function, operands[0], operands[1], value: y, by: g)
    case .ternary(let function):
      return scaledDerivative(of: function, operands, value: y, operand: operand, by: g)
    default: return nil
    }
  }

  private mutating func scaledDerivative(
    of function: UnaryFunction, at x: Node, value y: Node, by g: Node
  ) -> Node? {
    switch function {
    case .negate: return apply(.negate, g)
    case .absolute: return apply(.multiply, g, apply(.sign, x))
    case .sign, .floor, .ceiling, .round, .truncate, .not, .isFinite, .isNaN: return nil
    case .squareRoot: return apply(.divide, g, apply(.add, y, y))
    case .cubeRoot:
      return apply(.divide, g, apply(.multiply, constant(3), apply(.multiply, y, y)))
    case .sine, .cosine, .tangent, .arcSine, .arcCosine, .arcTangent:
      return scaledCircularDerivative(of: function, at: x, by: g)
    case .hyperbolicSine, .hyperbolicCosine, .hyperbolicTangent, .hyperbolicSecantSquared, .areaSine,
      .areaCosine, .areaTangent:
      return scaledHyperbolicDerivative(of: function, at: x, by: g)
    case .exponential: return apply(.multiply, g, y)
    case .exponentialMinusOne: return apply(.multiply, g, apply(.exponential, x))
    case .powerOfTwo:
      return apply(.multiply, g, apply(.multiply, constant(naturalLogarithmOfTwo), y))
    case .logarithm: return apply(.divide, g, x)
    case .logarithmOfOnePlus: return apply(.divide, g, apply(.add, constant(1), x))
    case .binaryLogarithm:
      return apply(.divide, g, apply(.multiply, constant(naturalLogarithmOfTwo), x))
    case .decimalLogarithm:
      return apply(.divide, g, apply(.multiply, constant(naturalLogarithmOfTen), x))
    default: return scaledSpecialDerivative(of: function, at: x, value: y, by: g)
    }
  }

  private mutating func scaledCircularDerivative(
    of function: UnaryFunction, at x: Node, by g: Node
  ) -> Node? {
    switch function {
    case .sine: return apply(.multiply, g, apply(.cosine, x))
    case .cosine: return apply(.negate, apply(.multiply, g, apply(.sine, x)))
    case .tangent:
      let cosine = apply(.cosine, x)
      return apply(.divide, g, apply(.multiply, cosine, cosine))
    case .arcTangent:
      return apply(.divide, g, apply(.add, constant(1), apply(.multiply, x, x)))
    default:
      // (1 − x)(1 + x) keeps its digits near ±1, unlike 1 − x².
      let product = apply(
        .multiply, apply(.subtract, constant(1), x), apply(.add, constant(1), x))
      let quotient = apply(.divide, g, apply(.squareRoot, product))
      return function == .arcSine ? quotient : apply(.negate, quotient)
    }
  }

  private mutating func scaledHyperbolicDerivative(
    of function: UnaryFunction, at x: Node, by g: Node
  ) -> Node? {
    switch function {
    case .hyperbolicSine: return apply(.multiply, g, apply(.hyperbolicCosine, x))
    case .hyperbolicCosine: return apply(.multiply, g, apply(.hyperbolicSine, x))
    case .hyperbolicTangent:
      // 1 / cosh² and not 1 − tanh², which has no digits left where the function saturates.
      return apply(.multiply, g, apply(.hyperbolicSecantSquared, x))
    case .hyperbolicSecantSquared:
      let product = apply(
        .multiply, apply(.hyperbolicTangent, x), apply(.hyperbolicSecantSquared, x))
      return apply(.multiply, g, apply(.multiply, constant(-2), product))
    case .areaSine:
      let square = apply(.add, constant(1), apply(.multiply, x, x))
      return apply(.divide, g, apply(.squareRoot, square))
    case .areaCosine:
      let product = apply(
        .multiply, apply(.subtract, x, constant(1)), apply(.add, x, constant(1)))
      return apply(.divide, g, apply(.squareRoot, product))
    default:
      let product = apply(
        .multiply, apply(.subtract, constant(1), x), apply(.add, constant(1), x))
      return apply(.divide, g, product)
    }
  }

  private mutating func scaledSpecialDerivative(
    of function: UnaryFunction, at x: Node, value y: Node, by g: Node
  ) -> Node? {
    switch function {
    case .errorFunction, .complementaryErrorFunction:
      let bell = apply(.exponential, apply(.negate, apply(.multiply, x, x)))
      let factor = function == .errorFunction ? twoOverRootPi : -twoOverRootPi
      return apply(.multiply, g, apply(.multiply, constant(factor), bell))
    case .logarithmOfGamma: return apply(.multiply, g, apply(.digamma, x))
    case .gamma: return apply(.multiply, g, apply(.multiply, y, apply(.digamma, x)))
    case .digamma: return apply(.multiply, g, apply(.polygamma, constant(1), x))
    case .stirlingError: return apply(.multiply, g, apply(.stirlingSlope, x))
    case .stirlingSlope:
      return product(g, [x]) { x in
        let trigamma = x[0].constant(1).applying(.polygamma, with: x[0])
        return trigamma - (x[0] + 0.5) / (x[0] * x[0])
      }
    case .normalQuantile:
      let half = apply(.multiply, constant(0.5), apply(.multiply, y, y))
      let inverse = apply(.multiply, constant(rootOfTwoPi), apply(.exponential, half))
      return apply(.multiply, g, inverse)
    case .sigmoid:
      // σ(x) σ(−x) and not σ(1 − σ), for the same reason as with tanh.
      let mirrored = apply(.sigmoid, apply(.negate, x))
      return apply(.multiply, g, apply(.multiply, y, mirrored))
    case .softplus: return apply(.multiply, g, apply(.sigmoid, x))
    default: return nil
    }
  }
}

let naturalLogarithmOfTwo = 0.693147180559945309417
let naturalLogarithmOfTen = 2.30258509299404568402
let twoOverRootPi = 1.12837916709551257390
let rootOfTwoPi = 2.50662827463100050242
