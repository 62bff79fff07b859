/// The Bernoulli distribution: 1 with chance p, else 0.
package struct Bernoulli: DistributionFamily {
  package static let parameters = [
    DistributionParameter("p", .probability)
  ]
  package static let isDiscrete = true

  package let parameterValues: [Double]

  package init(parameterValues: [Double]) { self.parameterValues = parameterValues }

  /// `p` is a probability.
  package init(p: Double) { parameterValues = [p] }

  package static func support<Number: RealNumber>(
    _ parameters: [Number]
  ) -> (low: Number?, high: Number?) { (parameters[0].constant(0), parameters[0].constant(1)) }

  package static func density<Number: RealNumber>(inside k: Number, _ parameters: [Number]) -> Number {
    k.isEqual(to: 1).choosing(parameters[0], else: parameters[0].constant(1) - parameters[0])
  }

  package static func logDensity<Number: RealNumber>(inside k: Number, _ parameters: [Number]) -> Number {
    let failure = (-parameters[0]).applying(.logarithmOfOnePlus)
    return k.isEqual(to: 1).choosing(parameters[0].applying(.logarithm), else: failure)
  }

  package static func cumulative<Number: RealNumber>(inside k: Number, _ parameters: [Number]) -> Number {
    parameters[0].constant(1) - parameters[0]
  }

  package static func survival<Number: RealNumber>(inside k: Number, _ parameters: [Number]) -> Number {
    parameters[0]
  }

  package static func quantile<Number: RealNumber>(inside p: Number, _ parameters: [Number]) -> Number {
    Binomial.quantile(inside: p, [p.constant(1), parameters[0]])
  }

  package static func mean<Number: RealNumber>(_ parameters: [Number]) -> Number {
    parameters[0]
  }

  package static func variance<Number: RealNumber>(_ parameters: [Number]) -> Number {
    parameters[0] * (parameters[0].constant(1) - parameters[0])
  }

  package static func entropy<Number: RealNumber>(_ parameters: [Number]) -> Number? {
    let (p, q) = (parameters[0], parameters[0].constant(1) - parameters[0])
    let value = -(p * p.applying(.logarithm)) - q * (-p).applying(.logarithmOfOnePlus)
    return (p * q).isEqual(to: 0).choosing(p.constant(0), else: value)
  }
}
