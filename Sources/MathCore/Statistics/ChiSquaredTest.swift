package import Diagnostics

/// Whether counts differ from expected ones by more than chance: χ² = Σ(O − E)²/E.
///
/// Source: Pearson, "On the criterion that a given system of deviations …" (1900).
package struct ChiSquaredTest: Hashable, Sendable {
  /// What was counted, in the order and shape given.
  package let observed: Tensor
  /// What the hypothesis expects, of the same shape; all are more than 0.
  package let expected: Tensor
  /// χ².
  package let statistic: Double
  /// How many of the counts can be chosen freely; more than 0.
  package let degreesOfFreedom: Double

  /// How likely a χ² at least as large is under the hypothesis.
  package var p: Double { ChiSquared(df: degreesOfFreedom).survival(at: statistic) }

  private init(
    _ observed: Tensor, _ expected: Tensor, degreesOfFreedom: Int, isCorrected: Bool = false
  ) {
    (self.observed, self.expected) = (observed, expected)
    self.degreesOfFreedom = Double(degreesOfFreedom)
    statistic = pairwiseSum(
      zip(observed.elements, expected.elements).map { (o, e) in
        let distance = abs(o - e)
        let counted = isCorrected ? distance - min(0.5, distance) : distance
        return counted * counted / e
      })
  }

  /// Whether rows and columns of a table of counts are independent: E = row total · column total / total.
  ///
  /// `isCorrected` brings the counts of a 2 × 2 table half a unit closer, as Yates proposed in 1934.
  package static func independence(
    of table: Tensor, isCorrected: Bool = false
  ) throws(ArgumentError) -> ChiSquaredTest {
    let (rows, columns) = (table.shape[0], table.shape[1])
    guard rows >= 2, columns >= 2 else {
      throw ArgumentError(
        "observed", "expected a table of at least 2 rows and 2 columns, found \(rows) × \(columns)")
    }
    try checkCounts(table.elements, "observed")
    let rowTotals = table.reduced(.sum, axes: [1]).elements
    let columnTotals = table.reduced(.sum, axes: [0]).elements
    for (name, totals) in [("row", rowTotals), ("column", columnTotals)] {
      if let place = totals.firstIndex(of: 0) {
        throw ArgumentError(
          "observed", "\(name) \(place) is empty, so that nothing is expected there", help: "leave it out")
      }
    }
    let total = pairwiseSum(rowTotals)
    let expected = rowTotals.flatMap { row in columnTotals.map { row * ($0 / total) } }
    let freedom = (rows - 1) * (columns - 1)
    return ChiSquaredTest(
      table, Tensor(shape: table.shape, elements: expected), degreesOfFreedom: freedom,
      isCorrected: isCorrected && freedom == 1)
  }

  /// Whether counts are as expected; without expected ones, whether all are equally likely.
  ///
  /// `parameters` is how many parameters of the hypothesis were estimated from the counts.
  package static func goodnessOfFit(
    of observed: [Double], to expected: [Double]? = nil, parameters: Int = 0
  ) throws(ArgumentError) -> ChiSquaredTest {
    guard observed.count >= 2 else {
      throw ArgumentError("observed", "expected at least 2 counts, found \(observed.count)")
    }
    try checkCounts(observed, "observed")
    let total = pairwiseSum(observed)
    guard total > 0 else { throw ArgumentError("observed", "expected a count of more than 0, found none") }
    let expected = expected ?? observed.map { _ in total / Double(observed.count) }
    try SampleCheck.sameCount(expected.count, "expected", as: observed.count, of: "observed")
    try checkCounts(expected, "expected")
    if let place = expected.firstIndex(of: 0) {
      throw ArgumentError("expected", "expected more than 0 everywhere, found 0 at \(place)")
    }
    let expectedTotal = pairwiseSum(expected)
    // SciPy's tolerance, the root of the rounding unit.
    guard abs(expectedTotal - total) <= 1.5e-8 * max(expectedTotal, total) else {
      throw ArgumentError(
        "expected",
        "expected counts that add up to the observed \(plain(total)), found \(plain(expectedTotal))",
        help: "multiply probabilities by the sum of the observed counts")
    }
    let freedom = observed.count - 1 - parameters
    guard parameters >= 0, freedom >= 1 else {
      throw ArgumentError("ddof", "expected from 0 to \(observed.count - 2), found \(parameters)")
    }
    return ChiSquaredTest(Tensor(observed), Tensor(expected), degreesOfFreedom: freedom)
  }

  private static func checkCounts(_ counts: [Double], _ argument: String) throws(ArgumentError) {
    try SampleCheck.numbers(counts, argument)
    if let place = counts.firstIndex(where: { $0 < 0 }) {
      throw ArgumentError(argument, "expected no negative count, found \(plain(counts[place])) at \(place)")
    }
  }
}
