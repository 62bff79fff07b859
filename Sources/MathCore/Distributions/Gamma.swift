/// The gamma distribution, by shape and rate (the inverse of the scale).
package struct Gamma: DistributionFamily {
  package static let parameters = [
    DistributionParameter("shape", .positive),
    DistributionParameter("rate", standard: 1, .positive),
  ]

  package let parameterValues: [Double]

  package init(parameterValues: [Double]) { self.parameterValues = parameterValues }

  /// Both greater than 0.
  package init(shape: Double, rate: Double = 1) { parameterValues = [shape, rate] }

  package static func support<Number: RealNumber>(
    _ parameters: [Number]
  ) -> (low: Number?, high: Number?) { (parameters[0].constant(0), nil) }

  package static func density<Number: RealNumber>(inside x: Number, _ parameters: [Number]) -> Number {
    let (shape, rate) = (parameters[0], parameters[1])
    return x.isEqual(to: 0).choosing(shape.endValue(rate), else: gammaKernel(shape, rate * x) / x)
  }

  package static func logDensity<Number: RealNumber>(inside x: Number, _ parameters: [Number]) -> Number {
    let (shape, rate) = (parameters[0], parameters[1])
    return x.isEqual(to: 0).choosing(
      shape.endValue(rate).applying(.logarithm),
      else: logGammaKernel(shape, rate * x) - x.applying(.logarithm))
  }

  package static func cumulative<Number: RealNumber>(inside x: Number, _ parameters: [Number]) -> Number {
    parameters[0].applying(.regularizedGamma, with: parameters[1] * x)
  }

  package static func survival<Number: RealNumber>(inside x: Number, _ parameters: [Number]) -> Number {
    parameters[0].applying(.complementaryRegularizedGamma, with: parameters[1] * x)
  }

  package static func quantile<Number: RealNumber>(inside p: Number, _ parameters: [Number]) -> Number {
    parameters[0].applying(.gammaQuantile, with: p) / parameters[1]
  }

  package static func mean<Number: RealNumber>(_ parameters: [Number]) -> Number {
    parameters[0] / parameters[1]
  }

  package static func variance<Number: RealNumber>(_ parameters: [Number]) -> Number {
    parameters[0] / parameters[1] / parameters[1]
  }

  // a − log r + log Γ(a) + (1 − a) ψ(a), with log Γ and ψ by Stirling's formula and its error.
  package static func entropy<Number: RealNumber>(_ parameters: [Number]) -> Number? {
    let (a, rate) = (parameters[0], parameters[1])
    let main = 0.5 * a.applying(.logarithm) + logarithmOfRootOfTwoPi + 0.5 - rate.applying(.logarithm)
    let rest = a.applying(.stirlingError) - (a - 1) * a.applying(.stirlingSlope)
    return main + rest - a.constant(0.5) / a
  }
}
