/// RMSProp: a rate for each coordinate, over the root of a running mean of its squared gradients.
///
/// s := ρ s + (1 − ρ) g²; w := w − η g / (√s + ε).
/// Source: Tieleman and Hinton, "Neural networks for machine learning", lecture 6.5 (2012); defaults of
/// `torch.optim.RMSprop`, whose `alpha` is ρ.
package struct RMSProp: Optimizer, Configurable {
  package static let settings = [
    Setting("rate", .positive, standard: 0.01), Setting("decay", .fraction, standard: 0.99),
    Setting("epsilon", .positive, standard: 1e-8),
  ]

  package var rate: Double
  private let decay: Double
  private let epsilon: Double
  private var square: [Double] = []

  package init(settings values: [Double]) {
    (rate, decay, epsilon) = (values[0], values[1], values[2])
  }

  package mutating func step(from position: [Double], gradient: [Double]) -> [Double] {
    if square.isEmpty { square = Array(repeating: 0, count: gradient.count) }
    return position.indices.map { i in
      square[i] = decay * square[i] + (1 - decay) * gradient[i] * gradient[i]
      return position[i] - rate * gradient[i] / (square[i].squareRoot() + epsilon)
    }
  }
}
