package import Diagnostics

/// The density of a normal distribution of several variables, times the weight of the component.
///
/// log w − ½ (d log 2π + log |Σ|) − ½ |F (x − μ)|², where F is the inverse of the Cholesky factor of Σ.
/// Source: Bishop, "Pattern recognition and machine learning" (2006), equation 2.43.
package struct GaussianDensity: Hashable, Sendable {
  /// μ.
  let mean: [Double]
  /// How many coordinates a point has.
  package var dimensions: Int { mean.count }

  /// F, which is lower triangular, by rows.
  let factor: [Double]
  /// The logarithm of the density at the mean.
  let peak: Double

  /// Σ has to be positive definite.
  package init(mean: [Double], covariance: Tensor, weight: Double = 1) throws(ArgumentError) {
    let d = mean.count
    let cholesky = try Cholesky(of: covariance, named: "covariances")
    var factor = [Double](repeating: 0, count: d * d)
    for column in 0..<d {
      var unit = [Double](repeating: 0, count: d)
      unit[column] = 1
      for (row, value) in cholesky.forward(unit).enumerated() { factor[row * d + column] = value }
    }
    let volume = Double(d) * UnaryFunction.logarithm(2 * .pi) + cholesky.logDeterminant
    (self.mean, self.factor) = (mean, factor)
    peak = UnaryFunction.logarithm(weight) - 0.5 * volume
  }

  /// The logarithm of the weighted density at a point.
  package func logarithm<Number: RealNumber>(at point: [Number]) -> Number {
    let d = mean.count
    let offsets = (0..<d).map { point[$0] - mean[$0] }
    let scores = (0..<d).map { row in
      (1..<row + 1).reduce(factor[row * d] * offsets[0]) { $0 + factor[row * d + $1] * offsets[$1] }
    }
    let square = scores.dropFirst().reduce(scores[0] * scores[0]) { $0 + $1 * $1 }
    return point[0].constant(peak) - 0.5 * square
  }
}
