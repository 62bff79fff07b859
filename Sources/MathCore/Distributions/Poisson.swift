/// The Poisson distribution: the number of events that come at a rate, independently of each other.
package struct Poisson: DistributionFamily {
  package static let parameters = [
    DistributionParameter("rate", .positive)
  ]
  package static let isDiscrete = true

  package let parameterValues: [Double]

  package init(parameterValues: [Double]) { self.parameterValues = parameterValues }

  /// `rate` is greater than 0.
  package init(rate: Double) { parameterValues = [rate] }

  package static func support<Number: RealNumber>(
    _ parameters: [Number]
  ) -> (low: Number?, high: Number?) { (parameters[0].constant(0), parameters[0].constant(.infinity)) }

  package static func density<Number: RealNumber>(inside k: Number, _ parameters: [Number]) -> Number {
    gammaKernel(k + 1, parameters[0]) / parameters[0]
  }

  package static func logDensity<Number: RealNumber>(inside k: Number, _ parameters: [Number]) -> Number {
    logGammaKernel(k + 1, parameters[0]) - parameters[0].applying(.logarithm)
  }

  package static func cumulative<Number: RealNumber>(inside k: Number, _ parameters: [Number]) -> Number {
    (k + 1).applying(.complementaryRegularizedGamma, with: parameters[0])
  }

  package static func survival<Number: RealNumber>(inside k: Number, _ parameters: [Number]) -> Number {
    (k + 1).applying(.regularizedGamma, with: parameters[0])
  }

  package static func quantile<Number: RealNumber>(inside p: Number, _ parameters: [Number]) -> Number {
    parameters[0].applying(.poissonQuantile, with: p)
  }

  package static func mean<Number: RealNumber>(_ parameters: [Number]) -> Number {
    parameters[0]
  }

  package static func variance<Number: RealNumber>(_ parameters: [Number]) -> Number {
    parameters[0]
  }

  package static func entropy<Number: RealNumber>(_ parameters: [Number]) -> Number? {
    nil
  }
}
