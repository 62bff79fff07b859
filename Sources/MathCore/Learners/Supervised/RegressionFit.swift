/// How well predictions meet the values that were measured.
package struct RegressionFit: Hashable, Sendable {
  /// The prediction at each point.
  package let predictions: [Double]
  /// What was measured less what is predicted.
  package let residuals: [Double]
  /// The mean of the squared residuals.
  package let meanSquaredError: Double
  /// The share of the variance that is explained, 1 − Σ residual² / Σ (y − mean)²; for values that are all
  /// equal, 1 if they are met exactly and else 0, as in scikit-learn.
  package let determination: Double

  init(predictions: [Double], of values: [Double]) {
    self.predictions = predictions
    let n = Double(values.count)
    residuals = zip(values, predictions).map { $0 - $1 }
    let squares = residuals.reduce(0) { $0 + $1 * $1 }
    meanSquaredError = squares / n
    let mean = values.reduce(0, +) / n
    let spread = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    determination = spread > 0 ? 1 - squares / spread : squares == 0 ? 1 : 0
  }
}
