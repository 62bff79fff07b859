package import Diagnostics

/// What a classifier of two classes finds as its threshold falls: first nothing, at last everything.
///
/// What scores at least the threshold is called positive; equal scores pass it together.
package struct ScoreSweep: Hashable, Sendable {
  /// The different scores, falling.
  package let thresholds: [Double]
  /// How many positives score at least each threshold.
  package let truePositives: [Int]
  /// How many negatives score at least each threshold.
  package let falsePositives: [Int]

  /// Scores may be infinite, but not NaN; there must be positives and negatives.
  package init(scores: [Double], isPositive: [Bool]) throws(ArgumentError) {
    try SampleCheck.sameCount(isPositive.count, "labels", as: scores.count, of: "scores")
    if let place = scores.firstIndex(where: \.isNaN) {
      throw ArgumentError("scores", "expected numbers, found nan at \(place)")
    }
    guard isPositive.contains(true), isPositive.contains(false) else {
      throw ArgumentError(
        "labels",
        isPositive.isEmpty
          ? "expected at least one of each class, found none" : "expected two classes, found only one")
    }
    let order = scores.indices.sorted { scores[$0] > scores[$1] }
    var thresholds: [Double] = []
    var truePositives: [Int] = []
    var falsePositives: [Int] = []
    var (positives, negatives) = (0, 0)
    for (place, index) in order.enumerated() {
      if isPositive[index] { positives += 1 } else { negatives += 1 }
      let isLast = place + 1 == order.count
      guard isLast || scores[order[place + 1]] != scores[index] else { continue }
      thresholds.append(scores[index])
      truePositives.append(positives)
      falsePositives.append(negatives)
    }
    (self.thresholds, self.truePositives, self.falsePositives) = (
      thresholds, truePositives, falsePositives
    )
  }

  private var positives: Int { truePositives.last ?? 0 }
  private var negatives: Int { falsePositives.last ?? 0 }

  /// The share of the negatives that score at least each threshold; first 0 for a threshold of ∞.
  package var falsePositiveRates: [Double] {
    [0] + falsePositives.map { Double($0) / Double(negatives) }
  }

  /// The share of the positives that score at least each threshold; first 0 for a threshold of ∞.
  package var truePositiveRates: [Double] { [0] + recalls }

  /// The area under the curve of the two rates by trapezoids: the chance that a positive outscores a
  /// negative, ties counting half.
  ///
  /// Source: Hanley and McNeil, "The meaning and use of the area under a ROC curve" (1982).
  package var areaUnderCurve: Double {
    // Twice the area in counts is a whole number, so that nothing is rounded before the end.
    var twice = 0.0
    var last = (positive: 0, negative: 0)
    for (positive, negative) in zip(truePositives, falsePositives) {
      twice += Double((negative - last.negative) * (positive + last.positive))
      last = (positive, negative)
    }
    return twice / 2 / Double(positives) / Double(negatives)
  }

  /// The share of the positives that score at least each threshold.
  package var recalls: [Double] { truePositives.map { Double($0) / Double(positives) } }

  /// The share of positives among what scores at least each threshold.
  package var precisions: [Double] {
    zip(truePositives, falsePositives).map { Double($0) / Double($0 + $1) }
  }

  /// Σ (Rₖ − Rₖ₋₁) Pₖ, the area under the steps of precision over recall, as in scikit-learn.
  package var averagePrecision: Double {
    var sum = 0.0
    var last = 0
    for (count, precision) in zip(truePositives, precisions) {
      sum += Double(count - last) * precision
      last = count
    }
    return sum / Double(positives)
  }
}
