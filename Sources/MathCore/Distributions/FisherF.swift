/// Fisher's F distribution: that of the ratio of two mean squares.
package struct FisherF: DistributionFamily {
  package static let parameters = [
    DistributionParameter("d1", .positive), DistributionParameter("d2", .positive),
  ]

  package let parameterValues: [Double]

  package init(parameterValues: [Double]) { self.parameterValues = parameterValues }

  /// The degrees of freedom above and below, both greater than 0.
  package init(d1: Double, d2: Double) { parameterValues = [d1, d2] }

  /// d1 x / d2, the odds of a number with a beta distribution of these shapes.
  private static func odds<Number: RealNumber>(
    _ x: Number, _ parameters: [Number]
  ) -> (a: Number, b: Number, odds: Number) {
    (0.5 * parameters[0], 0.5 * parameters[1], parameters[0] / parameters[1] * x)
  }

  package static func support<Number: RealNumber>(
    _ parameters: [Number]
  ) -> (low: Number?, high: Number?) { (parameters[0].constant(0), nil) }

  package static func density<Number: RealNumber>(inside x: Number, _ parameters: [Number]) -> Number {
    let (a, b, odds) = odds(x, parameters)
    let one = x.constant(1)
    let kernel = betaKernel(a, b, one / (one + one / odds), one / (one + odds))
    return x.isEqual(to: 0).choosing(a.endValue(one), else: kernel / x)
  }

  package static func logDensity<Number: RealNumber>(inside x: Number, _ parameters: [Number]) -> Number {
    let (a, b, odds) = odds(x, parameters)
    let one = x.constant(1)
    let kernel = logBetaKernel(a, b, one / (one + one / odds), one / (one + odds))
    return x.isEqual(to: 0).choosing(
      a.endValue(one).applying(.logarithm), else: kernel - x.applying(.logarithm))
  }

  package static func cumulative<Number: RealNumber>(inside x: Number, _ parameters: [Number]) -> Number {
    let (a, b, odds) = odds(x, parameters)
    return a.applying(.regularizedBeta, with: b, and: odds)
  }

  package static func survival<Number: RealNumber>(inside x: Number, _ parameters: [Number]) -> Number {
    let (a, b, odds) = odds(x, parameters)
    return b.applying(.regularizedBeta, with: a, and: x.constant(1) / odds)
  }

  package static func quantile<Number: RealNumber>(inside p: Number, _ parameters: [Number]) -> Number {
    let odds = (0.5 * parameters[0]).applying(.betaQuantile, with: 0.5 * parameters[1], and: p)
    return parameters[1] / parameters[0] * odds
  }

  package static func mean<Number: RealNumber>(_ parameters: [Number]) -> Number {
    let d2 = parameters[1]
    return d2.constant(2).isLess(than: d2).choosing(d2 / (d2 - 2), else: d2.constant(.infinity))
  }

  package static func variance<Number: RealNumber>(_ parameters: [Number]) -> Number {
    let (d1, d2) = (parameters[0], parameters[1])
    let mean = d2 / (d2 - 2)
    let finite = 2 * (mean * mean) * ((d1 + d2 - 2) / (d1 * (d2 - 4)))
    let infinite = d2.constant(2).isLess(than: d2).choosing(d2.constant(.infinity), else: d2.constant(.nan))
    return d2.constant(4).isLess(than: d2).choosing(finite, else: infinite)
  }

  // log B(a, b) + (1 − a) ψ(a) − (1 + b) ψ(b) + (a + b) ψ(a + b) + log(d2/d1) for a = d1/2, b = d2/2, with
  // log Γ and ψ by Stirling's formula and its error.
  package static func entropy<Number: RealNumber>(_ parameters: [Number]) -> Number? {
    let (a, b) = (0.5 * parameters[0], 0.5 * parameters[1])
    let s = a + b
    let one = a.constant(1)
    let logarithms =
      0.5 * (s / a / b).applying(.logarithm) + logarithmOfRootOfTwoPi
      + a.applying(.stirlingError) + b.applying(.stirlingError) - s.applying(.stirlingError)
    let slopes =
      (one - a) * a.applying(.stirlingSlope) - (one + b) * b.applying(.stirlingSlope)
      + s * s.applying(.stirlingSlope)
    return logarithms + slopes + 0.5 * (one / b - one / a) + 0.5
  }
}
