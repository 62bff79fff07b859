/// The Laplace distribution: two exponential ones, back to back.
package struct Laplace: DistributionFamily {
  package static let parameters = [
    DistributionParameter("mean", standard: 0),
    DistributionParameter("scale", standard: 1, .positive),
  ]

  package let parameterValues: [Double]

  package init(parameterValues: [Double]) { self.parameterValues = parameterValues }

  /// `scale` is greater than 0.
  package init(mean: Double = 0, scale: Double = 1) { parameterValues = [mean, scale] }

  package static func density<Number: RealNumber>(inside x: Number, _ parameters: [Number]) -> Number {
    logDensity(inside: x, parameters).applying(.exponential)
  }

  package static func logDensity<Number: RealNumber>(inside x: Number, _ parameters: [Number]) -> Number {
    let distance = ((x - parameters[0]) / parameters[1]).applying(.absolute)
    return -distance - (2 * parameters[1]).applying(.logarithm)
  }

  // Each side by its own formula: the absolute value has no slope where they meet.
  package static func cumulative<Number: RealNumber>(inside x: Number, _ parameters: [Number]) -> Number {
    let z = (x - parameters[0]) / parameters[1]
    let upper = z.constant(1) - 0.5 * (-z).applying(.exponential)
    return z.isLess(than: z.constant(0)).choosing(0.5 * z.applying(.exponential), else: upper)
  }

  package static func survival<Number: RealNumber>(inside x: Number, _ parameters: [Number]) -> Number {
    cumulative(inside: -x, [-parameters[0], parameters[1]])
  }

  package static func quantile<Number: RealNumber>(inside p: Number, _ parameters: [Number]) -> Number {
    let lower = (2 * p).applying(.logarithm)
    let upper = -(2 * (p.constant(1) - p)).applying(.logarithm)
    let z = p.isLess(than: p.constant(0.5)).choosing(lower, else: upper)
    return parameters[0] + parameters[1] * z
  }

  package static func mean<Number: RealNumber>(_ parameters: [Number]) -> Number {
    parameters[0]
  }

  package static func variance<Number: RealNumber>(_ parameters: [Number]) -> Number {
    2 * (parameters[1] * parameters[1])
  }

  package static func entropy<Number: RealNumber>(_ parameters: [Number]) -> Number? {
    (2 * parameters[1]).applying(.logarithm) + 1
  }
}
