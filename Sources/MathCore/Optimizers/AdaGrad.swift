/// AdaGrad: a rate for each coordinate, over the root of all its squared gradients.
///
/// s := s + g²; w := w − η g / (√s + ε).
/// Source: Duchi, Hazan and Singer, "Adaptive subgradient methods" (2011), figure 1; defaults of
/// `torch.optim.Adagrad`.
package struct AdaGrad: Optimizer, Configurable {
  package static let settings = [
    Setting("rate", .positive, standard: 0.01), Setting("epsilon", .positive, standard: 1e-10),
  ]

  package var rate: Double
  private let epsilon: Double
  private var sum: [Double] = []

  package init(settings values: [Double]) {
    (rate, epsilon) = (values[0], values[1])
  }

  package mutating func step(from position: [Double], gradient: [Double]) -> [Double] {
    if sum.isEmpty { sum = Array(repeating: 0, count: gradient.count) }
    return position.indices.map { i in
      sum[i] += gradient[i] * gradient[i]
      return position[i] - rate * gradient[i] / (sum[i].squareRoot() + epsilon)
    }
  }
}
