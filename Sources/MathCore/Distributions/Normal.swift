/// The normal distribution, by mean and standard deviation.
///
/// Source: Johnson, Kotz and Balakrishnan, "Continuous Univariate Distributions" (1994), as for all of them.
package struct Normal: DistributionFamily {
  package static let parameters = [
    DistributionParameter("mean", standard: 0),
    DistributionParameter("sd", standard: 1, .positive),
  ]

  package let parameterValues: [Double]

  package init(parameterValues: [Double]) { self.parameterValues = parameterValues }

  /// `sd` is the standard deviation, greater than 0.
  package init(mean: Double = 0, sd: Double = 1) { parameterValues = [mean, sd] }

  private static func standardized<Number: RealNumber>(_ x: Number, _ parameters: [Number]) -> Number {
    (x - parameters[0]) / parameters[1]
  }

  package static func logDensity<Number: RealNumber>(inside x: Number, _ parameters: [Number]) -> Number {
    let z = standardized(x, parameters)
    return -0.5 * (z * z) - parameters[1].applying(.logarithm) - logarithmOfRootOfTwoPi
  }

  package static func density<Number: RealNumber>(inside x: Number, _ parameters: [Number]) -> Number {
    let z = standardized(x, parameters)
    return (-0.5 * (z * z)).applying(.exponential) / (rootOfTwoPi * parameters[1])
  }

  // Through erfc on either side, which keeps its digits where it is tiny.
  package static func cumulative<Number: RealNumber>(inside x: Number, _ parameters: [Number]) -> Number {
    let z = standardized(x, parameters)
    return 0.5 * (-rootOfHalf * z).applying(.complementaryErrorFunction)
  }

  package static func survival<Number: RealNumber>(inside x: Number, _ parameters: [Number]) -> Number {
    let z = standardized(x, parameters)
    return 0.5 * (rootOfHalf * z).applying(.complementaryErrorFunction)
  }

  package static func quantile<Number: RealNumber>(inside p: Number, _ parameters: [Number]) -> Number {
    parameters[0] + parameters[1] * p.applying(.normalQuantile)
  }

  package static func mean<Number: RealNumber>(_ parameters: [Number]) -> Number { parameters[0] }

  package static func variance<Number: RealNumber>(_ parameters: [Number]) -> Number {
    parameters[1] * parameters[1]
  }

  package static func entropy<Number: RealNumber>(_ parameters: [Number]) -> Number? {
    parameters[1].applying(.logarithm) + (logarithmOfRootOfTwoPi + 0.5)
  }
}

private let rootOfHalf = 0.707106781186547524401
