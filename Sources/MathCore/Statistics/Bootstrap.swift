package import Diagnostics

/// How a statistic varies from sample to sample, as drawing with replacement from one sample shows it.
///
/// Source: Efron, "Bootstrap methods: another look at the jackknife" (1979).
package struct Bootstrap: Hashable, Sendable {
  /// The statistic of the sample itself.
  package let estimate: Double
  /// The statistic of each sample drawn, in the order of drawing.
  package let replicates: [Double]

  /// Draws `draws` samples of `count` places with that seed; `statistic` is told the places of a sample.
  ///
  /// The samples are the same for ever: place after place is a whole number below `count` of `Xoshiro256`.
  package init<Failure: Error>(
    of count: Int, draws: Int, seed: UInt64, statistic: ([Int]) throws(Failure) -> Double
  ) throws(Failure) {
    precondition(count > 0, "nothing can be drawn from an empty sample")
    estimate = try statistic(Array(0..<count))
    var generator = Xoshiro256(seed: seed)
    var replicates: [Double] = []
    for _ in 0..<draws {
      let places = (0..<count).map { _ in Int(generator.whole(below: UInt64(count))) }
      replicates.append(try statistic(places))
    }
    self.replicates = replicates
  }

  /// The standard deviation of the replicates, divided by their number less one; NaN for fewer than two.
  package var standardError: Double {
    (try? SampleMoments(of: replicates))?.standardDeviation(lessBy: 1) ?? .nan
  }

  /// The percentile interval: what lies between the quantiles (1 ∓ level) / 2 of the replicates.
  ///
  /// Source: Efron, "Nonparametric standard errors and confidence intervals" (1981). NaN without replicates.
  package func interval(level: Double) throws(ArgumentError) -> (low: Double, high: Double) {
    try SampleCheck.fraction(level, "level")
    let sorted = replicates.sorted()
    return (
      quantile((1 - level) / 2, ofSorted: sorted), quantile((1 + level) / 2, ofSorted: sorted)
    )
  }
}
