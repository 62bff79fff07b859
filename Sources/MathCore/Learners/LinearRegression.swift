package import Diagnostics

/// The plane w · x + b that comes nearest to measured values in the sum of squares.
///
/// Source: Golub and Van Loan, "Matrix computations" (2013), section 5.5, on centered columns. Of all
/// solutions, which are many if columns depend on one another, it has the shortest w, as in scikit-learn; the
/// weight of a constant column is 0. Well-posed problems are solved to about 1e-12.
package struct LinearRegression: Hashable, Sendable {
  /// The plane.
  package let formula: LinearFormula
  /// The values that it has at the points.
  package let fit: RegressionFit

  /// Learns from points and their values.
  package init(_ data: MeasuredPoints) throws(ArgumentError) {
    try self.init(data, penalty: 0)
  }

  /// Adds `penalty` · ‖w‖² to the sum of squares; b is not penalized.
  init(_ data: MeasuredPoints, penalty: Double) throws(ArgumentError) {
    let means = data.points.columnMeans
    let level = data.values.reduce(0, +) / Double(data.count)
    var design = data.points.subtracting(columns: means)
    var goals = data.values.map { $0 - level }
    if penalty > 0 {
      // As further rows: their squares are the penalty, and no digits are lost to products of columns.
      design.elements += Tensor.identity(data.dimension).elements.map { $0 * penalty.squareRoot() }
      design.shape[0] += data.dimension
      goals += means.map { _ in 0 }
    }
    let weights = try leastSquares(design, Tensor(goals)).solution.elements
    let shift = zip(weights, means).reduce(0) { $0 + $1.0 * $1.1 }
    formula = LinearFormula(weights: weights, bias: level - shift)
    fit = RegressionFit(predictions: formula.values(atRows: data.points.elements), of: data.values)
  }
}
