/// The geometric distribution: the number of trials of chance p up to the first success, which is counted.
package struct Geometric: DistributionFamily {
  package static let parameters = [
    DistributionParameter("p", .chance)
  ]
  package static let isDiscrete = true

  package let parameterValues: [Double]

  package init(parameterValues: [Double]) { self.parameterValues = parameterValues }

  /// `p` is a probability, but not 0.
  package init(p: Double) { parameterValues = [p] }

  /// The logarithm of the chance of failure.
  private static func failure<Number: RealNumber>(_ parameters: [Number]) -> Number {
    (-parameters[0]).applying(.logarithmOfOnePlus)
  }

  package static func support<Number: RealNumber>(
    _ parameters: [Number]
  ) -> (low: Number?, high: Number?) {
    let one = parameters[0].constant(1)
    return (one, parameters[0].isEqual(to: 1).choosing(one, else: one.constant(.infinity)))
  }

  package static func density<Number: RealNumber>(inside k: Number, _ parameters: [Number]) -> Number {
    let later = parameters[0] * ((k - 1) * failure(parameters)).applying(.exponential)
    return k.isEqual(to: 1).choosing(parameters[0], else: later)
  }

  package static func logDensity<Number: RealNumber>(inside k: Number, _ parameters: [Number]) -> Number {
    let first = parameters[0].applying(.logarithm)
    return k.isEqual(to: 1).choosing(first, else: first + (k - 1) * failure(parameters))
  }

  package static func cumulative<Number: RealNumber>(inside k: Number, _ parameters: [Number]) -> Number {
    -(k * failure(parameters)).applying(.exponentialMinusOne)
  }

  package static func survival<Number: RealNumber>(inside k: Number, _ parameters: [Number]) -> Number {
    (k * failure(parameters)).applying(.exponential)
  }

  package static func quantile<Number: RealNumber>(inside p: Number, _ parameters: [Number]) -> Number {
    let guess = ((-p).applying(.logarithmOfOnePlus) / failure(parameters)).applying(.ceiling)
    return leastWhole(near: guess, p, parameters)
  }

  package static func mean<Number: RealNumber>(_ parameters: [Number]) -> Number {
    parameters[0].constant(1) / parameters[0]
  }

  package static func variance<Number: RealNumber>(_ parameters: [Number]) -> Number {
    (parameters[0].constant(1) - parameters[0]) / parameters[0] / parameters[0]
  }

  package static func entropy<Number: RealNumber>(_ parameters: [Number]) -> Number? {
    let (p, q) = (parameters[0], parameters[0].constant(1) - parameters[0])
    let value = -p.applying(.logarithm) - q / p * failure(parameters)
    return q.isEqual(to: 0).choosing(p.constant(0), else: value)
  }
}
