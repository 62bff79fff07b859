/// What comes after a series, with how far it may be off.
package struct Forecast: Hashable, Sendable {
  /// What is expected, one step ahead and more.
  package let values: [Double]
  /// The standard deviation of each.
  package let deviations: [Double]

  /// The ends of the band that holds each value with a probability, if errors are normal.
  package func band(_ probability: Double) -> (lower: [Double], upper: [Double]) {
    let width = UnaryFunction.normalQuantile(0.5 + 0.5 * probability)
    return (
      zip(values, deviations).map { $0 - width * $1 }, zip(values, deviations).map { $0 + width * $1 }
    )
  }
}

extension ExponentialSmoothing {
  /// The next values: those of the last level, slope and season.
  ///
  /// An error ε at the step n + i moves what is expected of n + h, with j = h − i and φⱼ = φ + … + φʲ, by
  ///
  ///     c = (α + α β* φⱼ) ε, and γ ε more where j is a whole number of periods,
  ///
  /// so the variance is σ² (1 + Σ c²): class 1 of Hyndman, Koehler, Ord and Snyder (2008), table 6.1. With a
  /// multiplicative season the first part is scaled by sₙ₊ₕ / sₙ₊ᵢ and the other by lₙ₊ₕ / lₙ₊ᵢ, which is
  /// exact to first order in ε (after Chatfield and Yar 1991).
  package func forecast(_ horizon: Int) -> Forecast {
    let count = max(0, horizon)
    let damping = method.trend == .none ? 0 : method.trend == .damped ? rates.damping : 1
    var growth: [Double] = [0]
    var power = 1.0
    for _ in 0..<count {
      power *= damping
      growth.append((growth.last ?? 0) + power)
    }
    let levels = growth.dropFirst().map { end.level + $0 * end.slope }
    let seasons = (0..<count).map { end.season[$0 % method.period] }
    let isScaled = method.season == .multiplicative
    let values = (0..<count).map {
      isScaled ? levels[$0] * seasons[$0] : levels[$0] + seasons[$0]
    }
    let (alpha, trend) = (rates.level, method.trend == .none ? 0 : rates.trend)
    let deviations = (0..<count).map { h in
      var sum = 1.0
      for i in 0..<h {
        var effect = alpha + alpha * trend * growth[h - i]
        if isScaled { effect *= seasons[h] / seasons[i] }
        if method.season != .none, (h - i) % method.period == 0 {
          effect += rates.season * (isScaled ? levels[h] / levels[i] : 1)
        }
        sum += effect * effect
      }
      return sigma * sum.squareRoot()
    }
    return Forecast(values: values, deviations: deviations)
  }
}
