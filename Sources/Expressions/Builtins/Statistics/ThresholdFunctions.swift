internal import Diagnostics
internal import MathCore

private let positive = Builtin.Parameter.optional("positive")

/// Scores and probabilities of one class against the truth, at every threshold.
let thresholdFunctions: [Builtin] = [
  Builtin(
    "roc", ["scores", "labels", positive],
    "The receiver operating characteristic: a record with fpr, tpr, thresholds and auc. The second class is "
      + "positive unless said otherwise, and so are scores from the threshold on.",
    Example("roc([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1]).auc", "0.75")
  ) { (evaluation, call) throws(Diagnostic) in
    let sweep = try evaluation.sweep(call)
    return .record(
      "ROC curve",
      [
        ("fpr", .vector(sweep.falsePositiveRates)), ("tpr", .vector(sweep.truePositiveRates)),
        ("thresholds", .vector([.infinity] + sweep.thresholds)), ("auc", .number(sweep.areaUnderCurve)),
      ])
  },
  Builtin(
    "precision_recall", ["scores", "labels", positive],
    "Precision and recall as the threshold rises to the last point (1, 0): a record with precision, recall, "
      + "thresholds and average_precision.",
    Example("precision_recall([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1]).average_precision", "0.833333")
  ) { (evaluation, call) throws(Diagnostic) in
    let sweep = try evaluation.sweep(call)
    return .record(
      "precision-recall curve",
      [
        ("precision", .vector(sweep.precisions.reversed() + [1])),
        ("recall", .vector(sweep.recalls.reversed() + [0])),
        ("thresholds", .vector(Array(sweep.thresholds.reversed()))),
        ("average_precision", .number(sweep.averagePrecision)),
      ])
  },
  Builtin(
    "calibration",
    [
      "probabilities", "labels", .init("bins", .number(10)), .init("strategy", .text("uniform")), positive,
    ],
    "A reliability diagram: for each bin of probabilities that is not empty mean_predicted, "
      + "fraction_positive, counts, low and high; also expected_error and brier_score. The strategy makes "
      + "bins uniform in width, or in counts: quantile.",
    Example("calibration([0.1, 0.2, 0.8, 0.9], [0, 0, 1, 1], bins=2).mean_predicted", "[0.15 0.85]")
  ) { (evaluation, call) throws(Diagnostic) in
    try evaluation.calibration(call)
  },
]

extension Evaluation {
  fileprivate mutating func sweep(_ call: Call) throws(Diagnostic) -> ScoreSweep {
    let scores = try call.vector(0)
    try chargeOperations(500, times: scores.count, at: call.place)
    let isPositive = try call.positives(1, count: scores.count, positive: 2)
    return try call.checked { () throws(ArgumentError) in
      try ScoreSweep(scores: scores, isPositive: isPositive)
    }
  }

  fileprivate mutating func calibration(_ call: Call) throws(Diagnostic) -> Value {
    let probabilities = try call.vector(0)
    let count = try call.integer(2, in: 1...10_000)
    let word = try call.word(3, among: Calibration.Strategy.allCases.map(\.rawValue))
    let strategy = Calibration.Strategy(rawValue: word) ?? .uniform
    try chargeOperations(500, times: probabilities.count, at: call.place)
    let isPositive = try call.positives(1, count: probabilities.count, positive: 4)
    let calibration = try call.checked { () throws(ArgumentError) in
      try Calibration(
        probabilities: probabilities, isPositive: isPositive, bins: count, strategy: strategy)
    }
    let bins = calibration.bins
    return .record(
      "calibration",
      [
        ("mean_predicted", .vector(bins.map(\.meanPredicted))),
        ("fraction_positive", .vector(bins.map(\.fractionPositive))),
        ("counts", .vector(bins.map(\.count))), ("low", .vector(bins.map(\.low))),
        ("high", .vector(bins.map(\.high))), ("expected_error", .number(calibration.expectedError)),
        ("brier_score", .number(calibration.brierScore)),
      ])
  }
}

extension Call {
  /// Which of `count` rows have the positive class.
  fileprivate func positives(_ index: Int, count: Int, positive: Int) throws(Diagnostic) -> [Bool] {
    guard count > 0 else { throw mistake(0, "expected at least one element, found none") }
    let labels = try labels(index, count: count)
    let code = try self.positive(positive, among: labels, labelsAt: index)
    return labels.codes.map { $0 == code }
  }
}
