package import Diagnostics

/// The mean of some numbers and their first central moments, m₂ = Σ(x − x̄)²/n and so on.
package struct SampleMoments: Hashable, Sendable {
  /// How many numbers there are.
  package let count: Int
  /// x̄ = Σx / n.
  package let mean: Double
  /// The largest distance from the mean; the moments are those of the distances in units of it, so that
  /// neither tiny nor huge numbers leave the range of doubles.
  private let scale: Double
  private let second: Double
  private let third: Double
  private let fourth: Double

  /// The moments of at least one finite number.
  package init(of x: [Double]) throws(ArgumentError) {
    try SampleCheck.numbers(x, "x")
    count = x.count
    let n = Double(x.count)
    let mean = pairwiseSum(x) / n
    self.mean = mean
    let scale = x.reduce(0) { max($0, abs($1 - mean)) }
    self.scale = scale
    guard scale > 0, !isConstant(x) else {
      (second, third, fourth) = (0, 0, 0)
      return
    }
    let squares = x.map { ($0 - mean) / scale * (($0 - mean) / scale) }
    second = pairwiseSum(squares) / n
    third = pairwiseSum(zip(squares, x).map { $0 * (($1 - mean) / scale) }) / n
    fourth = pairwiseSum(squares.map { $0 * $0 }) / n
  }

  /// The mean squared distance from the mean, the sum divided by n − `freedom`; NaN if that is not positive.
  package func variance(lessBy freedom: Double = 0) -> Double {
    let divisor = Double(count) - freedom
    return divisor > 0 ? second * scale * scale * (Double(count) / divisor) : .nan
  }

  /// The square root of the variance.
  package func standardDeviation(lessBy freedom: Double = 0) -> Double {
    let divisor = Double(count) - freedom
    return divisor > 0 ? (second * (Double(count) / divisor)).squareRoot() * scale : .nan
  }

  /// Fisher's g₁ = m₃ / m₂^(3/2): 0 for what is symmetric, NaN where all numbers are equal.
  package var skewness: Double { third / (second * second.squareRoot()) }

  /// Fisher's g₂ = m₄ / m₂² − 3, the excess over the normal distribution's; NaN where all numbers are equal.
  package var excessKurtosis: Double { fourth / (second * second) - 3 }
}

/// Σwx / Σw; the weights must not be negative nor all be 0.
package func weightedMean(_ x: [Double], weights: [Double]) throws(ArgumentError) -> Double {
  try SampleCheck.numbers(x, "x")
  try SampleCheck.sameCount(weights.count, "weights", as: x.count, of: "x")
  try SampleCheck.numbers(weights, "weights")
  if let place = weights.firstIndex(where: { $0 < 0 }) {
    throw ArgumentError(
      "weights", "expected no negative weight, found \(plain(weights[place])) at \(place)")
  }
  let total = pairwiseSum(weights)
  guard total > 0 else { throw ArgumentError("weights", "expected a weight of more than 0, found none") }
  return pairwiseSum(zip(x, weights).map { $0 * $1 }) / total
}
