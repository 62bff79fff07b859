internal import Kernels

// About how many times as long as simple functions those take that are computed number by number.

extension UnaryFunction {
  fileprivate var weight: Int {
    switch self {
    case .stirlingError, .stirlingSlope: 100
    case .gamma, .logarithmOfGamma, .digamma, .normalQuantile: 10
    default: 1
    }
  }
}

extension BinaryFunction {
  fileprivate var weight: Int {
    switch self {
    case .deviance: 40
    case .regularizedGamma, .complementaryRegularizedGamma: 1000
    case .gammaQuantile, .poissonQuantile: 5000
    default: 1
    }
  }
}

extension TernaryFunction {
  fileprivate var weight: Int {
    switch self {
    case .regularizedBeta: 1000
    case .betaQuantile, .binomialQuantile, .negativeBinomialQuantile: 5000
    default: 1
    }
  }
}

/// The weight of a kernel's operation.
private func weight(of code: UInt16) -> Int {
  UnaryFunction(rawValue: code)?.weight ?? BinaryFunction(rawValue: code)?.weight
    ?? TernaryFunction(rawValue: code)?.weight ?? 1
}

extension Program {
  /// About as many simple operations as take the time of it, at each point.
  var work: Int { instructions.reduce(0) { $0 + weight(of: $1.operation) } }
}

extension Graph {
  /// About as many simple operations as take the time of all that is needed for some nodes.
  package func work(of nodes: [Node]) -> Int {
    let isNeeded = needed(for: nodes)
    return entries.indices.reduce(0) { sum, index in
      guard isNeeded[index] else { return sum }
      let entry = entries[index]
      let weight: Int
      switch entry.operation {
      case .unary(let function): weight = function.weight
      case .binary(let function): weight = function.weight
      case .ternary(let function): weight = function.weight
      default: weight = 1
      }
      return sum + weight * entry.shape.reduce(1, *)
    }
  }
}
