/// How wide the bins of a histogram are, by NumPy's names.
package enum HistogramRule: String, CaseIterable, Sendable {
  /// The narrower one of `fd` and `sturges`, but with at most twice as many bins as `sqrt`.
  case auto
  /// 2 IQR n^(−1/3): Freedman and Diaconis, "On the histogram as a density estimator" (1981).
  case fd
  /// (24 √π / n)^(1/3) s: Scott, "On optimal and data-based histograms" (1979).
  case scott
  /// Range / (1 + log₂ n): Sturges, "The choice of a class interval" (1926).
  case sturges
  /// Range / √n.
  case sqrt
  /// Range / (2 n^(1/3)): Lane et al., "Introduction to Statistics" (Rice University).
  case rice
  /// Sturges with a term for skewness: Doane, "Aesthetic frequency classifications" (1976).
  case doane

  /// The width for at least one finite number; 0 where the rule finds no spread.
  package func width(for x: [Double], moments: SampleMoments) -> Double {
    let n = Double(x.count)
    let range = (x.max() ?? 0) - (x.min() ?? 0)
    switch self {
    case .sqrt: return range / n.squareRoot()
    case .sturges: return range / (UnaryFunction.binaryLogarithm(n) + 1)
    case .rice: return range / (2 * BinaryFunction.power(n, 1.0 / 3))
    case .scott:
      let factor = 24 * Double.pi.squareRoot() / n
      return BinaryFunction.power(factor, 1.0 / 3) * moments.standardDeviation()
    case .fd:
      let sorted = x.sorted()
      let spread = quantile(0.75, ofSorted: sorted) - quantile(0.25, ofSorted: sorted)
      return 2 * spread * BinaryFunction.power(n, -1.0 / 3)
    case .doane:
      guard n > 2, range > 0 else { return 0 }
      let deviation = (6 * (n - 2) / ((n + 1) * (n + 3))).squareRoot()
      let skew = UnaryFunction.binaryLogarithm(1 + abs(moments.skewness) / deviation)
      return range / (1 + UnaryFunction.binaryLogarithm(n) + skew)
    case .auto:
      let width = { (rule: HistogramRule) in rule.width(for: x, moments: moments) }
      return min(max(width(.fd), width(.sqrt) / 2), width(.sturges))
    }
  }
}
