package import Diagnostics

/// How much a series is like itself some steps before.
package struct Correlogram: Hashable, Sendable {
  /// rₖ for k = 0, 1, …: the correlation with the value k steps before.
  package let correlations: [Double]

  /// The autocorrelations rₖ = Σₜ (yₜ − ȳ)(yₜ₊ₖ − ȳ) / Σₜ (yₜ − ȳ)² up to a lag below the number of values.
  ///
  /// Source: Box and Jenkins (1976), equation 2.1.13. The values must be finite and not all the same.
  package init(_ series: [Double], lags: Int) throws(ArgumentError) {
    guard series.count >= 2 else {
      throw ArgumentError("y", "expected at least two values, found \(series.count)")
    }
    guard 0..<series.count ~= lags else {
      throw ArgumentError(
        "lags", "expected less than the \(series.count) values, found \(lags)")
    }
    let count = Double(series.count)
    let largest = series.reduce(0) { max($0, abs($1)) }
    // Scaled, so that no square overflows.
    let scaled = largest > 0 ? series.map { $0 / largest } : series
    let mean = scaled.reduce(0, +) / count
    let centered = scaled.map { $0 - mean }
    guard series.contains(where: { $0 != series[0] }) else {
      throw ArgumentError("y", "expected values that differ, found \(plain(series[0])) throughout")
    }
    let sums = (0...lags).map { lag in
      var sum = 0.0
      for time in lag..<series.count { sum += centered[time] * centered[time - lag] }
      return sum
    }
    guard sums[0] > 0 else { throw ArgumentError("y", "expected values that differ by more than rounding") }
    correlations = sums.map { $0 / sums[0] }
  }

  /// φₖₖ for k = 0, 1, …: what is left of each correlation when those of the lags between are taken out.
  ///
  /// Source: Durbin (1960) and Levinson (1947), the recursion of Box and Jenkins (1976), appendix A3.2.
  package var partialCorrelations: [Double] {
    var partial = [1.0]
    var coefficients: [Double] = []
    var rest = 1.0
    for lag in 1..<max(1, correlations.count) {
      var sum = correlations[lag]
      for (i, coefficient) in coefficients.enumerated() { sum -= coefficient * correlations[lag - 1 - i] }
      let last = sum / rest
      coefficients =
        coefficients.indices.map { coefficients[$0] - last * coefficients[lag - 2 - $0] } + [last]
      rest *= 1 - last * last
      partial.append(last)
    }
    return partial
  }
}
