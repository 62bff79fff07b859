/// The discrete uniform distribution: all whole numbers from one to another, both included, such as a die's.
package struct DiscreteUniform: DistributionFamily {
  package static let parameters = [
    DistributionParameter("low", .whole),
    DistributionParameter("high", .whole),
  ]
  package static let isDiscrete = true

  package let parameterValues: [Double]

  package init(parameterValues: [Double]) { self.parameterValues = parameterValues }

  /// Whole numbers, `low` up to `high`.
  package init(low: Int, high: Int) { parameterValues = [Double(low), Double(high)] }

  package static func mistake(among values: [Double]) -> ParameterMistake? {
    values[0] <= values[1] ? nil : ParameterMistake(index: 1, expectation: "at least low")
  }

  private static func count<Number: RealNumber>(_ parameters: [Number]) -> Number {
    parameters[1] - parameters[0] + 1
  }

  package static func support<Number: RealNumber>(
    _ parameters: [Number]
  ) -> (low: Number?, high: Number?) { (parameters[0], parameters[1]) }

  package static func density<Number: RealNumber>(inside k: Number, _ parameters: [Number]) -> Number {
    k.constant(1) / count(parameters)
  }

  package static func logDensity<Number: RealNumber>(inside k: Number, _ parameters: [Number]) -> Number {
    -count(parameters).applying(.logarithm)
  }

  package static func cumulative<Number: RealNumber>(inside k: Number, _ parameters: [Number]) -> Number {
    (k - parameters[0] + 1) / count(parameters)
  }

  package static func survival<Number: RealNumber>(inside k: Number, _ parameters: [Number]) -> Number {
    (parameters[1] - k) / count(parameters)
  }

  package static func quantile<Number: RealNumber>(inside p: Number, _ parameters: [Number]) -> Number {
    let guess = parameters[0] + (p * count(parameters)).applying(.ceiling) - 1
    return leastWhole(near: guess, p, parameters)
  }

  package static func mean<Number: RealNumber>(_ parameters: [Number]) -> Number {
    0.5 * parameters[0] + 0.5 * parameters[1]
  }

  package static func variance<Number: RealNumber>(_ parameters: [Number]) -> Number {
    let count = count(parameters)
    return (count - 1) * (count + 1) / 12
  }

  package static func entropy<Number: RealNumber>(_ parameters: [Number]) -> Number? {
    count(parameters).applying(.logarithm)
  }
}
