package import Diagnostics

/// x̄ ± t s/√n, Student's confidence interval for a mean; of equal numbers, a point.
///
/// At least two numbers; `level` lies strictly between 0 and 1.
package func meanInterval(
  of x: [Double], level: Double
) throws(ArgumentError) -> (low: Double, high: Double) {
  try SampleCheck.fraction(level, "level")
  let sample = try SampleMean(x, "x")
  return Alternative.twoSided.interval(
    about: sample.mean, standardError: sample.squaredError.squareRoot(), level: level,
    under: StudentT(df: Double(x.count - 1)))
}

/// Wilson's score interval for a proportion: all p that a z test at that level does not reject.
///
/// Source: Wilson, "Probable inference, the law of succession, and statistical inference" (1927). It never
/// leaves 0…1, and is an interval also where nothing or everything was a success.
package func proportionInterval(
  successes: Int, of n: Int, level: Double
) throws(ArgumentError) -> (low: Double, high: Double) {
  try SampleCheck.fraction(level, "level")
  guard n >= 1 else { throw ArgumentError("n", "expected at least one trial, found \(n)") }
  guard (0...n).contains(successes) else {
    throw ArgumentError("successes", "expected from 0 to the \(n) trials, found \(successes)")
  }
  let z = -Normal().quantile(at: 0.5 - 0.5 * level)
  let (count, p) = (Double(n), Double(successes) / Double(n))
  let center = (p + z * z / (2 * count)) / (1 + z * z / count)
  let reach =
    z / (1 + z * z / count) * (p * (1 - p) / count + z * z / (4 * count * count)).squareRoot()
  // At either end the interval has that end exactly, which rounding may miss.
  return (
    successes == 0 ? 0 : max(0, center - reach), successes == n ? 1 : min(1, center + reach)
  )
}
