/// Adam: momentum, with a rate for each coordinate over the root of its mean squared gradient.
///
/// m := β₁ m + (1 − β₁) g; v := β₂ v + (1 − β₂) g²; w := w − η (m / (1 − β₁ᵗ)) / (√(v / (1 − β₂ᵗ)) + ε).
/// Source: Kingma and Ba, "Adam: a method for stochastic optimization" (2015), algorithm 1; defaults of
/// `torch.optim.Adam`.
package struct Adam: Optimizer, Configurable {
  package static let settings = [Setting("rate", .positive, standard: 0.001)] + Moments.settings

  package var rate: Double
  private var moments: Moments

  package init(settings values: [Double]) {
    rate = values[0]
    moments = Moments(values[1...])
  }

  package mutating func step(from position: [Double], gradient: [Double]) -> [Double] {
    moments.add(gradient)
    return zip(position, moments.adamStep(rate, over: moments.square)).map { $0 - $1 }
  }
}
