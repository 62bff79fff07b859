/// The normal distribution, by mean and standard deviation.
package struct Normal: Distribution {
  /// Mean and standard deviation.
  package static let parameters = [
    DistributionParameter("mean", standard: 0),
    DistributionParameter("sd", standard: 1, isPositive: true),
  ]

  private let location: Double
  private let scale: Double

  /// `sd` is the standard deviation, greater than 0.
  package init(mean: Double = 0, sd: Double = 1) {
    location = mean
    scale = sd
  }

  package init(parameters values: [Double]) {
    self.init(mean: values[0], sd: values[1])
  }

  package var parameterValues: [Double] { [location, scale] }

  private static func standardized<Number: RealNumber>(_ x: Number, _ parameters: [Number]) -> Number {
    (x - parameters[0]) / parameters[1]
  }

  package static func logDensity<Number: RealNumber>(at x: Number, _ parameters: [Number]) -> Number {
    let z = standardized(x, parameters)
    return -0.5 * (z * z) - parameters[1].applying(.logarithm) - logarithmOfRootOfTwoPi
  }

  package static func density<Number: RealNumber>(at x: Number, _ parameters: [Number]) -> Number {
    let z = standardized(x, parameters)
    return (-0.5 * (z * z)).applying(.exponential) / (rootOfTwoPi * parameters[1])
  }

  // Through erfc on either side, which keeps its digits where it is tiny.
  package static func cumulative<Number: RealNumber>(at x: Number, _ parameters: [Number]) -> Number {
    let z = standardized(x, parameters)
    return 0.5 * (-rootOfHalf * z).applying(.complementaryErrorFunction)
  }

  package static func survival<Number: RealNumber>(at x: Number, _ parameters: [Number]) -> Number {
    let z = standardized(x, parameters)
    return 0.5 * (rootOfHalf * z).applying(.complementaryErrorFunction)
  }

  package static func quantile<Number: RealNumber>(at p: Number, _ parameters: [Number]) -> Number {
    parameters[0] + parameters[1] * p.applying(.normalQuantile)
  }

  package static func mean<Number: RealNumber>(_ parameters: [Number]) -> Number { parameters[0] }

  package static func variance<Number: RealNumber>(_ parameters: [Number]) -> Number {
    parameters[1] * parameters[1]
  }

  package static func entropy<Number: RealNumber>(_ parameters: [Number]) -> Number {
    parameters[1].applying(.logarithm) + (logarithmOfRootOfTwoPi + 0.5)
  }
}

private let logarithmOfRootOfTwoPi = 0.918938533204672741780
private let rootOfHalf = 0.707106781186547524401
