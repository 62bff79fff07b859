/// Adam with Nesterov's momentum, which grows from step to step.
///
/// μₜ = β₁ (1 − ½ · 0.96^(t ψ)) for the `momentum_decay` ψ; with P = μ₁ μ₂ … μₜ and Adam's m and v,
/// w := w − η (μₜ₊₁ m / (1 − P μₜ₊₁) + (1 − μₜ) g / (1 − P)) / (√(v / (1 − β₂ᵗ)) + ε).
/// Source: Dozat, "Incorporating Nesterov momentum into Adam" (2016), algorithm 2, and its appendix for
/// μₜ; defaults of `torch.optim.NAdam`.
package struct NAdam: Optimizer, Configurable {
  package static let settings =
    [Setting("rate", .positive, standard: 0.002)] + Moments.settings
    + [Setting("momentum_decay", .notNegative, standard: 0.004)]

  package var rate: Double
  private let momentumDecay: Double
  private var moments: Moments
  private var steps = 0.0
  /// μ₁ μ₂ … μₜ.
  private var product = 1.0

  package init(settings values: [Double]) {
    rate = values[0]
    moments = Moments(values[1...])
    momentumDecay = values[4]
  }

  package mutating func step(from position: [Double], gradient: [Double]) -> [Double] {
    moments.add(gradient)
    steps += 1
    let (mu, next) = (momentum(at: steps), momentum(at: steps + 1))
    product *= mu
    let fromGradient = rate * (1 - mu) / (1 - product)
    let fromMean = rate * next / (1 - product * next)
    return position.indices.map { i in
      let size = (moments.square[i] / moments.squareBias).squareRoot() + moments.epsilon
      return position[i] - (fromGradient * gradient[i] + fromMean * moments.mean[i]) / size
    }
  }

  private func momentum(at step: Double) -> Double {
    moments.beta1 * (1 - 0.5 * BinaryFunction.power(0.96, step * momentumDecay))
  }
}
