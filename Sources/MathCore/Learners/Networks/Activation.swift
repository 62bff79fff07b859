package import Diagnostics

/// What a unit of a network makes of the sum that comes in: a = f(z).
package struct Activation: Sendable {
  /// f(z), as a formula.
  package let value: @Sendable (_ z: RecordedNumber) -> RecordedNumber
  /// Whether weights start with the spread for rectifiers, which is wider.
  let isRectifier: Bool
  /// f over the sums of a layer.
  let values: ArrayFormula
  /// g f′(z) over a layer, of z, a = f(z) and what comes back, g.
  let gradients: ArrayFormula

  /// An activation with its slope f′(z), which may make use of a = f(z).
  init(
    isRectifier: Bool = false, _ value: @escaping @Sendable (_ z: RecordedNumber) -> RecordedNumber,
    slope: (_ z: RecordedNumber, _ a: RecordedNumber) -> RecordedNumber
  ) {
    self.value = value
    self.isRectifier = isRectifier
    values = ArrayFormula(inputs: 1) { value($0[0]) }
    gradients = ArrayFormula(inputs: 3) { slope($0[0], $0[1]) * $0[2] }
  }
}

/// All activations of networks by the names that users write.
///
/// Where a slope jumps, at 0, it is the one from below, as in PyTorch.
package let activations = Catalogue<Activation>(
  "activation",
  [
    "identity": linear,
    "linear": linear,
    "tanh": Activation({ $0.applying(.hyperbolicTangent) }, slope: { _, a in a.constant(1) - a * a }),
    "sigmoid": Activation({ $0.applying(.sigmoid) }, slope: { _, a in a * (a.constant(1) - a) }),
    "relu": Activation(isRectifier: true, { rectified($0, below: $0.constant(0)) }) { z, _ in
      isPositive(z)
    },
    "leaky_relu": Activation(isRectifier: true, { rectified($0, below: 0.01 * $0) }) { z, _ in
      isPositive(z).choosing(z.constant(1), else: z.constant(0.01))
    },
    "elu": Activation(
      isRectifier: true,
      { rectified($0, below: $0.applying(.minimum, with: $0.constant(0)).applying(.exponentialMinusOne)) }
    ) { z, a in
      isPositive(z).choosing(z.constant(1), else: a + 1)
    },
    "softplus": Activation({ $0.applying(.softplus) }, slope: { z, _ in z.applying(.sigmoid) }),
    "silu": Activation(isRectifier: true, { $0 * $0.applying(.sigmoid) }) { z, a in
      let gate = z.applying(.sigmoid)
      return gate + a * (z.constant(1) - gate)
    },
    // z Φ(z), exactly (Hendrycks and Gimpel 2016), with the slope Φ(z) + z φ(z).
    "gelu": Activation(isRectifier: true, { $0 * normalProbability($0) }) { z, _ in
      let density = 0.3989422804014327 * (-0.5 * (z * z)).applying(.exponential)
      return normalProbability(z) + z * density
    },
  ])

private let linear = Activation({ $0 }, slope: { z, _ in z.constant(1) })

private func isPositive(_ z: RecordedNumber) -> RecordedNumber {
  z.constant(0).applying(.less, with: z)
}

/// z where it is positive, else another number; NaN stays NaN.
private func rectified(_ z: RecordedNumber, below: RecordedNumber) -> RecordedNumber {
  z.applying(.lessOrEqual, with: z.constant(0)).choosing(below, else: z)
}

/// Φ(z), also in the lower tail.
private func normalProbability(_ z: RecordedNumber) -> RecordedNumber {
  0.5 * (-(0.5.squareRoot()) * z).applying(.complementaryErrorFunction)
}
