/// The running means of gradients and of their squares, which the family of Adam shares.
///
/// m := β₁ m + (1 − β₁) g; v := β₂ v + (1 − β₂) g². Both start at 0, and are too small by the factors
/// `meanBias` = 1 − β₁ᵗ and `squareBias` = 1 − β₂ᵗ after t steps.
struct Moments: Sendable {
  /// The settings that come with them, behind the rate.
  static let settings = [
    Setting("beta1", .fraction, standard: 0.9), Setting("beta2", .fraction, standard: 0.999),
    Setting("epsilon", .positive, standard: 1e-8),
  ]

  private(set) var mean: [Double] = []
  private(set) var square: [Double] = []
  private(set) var meanBias = 0.0
  private(set) var squareBias = 0.0
  let beta1: Double
  let beta2: Double
  let epsilon: Double
  /// β₁ᵗ and β₂ᵗ.
  private var (power1, power2) = (1.0, 1.0)

  /// The means before the first step; the values are those of `settings`.
  init(_ values: ArraySlice<Double>) {
    let first = values.startIndex
    (beta1, beta2, epsilon) = (values[first], values[first + 1], values[first + 2])
  }

  mutating func add(_ gradient: [Double]) {
    if mean.isEmpty {
      mean = Array(repeating: 0, count: gradient.count)
      square = mean
    }
    for (i, g) in gradient.enumerated() {
      mean[i] = beta1 * mean[i] + (1 - beta1) * g
      square[i] = beta2 * square[i] + (1 - beta2) * g * g
    }
    power1 *= beta1
    power2 *= beta2
    (meanBias, squareBias) = (1 - power1, 1 - power2)
  }

  /// Adam's step against the gradients for a mean of squares: η (m / (1 − β₁ᵗ)) / (√(v / (1 − β₂ᵗ)) + ε).
  func adamStep(_ rate: Double, over square: [Double]) -> [Double] {
    let root = squareBias.squareRoot()
    return zip(mean, square).map { m, v in
      rate / meanBias * m / (v.squareRoot() / root + epsilon)
    }
  }
}
