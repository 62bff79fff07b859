package import Diagnostics

/// How likely a z or t test finds an effect of a given size.
///
/// Source: Cohen, "Statistical Power Analysis for the Behavioral Sciences" (1988), chapter 2, with the
/// noncentral t distribution itself instead of its tables.
package struct TestPower: Hashable, Sendable {
  /// What is known of the standard deviation.
  package enum Statistic: String, CaseIterable, Sendable {
    /// It is known.
    case z
    /// It is estimated from the samples.
    case t
  }

  /// The most elements that a sample is planned with.
  package static let sizeLimit = 1_000_000_000

  /// Cohen's d: the true difference in standard deviations.
  package let effect: Double
  /// The probability of rejecting a hypothesis that is true.
  package let alpha: Double
  private let statistic: Statistic
  private let samples: Int
  private let alternative: Alternative

  /// A test of one sample, or of two of equal size.
  package init(
    effect: Double, alpha: Double, statistic: Statistic = .t, samples: Int = 1,
    _ alternative: Alternative = .twoSided
  ) throws(ArgumentError) {
    guard effect.isFinite else {
      throw ArgumentError("effect", "expected a finite number, found \(plain(effect))")
    }
    try SampleCheck.fraction(alpha, "alpha")
    guard (1...2).contains(samples) else {
      throw ArgumentError("samples", "expected 1 or 2, found \(samples)")
    }
    (self.effect, self.alpha, self.statistic) = (effect, alpha, statistic)
    (self.samples, self.alternative) = (samples, alternative)
  }

  /// The probability of rejection, on either side if the alternative is two-sided, with `n` elements in each sample, at least 1, or 2 for t.
  package func power(n: Int) throws(ArgumentError) -> Double {
    let least = statistic == .t ? 2 : 1
    guard (least...Self.sizeLimit).contains(n) else {
      throw ArgumentError("n", "expected from \(least) to \(Self.sizeLimit) elements, found \(n)")
    }
    return probability(n)
  }

  /// The fewest elements of each sample with which a power is reached.
  package func sampleSize(power: Double) throws(ArgumentError) -> Int {
    try SampleCheck.fraction(power, "power")
    let isWithin =
      switch alternative {
      case .twoSided: effect != 0
      case .less: effect < 0
      case .greater: effect > 0
      }
    guard isWithin else {
      let wanted = [.twoSided: "other than 0", .less: "below 0", .greater: "above 0"][alternative] ?? ""
      throw ArgumentError("effect", "expected an effect \(wanted), found \(plain(effect))")
    }
    var (below, high) = (statistic == .t ? 1 : 0, 2)
    while probability(high) < power {
      (below, high) = (high, 2 * high)
      guard high <= Self.sizeLimit else {
        throw ArgumentError(
          "effect", "the effect is too small for samples of up to \(Self.sizeLimit) elements")
      }
    }
    while high - below > 1 {
      let middle = (below + high) / 2
      if probability(middle) < power { below = middle } else { high = middle }
    }
    return high
  }

  private func probability(_ n: Int) -> Double {
    let shift = effect * (Double(n) / Double(samples)).squareRoot()
    let tail = alternative == .twoSided ? alpha / 2 : alpha
    let (upper, lower) = statistic == .z ? normalTails(shift, tail) : studentTails(shift, n, tail)
    switch alternative {
    case .twoSided: return min(1, upper + lower)
    case .less: return lower
    case .greater: return upper
    }
  }

  /// The probabilities of rejection above and below where the statistic is normal about `shift`.
  private func normalTails(_ shift: Double, _ tail: Double) -> (upper: Double, lower: Double) {
    let normal = Normal(mean: shift)
    let critical = -Normal().quantile(at: tail)
    return (normal.survival(at: critical), normal.cumulative(at: -critical))
  }

  /// The same where it is a noncentral t; a side that does not count is not computed.
  private func studentTails(_ shift: Double, _ n: Int, _ tail: Double) -> (upper: Double, lower: Double) {
    let freedom = Double(samples * (n - 1))
    let shifted = NoncentralT(df: freedom, noncentrality: shift)
    let critical = -StudentT(df: freedom).quantile(at: tail)
    return (
      alternative == .less ? 0 : shifted.survival(at: critical),
      alternative == .greater ? 0 : shifted.cumulative(at: -critical)
    )
  }
}
