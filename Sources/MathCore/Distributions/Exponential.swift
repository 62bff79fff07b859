/// The exponential distribution, by its rate (the inverse of the mean).
package struct Exponential: DistributionFamily {
  package static let parameters = [
    DistributionParameter("rate", standard: 1, .positive)
  ]

  package let parameterValues: [Double]

  package init(parameterValues: [Double]) { self.parameterValues = parameterValues }

  /// Greater than 0.
  package init(rate: Double = 1) { parameterValues = [rate] }

  package static func support<Number: RealNumber>(
    _ parameters: [Number]
  ) -> (low: Number?, high: Number?) { (parameters[0].constant(0), nil) }

  package static func density<Number: RealNumber>(inside x: Number, _ parameters: [Number]) -> Number {
    parameters[0] * (-(parameters[0] * x)).applying(.exponential)
  }

  package static func logDensity<Number: RealNumber>(inside x: Number, _ parameters: [Number]) -> Number {
    parameters[0].applying(.logarithm) - parameters[0] * x
  }

  package static func cumulative<Number: RealNumber>(inside x: Number, _ parameters: [Number]) -> Number {
    -(-(parameters[0] * x)).applying(.exponentialMinusOne)
  }

  package static func survival<Number: RealNumber>(inside x: Number, _ parameters: [Number]) -> Number {
    (-(parameters[0] * x)).applying(.exponential)
  }

  package static func quantile<Number: RealNumber>(inside p: Number, _ parameters: [Number]) -> Number {
    -(-p).applying(.logarithmOfOnePlus) / parameters[0]
  }

  package static func mean<Number: RealNumber>(_ parameters: [Number]) -> Number {
    parameters[0].constant(1) / parameters[0]
  }

  package static func variance<Number: RealNumber>(_ parameters: [Number]) -> Number {
    parameters[0].constant(1) / parameters[0] / parameters[0]
  }

  package static func entropy<Number: RealNumber>(_ parameters: [Number]) -> Number? {
    parameters[0].constant(1) - parameters[0].applying(.logarithm)
  }
}
