/// The uniform distribution: all numbers between two ends are equally likely.
package struct Uniform: DistributionFamily {
  package static let parameters = [
    DistributionParameter("low", standard: 0),
    DistributionParameter("high", standard: 1),
  ]

  package let parameterValues: [Double]

  package init(parameterValues: [Double]) { self.parameterValues = parameterValues }

  /// `low` is less than `high`.
  package init(low: Double = 0, high: Double = 1) { parameterValues = [low, high] }

  package static func mistake(among values: [Double]) -> ParameterMistake? {
    values[0] < values[1] ? nil : ParameterMistake(index: 1, expectation: "more than low")
  }

  package static func support<Number: RealNumber>(
    _ parameters: [Number]
  ) -> (low: Number?, high: Number?) { (parameters[0], parameters[1]) }

  package static func density<Number: RealNumber>(inside x: Number, _ parameters: [Number]) -> Number {
    x.constant(1) / (parameters[1] - parameters[0])
  }

  package static func logDensity<Number: RealNumber>(inside x: Number, _ parameters: [Number]) -> Number {
    -(parameters[1] - parameters[0]).applying(.logarithm)
  }

  package static func cumulative<Number: RealNumber>(inside x: Number, _ parameters: [Number]) -> Number {
    (x - parameters[0]) / (parameters[1] - parameters[0])
  }

  package static func survival<Number: RealNumber>(inside x: Number, _ parameters: [Number]) -> Number {
    (parameters[1] - x) / (parameters[1] - parameters[0])
  }

  package static func quantile<Number: RealNumber>(inside p: Number, _ parameters: [Number]) -> Number {
    parameters[0] + p * (parameters[1] - parameters[0])
  }

  package static func mean<Number: RealNumber>(_ parameters: [Number]) -> Number {
    0.5 * parameters[0] + 0.5 * parameters[1]
  }

  package static func variance<Number: RealNumber>(_ parameters: [Number]) -> Number {
    let width = parameters[1] - parameters[0]
    return width * width / 12
  }

  package static func entropy<Number: RealNumber>(_ parameters: [Number]) -> Number? {
    (parameters[1] - parameters[0]).applying(.logarithm)
  }
}
