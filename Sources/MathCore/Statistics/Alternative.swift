/// Which results of a test speak against its hypothesis.
package enum Alternative: String, CaseIterable, Sendable {
  case twoSided = "two-sided"
  case less
  case greater

  /// How likely a statistic at least as extreme is under a distribution that is symmetric about 0.
  func probability(of statistic: Double, under null: some Distribution) -> Double {
    switch self {
    case .twoSided: min(1, 2 * null.survival(at: abs(statistic)))
    case .less: null.cumulative(at: statistic)
    case .greater: null.survival(at: statistic)
    }
  }

  /// What of `estimate` ± a multiple of the standard error a test at that level does not reject.
  func interval(
    about estimate: Double, standardError: Double, level: Double, under null: some Distribution
  ) -> (low: Double, high: Double) {
    // From the lower tail, whose probability keeps its digits where the level is next to 1.
    let tail = self == .twoSided ? 0.5 - 0.5 * level : 1 - level
    let reach = -null.quantile(at: tail) * standardError
    return (
      self == .less ? -.infinity : estimate - reach, self == .greater ? .infinity : estimate + reach
    )
  }
}
