/// The logistic distribution, whose distribution function is the sigmoid.
package struct Logistic: DistributionFamily {
  package static let parameters = [
    DistributionParameter("mean", standard: 0),
    DistributionParameter("scale", standard: 1, .positive),
  ]

  package let parameterValues: [Double]

  package init(parameterValues: [Double]) { self.parameterValues = parameterValues }

  /// `scale` is greater than 0.
  package init(mean: Double = 0, scale: Double = 1) { parameterValues = [mean, scale] }

  /// How many scales away from the mean.
  private static func distance<Number: RealNumber>(_ x: Number, _ parameters: [Number]) -> Number {
    ((x - parameters[0]) / parameters[1]).applying(.absolute)
  }

  package static func density<Number: RealNumber>(inside x: Number, _ parameters: [Number]) -> Number {
    let e = (-distance(x, parameters)).applying(.exponential)
    return e / ((e + 1) * (e + 1)) / parameters[1]
  }

  package static func logDensity<Number: RealNumber>(inside x: Number, _ parameters: [Number]) -> Number {
    let distance = distance(x, parameters)
    let rest = (-distance).applying(.exponential).applying(.logarithmOfOnePlus)
    return -distance - 2 * rest - parameters[1].applying(.logarithm)
  }

  package static func cumulative<Number: RealNumber>(inside x: Number, _ parameters: [Number]) -> Number {
    ((x - parameters[0]) / parameters[1]).applying(.sigmoid)
  }

  package static func survival<Number: RealNumber>(inside x: Number, _ parameters: [Number]) -> Number {
    ((parameters[0] - x) / parameters[1]).applying(.sigmoid)
  }

  package static func quantile<Number: RealNumber>(inside p: Number, _ parameters: [Number]) -> Number {
    let far = p.applying(.logarithm) - (-p).applying(.logarithmOfOnePlus)
    let near = 2 * (2 * p - p.constant(1)).applying(.areaTangent)
    let isNear = (p - 0.5).applying(.absolute).isLess(than: p.constant(0.25))
    return parameters[0] + parameters[1] * isNear.choosing(near, else: far)
  }

  package static func mean<Number: RealNumber>(_ parameters: [Number]) -> Number {
    parameters[0]
  }

  package static func variance<Number: RealNumber>(_ parameters: [Number]) -> Number {
    Double.pi * Double.pi / 3 * (parameters[1] * parameters[1])
  }

  package static func entropy<Number: RealNumber>(_ parameters: [Number]) -> Number? {
    parameters[1].applying(.logarithm) + 2
  }
}
