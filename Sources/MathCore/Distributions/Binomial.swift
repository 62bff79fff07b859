/// The binomial distribution: the number of successes in n independent trials of chance p.
///
/// The mass is a beta density at p. Source: Loader, "Fast and accurate computation of binomial
/// probabilities" (2000).
package struct Binomial: DistributionFamily {
  package static let parameters = [
    DistributionParameter("n", .count), DistributionParameter("p", .probability),
  ]
  package static let isDiscrete = true

  package let parameterValues: [Double]

  package init(parameterValues: [Double]) { self.parameterValues = parameterValues }

  /// `n` is a whole number from 0 on, `p` a probability.
  package init(n: Int, p: Double) { parameterValues = [Double(n), p] }

  package static func support<Number: RealNumber>(
    _ parameters: [Number]
  ) -> (low: Number?, high: Number?) { (parameters[0].constant(0), parameters[0]) }

  package static func density<Number: RealNumber>(inside k: Number, _ parameters: [Number]) -> Number {
    let (n, p) = (parameters[0], parameters[1])
    let q = p.constant(1) - p
    let mass = betaKernel(k + 1, n - k + 1, p, q) / ((n + 1) * (p * q))
    // Without chance there is one possible number.
    return (p * q).isEqual(to: 0).choosing(k.isEqual(to: n * p), else: mass)
  }

  package static func logDensity<Number: RealNumber>(inside k: Number, _ parameters: [Number]) -> Number {
    let (n, p) = (parameters[0], parameters[1])
    let q = p.constant(1) - p
    let mass = logBetaKernel(k + 1, n - k + 1, p, q) - ((n + 1) * (p * q)).applying(.logarithm)
    let certain = k.isEqual(to: n * p).applying(.logarithm)
    return (p * q).isEqual(to: 0).choosing(certain, else: mass)
  }

  package static func cumulative<Number: RealNumber>(inside k: Number, _ parameters: [Number]) -> Number {
    let (n, p) = (parameters[0], parameters[1])
    return (n - k).applying(.regularizedBeta, with: k + 1, and: (p.constant(1) - p) / p)
  }

  package static func survival<Number: RealNumber>(inside k: Number, _ parameters: [Number]) -> Number {
    let (n, p) = (parameters[0], parameters[1])
    return (k + 1).applying(.regularizedBeta, with: n - k, and: p / (p.constant(1) - p))
  }

  package static func quantile<Number: RealNumber>(inside p: Number, _ parameters: [Number]) -> Number {
    parameters[0].applying(.binomialQuantile, with: parameters[1], and: p)
  }

  package static func mean<Number: RealNumber>(_ parameters: [Number]) -> Number {
    parameters[0] * parameters[1]
  }

  package static func variance<Number: RealNumber>(_ parameters: [Number]) -> Number {
    parameters[0] * (parameters[1] * (parameters[1].constant(1) - parameters[1]))
  }

  package static func entropy<Number: RealNumber>(_ parameters: [Number]) -> Number? { nil }
}
