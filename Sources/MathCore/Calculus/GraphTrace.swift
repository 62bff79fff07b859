/// A node of a computation as it is shown: what it does, and to which others.
package struct TracedNode: Hashable, Sendable {
  package var node: Node
  /// The operation in the spelling of the language: `+`, `tanh`, `@`; `input` and `constant` for leaves.
  package var operation: String
  /// The places of its operands among the traced nodes.
  package var inputs: [Int]
}

extension Graph {
  /// All that is needed for a node, every node after its operands; a product x·x is shown as a square.
  package func traced(_ output: Node) -> [TracedNode] {
    let isNeeded = needed(for: [output])
    var places: [Int: Int] = [:]
    var nodes: [TracedNode] = []
    for (index, entry) in entries.enumerated() where isNeeded[index] {
      var inputs = entry.operands.compactMap { places[$0] }
      var name = entry.operation.name
      if entry.operation == .binary(.multiply), inputs[0] == inputs[1] {
        (name, inputs) = ("square", [inputs[0]])
      }
      places[index] = nodes.count
      nodes.append(TracedNode(node: Node(index: index), operation: name, inputs: inputs))
    }
    return nodes
  }
}

extension Operation {
  fileprivate var name: String {
    switch self {
    case .variable: "input"
    case .constant, .data: "constant"
    case .unary(let function): function.name
    case .binary(let function): function.name
    case .ternary(let function): "\(function)"
    case .select: "if"
    case .stack: "list"
    case .reshape: "reshape"
    case .broadcast: "broadcast"
    case .transpose: "T"
    case .gather: "index"
    case .scatter: "scatter"
    case .reduce(.sum, _): "sum"
    case .reduce(.maximum, _): "max"
    case .matrixProduct: "@"
    }
  }
}

extension UnaryFunction {
  /// What the language calls it.
  fileprivate var name: String {
    switch self {
    case .negate: "-"
    case .absolute: "abs"
    case .ceiling: "ceil"
    case .truncate: "trunc"
    case .squareRoot: "sqrt"
    case .cubeRoot: "cbrt"
    case .sine: "sin"
    case .cosine: "cos"
    case .tangent: "tan"
    case .arcSine: "asin"
    case .arcCosine: "acos"
    case .arcTangent: "atan"
    case .hyperbolicSine: "sinh"
    case .hyperbolicCosine: "cosh"
    case .hyperbolicTangent: "tanh"
    case .hyperbolicSecantSquared: "sech²"
    case .areaSine: "asinh"
    case .areaCosine: "acosh"
    case .areaTangent: "atanh"
    case .exponential: "exp"
    case .exponentialMinusOne: "expm1"
    case .powerOfTwo: "exp2"
    case .logarithm: "log"
    case .logarithmOfOnePlus: "log1p"
    case .binaryLogarithm: "log2"
    case .decimalLogarithm: "log10"
    case .errorFunction: "erf"
    case .complementaryErrorFunction: "erfc"
    case .logarithmOfGamma: "lgamma"
    case .gamma: "gamma_function"
    case .normalQuantile: "normal_quantile"
    case .isFinite: "isfinite"
    case .isNaN: "isnan"
    case .sign, .floor, .round, .digamma, .sigmoid, .softplus, .not, .stirlingError, .stirlingSlope:
      "\(self)"
    }
  }
}

extension BinaryFunction {
  /// The operator or function of the language.
  fileprivate var name: String {
    switch self {
    case .add: "+"
    case .subtract: "-"
    case .multiply: "*"
    case .divide: "/"
    case .power: "^"
    case .remainder: "%"
    case .minimum: "min"
    case .maximum: "max"
    case .arcTangentOfRatio: "atan2"
    case .hypotenuse: "hypot"
    case .less: "<"
    case .lessOrEqual: "<="
    case .equal: "=="
    case .notEqual: "!="
    case .and, .or, .polygamma, .deviance, .regularizedGamma, .complementaryRegularizedGamma,
      .gammaQuantile, .poissonQuantile:
      "\(self)"
    }
  }
}
