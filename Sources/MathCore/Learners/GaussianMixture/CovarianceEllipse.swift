internal import Diagnostics

/// The curve at one standard deviation from the mean of a normal distribution in the plane.
package struct CovarianceEllipse: Hashable, Sendable {
  /// The mean.
  package let center: [Double]
  /// Half the longer and half the shorter axis: the standard deviations along them.
  package let halfAxes: [Double]
  /// The angle of the longer axis with the first coordinate's, in radians, above −π/4 and up to 3π/4.
  package let angle: Double

  /// `nil` unless the mean has two coordinates and the matrix, which has to be symmetric, is finite.
  package init?(mean: [Double], covariance: Tensor) {
    guard mean.count == 2, let eigen = try? SymmetricEigen(of: covariance) else { return nil }
    center = mean
    halfAxes = eigen.values.reversed().map { max(0, $0).squareRoot() }
    angle = BinaryFunction.arcTangentOfRatio(eigen.vectors.elements[3], eigen.vectors.elements[1])
  }
}
