import MathCore
import TestSupport
import Testing

private let scores = [0.9, 0.8, 0.8, 0.7, 0.6, 0.5, 0.5, 0.5, 0.3, 0.2, 0.1, 0.1]
private let labels = [1, 1, 0, 1, 0, 1, 0, 0, 1, 0, 0, 0].map { $0 == 1 }

/// Reference numbers are those of scikit-learn 1.9's `metrics` and `calibration`.
@Suite struct ClassifierScoreTests {
  private func expect(_ found: [Double], _ expected: [Double], within tolerance: Double = 1e-14) {
    #expect(found.count == expected.count)
    for (a, b) in zip(found, expected) { #expect(isClose(a, b, within: tolerance), "\(a), \(b)") }
  }

  @Test func `The oracle's curve and matrix are scikit-learn's`() throws {
    let oracle = try StatisticsOracle.row("roc").content
    let (scores, labels) = (try #require(oracle.scores), try #require(oracle.labels))
    let sweep = try ScoreSweep(scores: scores, isPositive: labels.map { $0 == 1 })
    expect(sweep.falsePositiveRates, try #require(oracle.fpr), within: 1e-10)
    expect(sweep.truePositiveRates, try #require(oracle.tpr), within: 1e-10)
    #expect(try isClose(sweep.areaUnderCurve, #require(oracle.auc), within: 1e-10))
    let matrix = try ConfusionMatrix(
      truth: labels, predicted: scores.map { $0 >= 0 ? 1 : 0 }, classCount: 2)
    #expect(try matrix.counts == #require(oracle.confusion).flatMap { $0 })
  }

  @Test func `Ties pass the threshold together`() throws {
    let sweep = try ScoreSweep(scores: scores, isPositive: labels)
    // roc_curve(labels, scores, drop_intermediate=False), roc_auc_score
    expect(sweep.falsePositiveRates, [0, 0, 1, 1, 2, 4, 4, 5, 7].map { $0 / 7 })
    expect(sweep.truePositiveRates, [0, 1, 2, 3, 3, 4, 5, 5, 5].map { $0 / 5 })
    expect(sweep.thresholds, [0.9, 0.8, 0.7, 0.6, 0.5, 0.3, 0.2, 0.1])
    #expect(isClose(sweep.areaUnderCurve, 0.7571428571428571, within: 1e-15))
    // precision_recall_curve, average_precision_score
    expect(
      sweep.precisions.reversed(), [5.0 / 12, 0.5, 5.0 / 9, 0.5, 0.6, 0.75, 2.0 / 3, 1])
    expect(sweep.recalls.reversed(), [1, 1, 1, 0.8, 0.6, 0.6, 0.4, 0.2])
    #expect(isClose(sweep.averagePrecision, 0.6944444444444444, within: 1e-14))
  }

  @Test(arguments: 0..<20)
  func `The area is the chance that a positive outscores a negative`(_ seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let scores = (0..<40).map { _ in Double(Int.random(in: 0..<12, using: &generator)) }
    let labels = (0..<40).map { $0 < 2 ? $0 == 0 : Bool.random(using: &generator) }
    // Mann and Whitney's U over all pairs, ties counting half.
    var (wins, pairs) = (0.0, 0.0)
    for (a, isA) in zip(scores, labels) where isA {
      for (b, isB) in zip(scores, labels) where !isB {
        wins += a > b ? 1 : a == b ? 0.5 : 0
        pairs += 1
      }
    }
    let sweep = try ScoreSweep(scores: scores, isPositive: labels)
    #expect(isClose(sweep.areaUnderCurve, wins / pairs, within: 1e-14))
  }

  @Test func `Confusion of three classes is scikit-learn's`() throws {
    let matrix = try ConfusionMatrix(
      truth: [0, 1, 2, 2, 1, 0, 0, 2, 1, 1], predicted: [0, 2, 2, 2, 1, 0, 1, 2, 1, 0], classCount: 3)
    #expect(matrix.counts == [2, 1, 0, 1, 2, 1, 0, 0, 3])
    #expect(matrix.accuracy == 0.7)
    // classification_report
    expect((0..<3).map(matrix.precision), [2.0 / 3, 2.0 / 3, 0.75])
    expect((0..<3).map(matrix.recall), [2.0 / 3, 0.5, 1])
    expect((0..<3).map(matrix.f1), [2.0 / 3, 4.0 / 7, 6.0 / 7])
    // Of the 7 that are not of class 0, 6 were not given it, and so on.
    expect((0..<3).map(matrix.specificity), [6.0 / 7, 5.0 / 6, 6.0 / 7])
  }

  @Test func `Shares of nothing are 0`() throws {
    let matrix = try ConfusionMatrix(truth: [0, 0], predicted: [0, 0], classCount: 2)
    #expect([matrix.precision(1), matrix.recall(1), matrix.f1(1), matrix.specificity(0)] == [0, 0, 0, 0])
    #expect(matrix.specificity(1) == 1)
  }

  @Test(arguments: Calibration.Strategy.allCases)
  func `Calibration is scikit-learn's`(_ strategy: Calibration.Strategy) throws {
    let found = try Calibration(
      probabilities: scores, isPositive: labels, bins: 4, strategy: strategy)
    // calibration_curve(labels, scores, n_bins=4, strategy=…) and brier_score_loss
    expect(found.bins.map(\.fractionPositive), [0, 0.5, 0.5, 2.0 / 3])
    expect(found.bins.map(\.meanPredicted), [0.4 / 3, 0.45, 0.65, 2.5 / 3])
    #expect(isClose(found.brierScore, 0.20333333333333328, within: 1e-14))
    let errors = [0.4, 0.05 * 4, 0.15 * 2, 0.5].reduce(0, +)
    #expect(isClose(found.expectedError, errors / 12, within: 1e-13))
  }

  @Test func `Edges belong to the bin below, and empty bins are left out`() throws {
    let found = try Calibration(
      probabilities: [0, 0.5, 0.5, 1], isPositive: [false, true, false, true], bins: 4)
    #expect(found.bins.map(\.count) == [1, 2, 1])
    #expect(found.bins.map(\.high) == [0.25, 0.5, 1])
  }
}
