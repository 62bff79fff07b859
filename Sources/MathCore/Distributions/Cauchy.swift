/// The Cauchy distribution, which has neither mean nor variance.
package struct Cauchy: DistributionFamily {
  package static let parameters = [
    DistributionParameter("location", standard: 0),
    DistributionParameter("scale", standard: 1, .positive),
  ]

  package let parameterValues: [Double]

  package init(parameterValues: [Double]) { self.parameterValues = parameterValues }

  /// `scale` is greater than 0.
  package init(location: Double = 0, scale: Double = 1) { parameterValues = [location, scale] }

  package static func density<Number: RealNumber>(inside x: Number, _ parameters: [Number]) -> Number {
    let z = (x - parameters[0]) / parameters[1]
    return x.constant(1) / (Double.pi * parameters[1] * (z * z + 1))
  }

  package static func logDensity<Number: RealNumber>(inside x: Number, _ parameters: [Number]) -> Number {
    let z = (x - parameters[0]) / parameters[1]
    return -(z * z).applying(.logarithmOfOnePlus) - (Double.pi * parameters[1]).applying(.logarithm)
  }

  package static func cumulative<Number: RealNumber>(inside x: Number, _ parameters: [Number]) -> Number {
    let z = (x - parameters[0]) / parameters[1]
    return z.constant(1).applying(.arcTangentOfRatio, with: -z) / Double.pi
  }

  package static func survival<Number: RealNumber>(inside x: Number, _ parameters: [Number]) -> Number {
    let z = (x - parameters[0]) / parameters[1]
    return z.constant(1).applying(.arcTangentOfRatio, with: z) / Double.pi
  }

  package static func quantile<Number: RealNumber>(inside p: Number, _ parameters: [Number]) -> Number {
    let isLower = p.isLess(than: p.constant(0.5))
    let tail = isLower.choosing(p, else: p.constant(1) - p)
    let far = p.constant(1) / (Double.pi * tail).applying(.tangent)
    let near = (Double.pi * (p - 0.5)).applying(.tangent)
    let z = tail.isLess(than: p.constant(0.25)).choosing(isLower.choosing(-far, else: far), else: near)
    return parameters[0] + parameters[1] * z
  }

  package static func mean<Number: RealNumber>(_ parameters: [Number]) -> Number {
    parameters[0].constant(.nan)
  }

  package static func variance<Number: RealNumber>(_ parameters: [Number]) -> Number {
    parameters[0].constant(.nan)
  }

  package static func entropy<Number: RealNumber>(_ parameters: [Number]) -> Number? {
    (4 * Double.pi * parameters[1]).applying(.logarithm)
  }
}
