/// The chi-squared distribution: that of a sum of squares of `df` standard normal numbers.
///
/// It is the gamma distribution of shape df/2 and rate ½.
package struct ChiSquared: DistributionFamily {
  package static let parameters = [DistributionParameter("df", .positive)]

  package let parameterValues: [Double]

  package init(parameterValues: [Double]) { self.parameterValues = parameterValues }

  /// `df` are the degrees of freedom, greater than 0.
  package init(df: Double) { parameterValues = [df] }

  private static func gamma<Number: RealNumber>(_ parameters: [Number]) -> [Number] {
    [0.5 * parameters[0], parameters[0].constant(0.5)]
  }

  package static func support<Number: RealNumber>(
    _ parameters: [Number]
  ) -> (low: Number?, high: Number?) { (parameters[0].constant(0), nil) }

  package static func density<Number: RealNumber>(inside x: Number, _ parameters: [Number]) -> Number {
    Gamma.density(inside: x, gamma(parameters))
  }

  package static func logDensity<Number: RealNumber>(inside x: Number, _ parameters: [Number]) -> Number {
    Gamma.logDensity(inside: x, gamma(parameters))
  }

  package static func cumulative<Number: RealNumber>(inside x: Number, _ parameters: [Number]) -> Number {
    Gamma.cumulative(inside: x, gamma(parameters))
  }

  package static func survival<Number: RealNumber>(inside x: Number, _ parameters: [Number]) -> Number {
    Gamma.survival(inside: x, gamma(parameters))
  }

  package static func quantile<Number: RealNumber>(inside p: Number, _ parameters: [Number]) -> Number {
    Gamma.quantile(inside: p, gamma(parameters))
  }

  package static func mean<Number: RealNumber>(_ parameters: [Number]) -> Number { parameters[0] }

  package static func variance<Number: RealNumber>(_ parameters: [Number]) -> Number { 2 * parameters[0] }

  package static func entropy<Number: RealNumber>(_ parameters: [Number]) -> Number? {
    Gamma.entropy(gamma(parameters))
  }
}
