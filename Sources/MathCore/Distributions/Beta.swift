/// The beta distribution, on 0…1.
package struct Beta: DistributionFamily {
  package static let parameters = [
    DistributionParameter("alpha", .positive),
    DistributionParameter("beta", .positive),
  ]

  package let parameterValues: [Double]

  package init(parameterValues: [Double]) { self.parameterValues = parameterValues }

  /// Both shapes are greater than 0.
  package init(alpha: Double, beta: Double) { parameterValues = [alpha, beta] }

  package static func support<Number: RealNumber>(
    _ parameters: [Number]
  ) -> (low: Number?, high: Number?) { (parameters[0].constant(0), parameters[0].constant(1)) }

  package static func density<Number: RealNumber>(inside x: Number, _ parameters: [Number]) -> Number {
    let (a, b) = (parameters[0], parameters[1])
    let y = x.constant(1) - x
    let last = y.isEqual(to: 0).choosing(b.endValue(a), else: betaKernel(a, b, x, y) / (x * y))
    return x.isEqual(to: 0).choosing(a.endValue(b), else: last)
  }

  package static func logDensity<Number: RealNumber>(inside x: Number, _ parameters: [Number]) -> Number {
    let (a, b) = (parameters[0], parameters[1])
    let y = x.constant(1) - x
    let inner = logBetaKernel(a, b, x, y) - x.applying(.logarithm) - (-x).applying(.logarithmOfOnePlus)
    let last = y.isEqual(to: 0).choosing(b.endValue(a).applying(.logarithm), else: inner)
    return x.isEqual(to: 0).choosing(a.endValue(b).applying(.logarithm), else: last)
  }

  package static func cumulative<Number: RealNumber>(inside x: Number, _ parameters: [Number]) -> Number {
    parameters[0].applying(.regularizedBeta, with: parameters[1], and: x / (x.constant(1) - x))
  }

  package static func survival<Number: RealNumber>(inside x: Number, _ parameters: [Number]) -> Number {
    parameters[1].applying(.regularizedBeta, with: parameters[0], and: (x.constant(1) - x) / x)
  }

  package static func quantile<Number: RealNumber>(inside p: Number, _ parameters: [Number]) -> Number {
    let one = p.constant(1)
    return one / (one + one / parameters[0].applying(.betaQuantile, with: parameters[1], and: p))
  }

  package static func mean<Number: RealNumber>(_ parameters: [Number]) -> Number {
    parameters[0] / (parameters[0] + parameters[1])
  }

  package static func variance<Number: RealNumber>(_ parameters: [Number]) -> Number {
    let sum = parameters[0] + parameters[1]
    return parameters[0] / sum * (parameters[1] / sum) / (sum + 1)
  }

  // log B(a, b) − (a − 1) ψ(a) − (b − 1) ψ(b) + (a + b − 2) ψ(a + b), with log Γ and ψ by Stirling's formula
  // and its error.
  package static func entropy<Number: RealNumber>(_ parameters: [Number]) -> Number? {
    let (a, b) = (parameters[0], parameters[1])
    let s = a + b
    let one = a.constant(1)
    let logarithms =
      0.5 * (a / s * (b / s) / s).applying(.logarithm) + (logarithmOfRootOfTwoPi + 0.5)
      + a.applying(.stirlingError) + b.applying(.stirlingError) - s.applying(.stirlingError)
    let slopes =
      (s - 2) * s.applying(.stirlingSlope) - (a - 1) * a.applying(.stirlingSlope)
      - (b - 1) * b.applying(.stirlingSlope)
    return logarithms + slopes + one / s - 0.5 * (one / a + one / b)
  }
}
