package import Diagnostics

/// Whether what is said to happen with probability p happens as often: a reliability diagram.
///
/// Source: Niculescu-Mizil and Caruana, "Predicting good probabilities with supervised learning" (2005); bins
/// as scikit-learn's `calibration_curve`: the probability of a bin's upper edge belongs to it.
package struct Calibration: Hashable, Sendable {
  /// How probabilities are put into bins.
  package enum Strategy: String, CaseIterable, Sendable {
    /// Bins of equal widths from 0 to 1.
    case uniform
    /// Bins of about equal counts.
    case quantile
  }

  /// A bin that is not empty.
  package struct Bin: Hashable, Sendable {
    /// Its ends.
    package let low: Double, high: Double
    /// How many probabilities lie in it.
    package let count: Int
    /// Their mean.
    package let meanPredicted: Double
    /// The share of positives among them.
    package let fractionPositive: Double
  }

  /// The bins that are not empty, rising.
  package let bins: [Bin]
  /// The mean squared distance of the probabilities from what happened, 1 or 0: Brier's score (1950).
  package let brierScore: Double

  /// Compares probabilities with what happened.
  package init(
    probabilities: [Double], isPositive: [Bool], bins count: Int = 10, strategy: Strategy = .uniform
  ) throws(ArgumentError) {
    try SampleCheck.probabilities(probabilities, "probabilities")
    try SampleCheck.sameCount(isPositive.count, "labels", as: probabilities.count, of: "probabilities")
    guard !probabilities.isEmpty else {
      throw ArgumentError("probabilities", "expected at least one probability, found none")
    }
    guard count >= 1, count <= 10_000 else {
      throw ArgumentError("bins", "expected from 1 to 10000 bins, found \(count)")
    }
    var edges = (0...count).map { Double($0) / Double(count) }
    if strategy == .quantile {
      let sorted = probabilities.sorted()
      edges = edges.map { MathCore.quantile($0, ofSorted: sorted) }
    }
    bins = Self.bins(probabilities, isPositive, edges)
    let errors = zip(probabilities, isPositive).map { ($0 - ($1 ? 1 : 0)) * ($0 - ($1 ? 1 : 0)) }
    brierScore = pairwiseSum(errors) / Double(errors.count)
  }

  /// The expected calibration error Σ nᵢ/n |fraction positive − mean predicted|.
  ///
  /// Source: Naeini, Cooper, Hauskrecht, "Obtaining well calibrated probabilities using Bayesian binning"
  /// (2015).
  package var expectedError: Double {
    let total = bins.reduce(0) { $0 + $1.count }
    return bins.reduce(0) {
      $0 + Double($1.count) / Double(total) * abs($1.fractionPositive - $1.meanPredicted)
    }
  }

  private static func bins(_ p: [Double], _ isPositive: [Bool], _ edges: [Double]) -> [Bin] {
    let last = edges.count - 2
    var counts = [Int](repeating: 0, count: last + 1)
    var positives = counts
    var sums = [Double](repeating: 0, count: last + 1)
    let inner = edges[1...max(1, last)].prefix(last)
    for (p, isPositive) in zip(p, isPositive) {
      // How many inner edges lie below p.
      let bin = inner.partitioningIndex { $0 >= p } - inner.startIndex
      counts[bin] += 1
      positives[bin] += isPositive ? 1 : 0
      sums[bin] += p
    }
    return counts.indices.filter { counts[$0] > 0 }.map { i in
      let n = Double(counts[i])
      return Bin(
        low: edges[i], high: edges[i + 1], count: counts[i], meanPredicted: sums[i] / n,
        fractionPositive: Double(positives[i]) / n)
    }
  }
}

extension ArraySlice {
  /// The first index whose element belongs to the second part; all of those follow all of the others.
  fileprivate func partitioningIndex(where belongsToSecond: (Element) -> Bool) -> Index {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      if belongsToSecond(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
