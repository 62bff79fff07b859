/// AdaDelta: RMSProp whose steps have the units of the coordinates.
///
/// s := ρ s + (1 − ρ) g²; d := g √(u + ε) / √(s + ε); u := ρ u + (1 − ρ) d²; w := w − η d.
/// Source: Zeiler, "ADADELTA: an adaptive learning rate method" (2012), algorithm 1; defaults of
/// `torch.optim.Adadelta`, whose `rho` is ρ.
package struct AdaDelta: Optimizer, Configurable {
  package static let settings = [
    Setting("rate", .positive, standard: 1), Setting("decay", .fraction, standard: 0.9),
    Setting("epsilon", .positive, standard: 1e-6),
  ]

  package var rate: Double
  private let decay: Double
  private let epsilon: Double
  /// Running means of the squared gradients, and of the squared steps.
  private var (square, change): ([Double], [Double]) = ([], [])

  package init(settings values: [Double]) {
    (rate, decay, epsilon) = (values[0], values[1], values[2])
  }

  package mutating func step(from position: [Double], gradient: [Double]) -> [Double] {
    if square.isEmpty {
      square = Array(repeating: 0, count: gradient.count)
      change = square
    }
    return position.indices.map { i in
      let g = gradient[i]
      square[i] = decay * square[i] + (1 - decay) * g * g
      let step = g * (change[i] + epsilon).squareRoot() / (square[i] + epsilon).squareRoot()
      change[i] = decay * change[i] + (1 - decay) * step * step
      return position[i] - rate * step
    }
  }
}
