/// The negative binomial distribution: the number of failures before success number r, in trials of chance p.
///
/// r need not be whole. The mass is a beta density at p, as that of the binomial distribution.
package struct NegativeBinomial: DistributionFamily {
  package static let parameters = [
    DistributionParameter("r", .positive),
    DistributionParameter("p", .chance),
  ]
  package static let isDiscrete = true

  package let parameterValues: [Double]

  package init(parameterValues: [Double]) { self.parameterValues = parameterValues }

  /// `r` is greater than 0, and `p` a probability, but not 0.
  package init(r: Double, p: Double) { parameterValues = [r, p] }

  package static func support<Number: RealNumber>(
    _ parameters: [Number]
  ) -> (low: Number?, high: Number?) {
    let zero = parameters[0].constant(0)
    return (zero, parameters[1].isEqual(to: 1).choosing(zero, else: zero.constant(.infinity)))
  }

  package static func density<Number: RealNumber>(inside k: Number, _ parameters: [Number]) -> Number {
    let (r, p) = (parameters[0], parameters[1])
    let q = p.constant(1) - p
    let mass = betaKernel(r, k + 1, p, q) / (q * (r + k))
    return q.isEqual(to: 0).choosing(k.isEqual(to: 0), else: mass)
  }

  package static func logDensity<Number: RealNumber>(inside k: Number, _ parameters: [Number]) -> Number {
    let (r, p) = (parameters[0], parameters[1])
    let q = p.constant(1) - p
    let mass = logBetaKernel(r, k + 1, p, q) - (q * (r + k)).applying(.logarithm)
    return q.isEqual(to: 0).choosing(k.isEqual(to: 0).applying(.logarithm), else: mass)
  }

  package static func cumulative<Number: RealNumber>(inside k: Number, _ parameters: [Number]) -> Number {
    let p = parameters[1]
    return parameters[0].applying(.regularizedBeta, with: k + 1, and: p / (p.constant(1) - p))
  }

  package static func survival<Number: RealNumber>(inside k: Number, _ parameters: [Number]) -> Number {
    let p = parameters[1]
    return (k + 1).applying(.regularizedBeta, with: parameters[0], and: (p.constant(1) - p) / p)
  }

  package static func quantile<Number: RealNumber>(inside p: Number, _ parameters: [Number]) -> Number {
    parameters[0].applying(.negativeBinomialQuantile, with: parameters[1], and: p)
  }

  package static func mean<Number: RealNumber>(_ parameters: [Number]) -> Number {
    parameters[0] * ((parameters[1].constant(1) - parameters[1]) / parameters[1])
  }

  package static func variance<Number: RealNumber>(_ parameters: [Number]) -> Number {
    mean(parameters) / parameters[1]
  }

  package static func entropy<Number: RealNumber>(_ parameters: [Number]) -> Number? {
    nil
  }
}
