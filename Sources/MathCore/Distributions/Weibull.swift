/// The Weibull distribution, by shape and scale.
package struct Weibull: DistributionFamily {
  package static let parameters = [
    DistributionParameter("shape", .positive),
    DistributionParameter("scale", standard: 1, .positive),
  ]

  package let parameterValues: [Double]

  package init(parameterValues: [Double]) { self.parameterValues = parameterValues }

  /// Both are greater than 0.
  package init(shape: Double, scale: Double = 1) { parameterValues = [shape, scale] }

  /// (x / scale)^shape.
  private static func hazard<Number: RealNumber>(_ x: Number, _ parameters: [Number]) -> Number {
    (x / parameters[1]).applying(.power, with: parameters[0])
  }

  package static func support<Number: RealNumber>(
    _ parameters: [Number]
  ) -> (low: Number?, high: Number?) { (parameters[0].constant(0), nil) }

  package static func density<Number: RealNumber>(inside x: Number, _ parameters: [Number]) -> Number {
    logDensity(inside: x, parameters).applying(.exponential)
  }

  package static func logDensity<Number: RealNumber>(inside x: Number, _ parameters: [Number]) -> Number {
    let (shape, ratio) = (parameters[0], x / parameters[1])
    let factor = shape / parameters[1]
    let value = factor.applying(.logarithm) + (shape - 1) * ratio.applying(.logarithm) - hazard(x, parameters)
    return x.isEqual(to: 0).choosing(shape.endValue(factor).applying(.logarithm), else: value)
  }

  package static func cumulative<Number: RealNumber>(inside x: Number, _ parameters: [Number]) -> Number {
    -(-hazard(x, parameters)).applying(.exponentialMinusOne)
  }

  package static func survival<Number: RealNumber>(inside x: Number, _ parameters: [Number]) -> Number {
    (-hazard(x, parameters)).applying(.exponential)
  }

  package static func quantile<Number: RealNumber>(inside p: Number, _ parameters: [Number]) -> Number {
    let hazard = -(-p).applying(.logarithmOfOnePlus)
    return parameters[1] * hazard.applying(.power, with: p.constant(1) / parameters[0])
  }

  package static func mean<Number: RealNumber>(_ parameters: [Number]) -> Number {
    let inverse = parameters[0].constant(1) / parameters[0]
    return parameters[1] * (inverse + 1).applying(.gamma)
  }

  package static func variance<Number: RealNumber>(_ parameters: [Number]) -> Number {
    let inverse = parameters[0].constant(1) / parameters[0]
    let (one, two) = (
      (inverse + 1).applying(.logarithmOfGamma), (2 * inverse + 1).applying(.logarithmOfGamma)
    )
    var series = inverse.constant(0)
    for coefficient in coefficients.reversed() { series = inverse * series + coefficient }
    // The difference of the logarithms goes with the square, and its digits with it.
    let isSmall = inverse.isLess(than: inverse.constant(0.01))
    let difference = isSmall.choosing(inverse * inverse * series, else: two - 2 * one)
    let mean = mean(parameters)
    return mean * mean * difference.applying(.exponentialMinusOne)
  }

  package static func entropy<Number: RealNumber>(_ parameters: [Number]) -> Number? {
    let inverse = parameters[0].constant(1) / parameters[0]
    return eulerGamma * (inverse.constant(1) - inverse) + (parameters[1] * inverse).applying(.logarithm) + 1
  }
}

private let eulerGamma = 0.577215664901532861

/// Of log Γ(1 + 2t) − 2 log Γ(1 + t) from t² on: (−1)^k ζ(k) (2^k − 2) / k (DLMF 5.7.3).
private let coefficients = [
  1.6449340668482264, -2.4041138063191885, 3.7881313179889835, -6.22156653086022,
  10.51254497383931, -18.150286992874612, 31.879456059284735, -56.78047559347799,
  102.30164557806299, -186.0919190803662,
]
