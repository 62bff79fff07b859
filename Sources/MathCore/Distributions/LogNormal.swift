/// The log-normal distribution: that of a number whose logarithm is normal.
package struct LogNormal: DistributionFamily {
  package static let parameters = [
    DistributionParameter("mu", standard: 0),
    DistributionParameter("sigma", standard: 1, .positive),
  ]

  package let parameterValues: [Double]

  package init(parameterValues: [Double]) { self.parameterValues = parameterValues }

  /// Mean and standard deviation of the logarithm; `sigma` is greater than 0.
  package init(mu: Double = 0, sigma: Double = 1) { parameterValues = [mu, sigma] }

  private static func logarithm<Number: RealNumber>(_ x: Number) -> Number { x.applying(.logarithm) }

  // The normal density of log 0 is 0, whatever it is divided by.
  private static func positive<Number: RealNumber>(_ x: Number) -> Number {
    x.isEqual(to: 0).choosing(x.constant(1), else: x)
  }

  package static func support<Number: RealNumber>(
    _ parameters: [Number]
  ) -> (low: Number?, high: Number?) { (parameters[0].constant(0), nil) }

  package static func density<Number: RealNumber>(inside x: Number, _ parameters: [Number]) -> Number {
    Normal.density(inside: logarithm(x), parameters) / positive(x)
  }

  package static func logDensity<Number: RealNumber>(inside x: Number, _ parameters: [Number]) -> Number {
    let value = Normal.logDensity(inside: logarithm(x), parameters) - logarithm(x)
    return x.isEqual(to: 0).choosing(x.constant(-.infinity), else: value)
  }

  package static func cumulative<Number: RealNumber>(inside x: Number, _ parameters: [Number]) -> Number {
    Normal.cumulative(inside: logarithm(x), parameters)
  }

  package static func survival<Number: RealNumber>(inside x: Number, _ parameters: [Number]) -> Number {
    Normal.survival(inside: logarithm(x), parameters)
  }

  package static func quantile<Number: RealNumber>(inside p: Number, _ parameters: [Number]) -> Number {
    Normal.quantile(inside: p, parameters).applying(.exponential)
  }

  package static func mean<Number: RealNumber>(_ parameters: [Number]) -> Number {
    (parameters[0] + 0.5 * (parameters[1] * parameters[1])).applying(.exponential)
  }

  package static func variance<Number: RealNumber>(_ parameters: [Number]) -> Number {
    let square = parameters[1] * parameters[1]
    return square.applying(.exponentialMinusOne) * (2 * parameters[0] + square).applying(.exponential)
  }

  package static func entropy<Number: RealNumber>(_ parameters: [Number]) -> Number? {
    parameters[0] + parameters[1].applying(.logarithm) + (logarithmOfRootOfTwoPi + 0.5)
  }
}
