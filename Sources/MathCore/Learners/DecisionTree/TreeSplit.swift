/// The cut of a tree's node that leaves the purest halves.
struct TreeSplit: Hashable, Sendable {
  var feature: Int
  /// Points with at most this coordinate go left.
  var threshold: Double
  /// The rows on either side.
  var left: [Int]
  var right: [Int]

  /// The best cut of some rows between two different coordinates; `nil` if all points are the same.
  ///
  /// Of cuts that are equally good, up to rounding, the one of the lowest feature is taken, and there the
  /// one with the lowest threshold.
  init?(of rows: [Int], in data: ClassifiedPoints, by criterion: DecisionTree.Criterion) {
    var total = [Int](repeating: 0, count: data.classCount)
    for row in rows { total[data.classes[row]] += 1 }
    var best: (purity: Double, feature: Int, place: Int, rows: [Int])?
    for feature in 0..<data.dimension {
      func coordinate(_ row: Int) -> Double { data.points.elements[row * data.dimension + feature] }
      let sorted = rows.sorted { (coordinate($0), $0) < (coordinate($1), $1) }
      var (left, right) = (total.map { _ in 0 }, total)
      for place in 1..<max(1, sorted.count) {
        let label = data.classes[sorted[place - 1]]
        left[label] += 1
        right[label] -= 1
        guard coordinate(sorted[place - 1]) < coordinate(sorted[place]) else { continue }
        let purity = criterion.purity(of: left) + criterion.purity(of: right)
        if let best, purity <= best.purity + 1e-12 * abs(best.purity) { continue }
        best = (purity, feature, place, sorted)
      }
    }
    guard let best else { return nil }
    feature = best.feature
    left = Array(best.rows[..<best.place])
    right = Array(best.rows[best.place...])
    let lower = data.points.elements[best.rows[best.place - 1] * data.dimension + feature]
    let upper = data.points.elements[best.rows[best.place] * data.dimension + feature]
    let middle = lower / 2 + upper / 2
    // Between neighboring floating-point numbers there is no middle.
    threshold = middle < upper ? max(lower, middle) : lower
  }
}

extension DecisionTree.Criterion {
  /// How far a node is from holding a single class: 1 − Σ p² or −Σ p log₂ p, 0 for a pure one.
  func impurity(of counts: [Int]) -> Double {
    let n = Double(counts.reduce(0, +))
    switch self {
    case .gini: return 1 - counts.reduce(0) { $0 + Double($1) * Double($1) } / (n * n)
    case .entropy:
      return counts.reduce(0) { sum, count in
        let share = Double(count) / n
        return count > 0 ? sum - share * UnaryFunction.binaryLogarithm(share) : sum
      }
    }
  }

  /// What is left of n times the impurity if terms that all cuts share are taken away, negated.
  fileprivate func purity(of counts: [Int]) -> Double {
    let n = counts.reduce(0, +)
    switch self {
    case .gini: return Double(counts.reduce(0) { $0 + $1 * $1 }) / Double(n)
    case .entropy: return counts.reduce(0) { $0 + logarithmicSize($1) } - logarithmicSize(n)
    }
  }

  private func logarithmicSize(_ count: Int) -> Double {
    count > 0 ? Double(count) * UnaryFunction.binaryLogarithm(Double(count)) : 0
  }
}
