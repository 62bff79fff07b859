extension Distribution {
  /// About how many terms that sum takes.
  package var entropyTermCount: Int {
    let deviation = standardDeviation
    return deviation.isFinite ? Int(min(20 + 80 * deviation, 1_000_000)) : 0
  }

  /// The entropy of a discrete distribution by its definition, outwards from the mean.
  ///
  /// Where the masses are those of a bell that is wide and whole, the sum over every k-th of them, times k,
  /// is the same to the last digit (by Poisson's summation formula). NaN where the sum would still take more
  /// than a million terms.
  var summedEntropy: Double {
    let (mean, deviation) = (mean, standardDeviation)
    guard mean.isFinite, deviation.isFinite else { return .nan }
    if deviation == 0 { return 0 }
    let isWhole = min(mean - support.lowerBound, support.upperBound - mean) > 12 * deviation
    let stride = isWhole ? max(1, (deviation / 8).rounded(.down)) : 1
    guard deviation / stride < 10_000 else { return .nan }
    let start = mean.rounded(.down)
    var sum = 0.0
    func add(from first: Double, by step: Double) {
      var (k, last) = (first, Double.infinity)
      for _ in 0..<1_000_000 where support.contains(k) {
        let logarithm = logDensity(at: k)
        let term = logarithm > -700 ? -logarithm * UnaryFunction.exponential(logarithm) : 0
        sum += term
        if term <= last, term < 1e-19 * sum || logarithm <= -700 { break }
        last = term
        k += step
      }
    }
    add(from: start, by: -stride)
    add(from: start + stride, by: stride)
    return stride * sum
  }
}
