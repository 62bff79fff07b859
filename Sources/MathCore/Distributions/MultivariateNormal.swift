package import Diagnostics

/// The normal distribution of vectors, by mean and covariance.
///
/// Source: Anderson, "An Introduction to Multivariate Statistical Analysis" (2003), section 2.3.
package struct MultivariateNormal: Sendable {
  /// The expected vector.
  package let mean: [Double]
  /// A symmetric positive definite matrix.
  package let covariance: Tensor
  /// The lower triangular L with L Lᵀ = covariance.
  private let factor: Tensor
  private let logDeterminant: Double

  /// A mean of d numbers and a d × d covariance.
  package init(mean: [Double], covariance: Tensor) throws(ArgumentError) {
    guard !mean.isEmpty else { throw ArgumentError("mean", "expected at least one number, found none") }
    guard covariance.shape == [mean.count, mean.count] else {
      let shape = covariance.shape.map(String.init).joined(separator: " × ")
      throw ArgumentError(
        "covariance", "expected a matrix of \(mean.count) × \(mean.count), as the mean, found one of \(shape)"
      )
    }
    let cholesky = try Cholesky(of: covariance, named: "covariance")
    self.mean = mean
    self.covariance = covariance
    factor = cholesky.factor
    logDeterminant = cholesky.logDeterminant
  }

  /// The number of coordinates.
  package var dimension: Int { mean.count }

  /// The logarithm of the density at a point, which has as many coordinates as the mean.
  package func logDensity<Number: RealNumber>(at point: [Number]) -> Number {
    // The z of L z = x − mean is a standard normal vector.
    var z: [Number] = []
    for (i, x) in point.enumerated() {
      var rest = x - mean[i]
      for (j, known) in z.enumerated() { rest = rest - factor.elements[i * dimension + j] * known }
      z.append(rest / factor.elements[i * dimension + i])
    }
    let squares = z.dropFirst().reduce(z[0] * z[0]) { $0 + $1 * $1 }
    return -0.5 * squares - (Double(dimension) * logarithmOfRootOfTwoPi + 0.5 * logDeterminant)
  }

  /// The density at a point.
  package func density<Number: RealNumber>(at point: [Number]) -> Number {
    logDensity(at: point).applying(.exponential)
  }

  /// In nats.
  package var entropy: Double {
    Double(dimension) * (logarithmOfRootOfTwoPi + 0.5) + 0.5 * logDeterminant
  }

  /// Random vectors by rows: L times standard normal numbers, by quantiles, and the mean.
  package func sample(_ count: Int, using generator: inout Xoshiro256) -> Tensor {
    var elements: [Double] = []
    elements.reserveCapacity(count * dimension)
    for _ in 0..<count {
      let z = mean.map { _ in UnaryFunction.normalQuantile(generator.openUnit()) }
      for i in mean.indices {
        elements.append((0...i).reduce(mean[i]) { $0 + factor.elements[i * dimension + $1] * z[$1] })
      }
    }
    return Tensor(shape: [count, dimension], elements: elements)
  }

  /// The ellipse, or ellipsoid, around the mean that holds a probability and is as small as it can be.
  ///
  /// The square of the distance from the mean, in standard deviations, is chi-squared.
  package func ellipse(_ probability: Double) throws(ArgumentError) -> Ellipse {
    guard probability > 0, probability < 1 else {
      throw ArgumentError("probability", "expected a probability between 0 and 1, found \(probability)")
    }
    let eigen = try SymmetricEigen(of: covariance, named: "covariance")
    let distance = ChiSquared(df: Double(dimension)).quantile(at: probability).squareRoot()
    // The longest first.
    let order = eigen.values.indices.reversed()
    let directions = order.flatMap { axis in
      mean.indices.map { eigen.vectors.elements[$0 * dimension + axis] }
    }
    return Ellipse(
      center: mean, radii: order.map { distance * max(0, eigen.values[$0]).squareRoot() },
      directions: Tensor(shape: [dimension, dimension], elements: directions))
  }

  /// A set of points within an ellipse.
  package struct Ellipse: Hashable, Sendable {
    /// Its middle.
    package let center: [Double]
    /// Half the lengths of its axes, the longest first.
    package let radii: [Double]
    /// The unit vectors along its axes, by rows.
    package let directions: Tensor
  }
}
