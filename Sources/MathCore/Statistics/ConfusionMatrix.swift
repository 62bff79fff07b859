package import Diagnostics

/// How often each class was taken for each: rows are the truth, columns the predictions.
package struct ConfusionMatrix: Hashable, Sendable {
  /// How many classes there are.
  package let classCount: Int
  /// How many rows of the data have class i and were given class j, at i · classCount + j.
  package let counts: [Int]

  /// Counts pairs of classes, numbered from 0 to before `classCount`.
  package init(truth: [Int], predicted: [Int], classCount: Int) throws(ArgumentError) {
    try SampleCheck.sameCount(predicted.count, "predicted", as: truth.count, of: "truth")
    guard !truth.isEmpty else { throw ArgumentError("truth", "expected at least one label, found none") }
    var counts = [Int](repeating: 0, count: classCount * classCount)
    for (i, j) in zip(truth, predicted) { counts[i * classCount + j] += 1 }
    (self.classCount, self.counts) = (classCount, counts)
  }

  /// How many rows of the data have class `truth` and were given class `predicted`.
  package func count(_ truth: Int, _ predicted: Int) -> Int { counts[truth * classCount + predicted] }

  private var total: Int { counts.reduce(0, +) }

  /// How many rows of the data have a class: its support.
  package func support(_ k: Int) -> Int { (0..<classCount).reduce(0) { $0 + count(k, $1) } }

  /// How many rows of the data were given a class.
  package func predictions(_ k: Int) -> Int { (0..<classCount).reduce(0) { $0 + count($1, k) } }

  /// The share of all rows that were given their own class.
  package var accuracy: Double {
    ratio((0..<classCount).reduce(0) { $0 + count($1, $1) }, total)
  }

  /// TP / (TP + FP): how many of those given a class have it; 0 if none was given it.
  package func precision(_ k: Int) -> Double { ratio(count(k, k), predictions(k)) }

  /// TP / (TP + FN): how many of those that have a class were given it; 0 if none has it.
  package func recall(_ k: Int) -> Double { ratio(count(k, k), support(k)) }

  /// 2 TP / (2 TP + FP + FN): the harmonic mean of precision and recall; 0 if both are.
  package func f1(_ k: Int) -> Double { ratio(2 * count(k, k), predictions(k) + support(k)) }

  /// TN / (TN + FP): how many of those that do not have a class were not given it; 0 if all have it.
  package func specificity(_ k: Int) -> Double {
    ratio(total - support(k) - predictions(k) + count(k, k), total - support(k))
  }
}

/// 0 for a share of nothing, as scikit-learn has it.
private func ratio(_ part: Int, _ whole: Int) -> Double { whole == 0 ? 0 : Double(part) / Double(whole) }
