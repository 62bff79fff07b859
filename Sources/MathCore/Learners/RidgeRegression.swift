package import Diagnostics

/// The plane w · x + b that makes Σ (yᵢ − w · xᵢ − b)² + λ ‖w‖² smallest.
///
/// Source: Hoerl and Kennard, "Ridge regression" (1970); b is not penalized, as in scikit-learn, whose alpha
/// is λ. Solved to about 1e-12.
package struct RidgeRegression: Hashable, Sendable {
  /// The plane.
  package let formula: LinearFormula
  /// The values that it has at the points.
  package let fit: RegressionFit

  /// Learns with λ of at least 0, where 0 is plain least squares.
  package init(_ data: MeasuredPoints, lambda: Double) throws(ArgumentError) {
    try checkPenalty(lambda)
    let regression = try LinearRegression(data, penalty: lambda)
    formula = regression.formula
    fit = regression.fit
  }
}

/// A penalty is at least 0, and no larger than data may be.
func checkPenalty(_ lambda: Double) throws(ArgumentError) {
  guard lambda >= 0, isModerate(lambda) else {
    throw ArgumentError("lambda", "expected 0 to 1e100, found \(lambda)")
  }
}
