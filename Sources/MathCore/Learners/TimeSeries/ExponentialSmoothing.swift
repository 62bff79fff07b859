package import Diagnostics

/// A series smoothed by exponentially weighted means of its level, its slope and its season.
///
/// At each step, with s the part of the season one period ago, and · / for + − if it is multiplicative:
///
///     ŷ  = (l + φ b) + s
///     l' = α (y − s) + (1 − α)(l + φ b)
///     b' = β* (l' − l) + (1 − β*) φ b
///     s' = γ (y − l − φ b) + (1 − γ) s
///
/// Source: Holt (1957); Winters (1960); Hyndman and Athanasopoulos, "Forecasting" (2021), section 8.
package struct ExponentialSmoothing: Hashable, Sendable {
  /// What the series is taken to be made of.
  package let method: SmoothingMethod
  /// How fast each part follows.
  package let rates: SmoothingRates
  /// The parts before the first value.
  package let start: SmoothingState
  /// The parts after the last value.
  package private(set) var end: SmoothingState
  /// The level, slope and part of the season at each value, after it was seen.
  package private(set) var levels: [Double] = []
  package private(set) var slopes: [Double] = []
  package private(set) var seasons: [Double] = []
  /// What each value was expected to be, one step ahead.
  package private(set) var fitted: [Double] = []
  /// What each value was beyond that.
  package private(set) var residuals: [Double] = []

  /// Σ residual².
  package var squaredError: Double { residuals.reduce(0) { $0 + $1 * $1 } }

  /// σ, of what one step ahead brings: √(squared error / (n − rates in use)), with a divisor of at least 1.
  package var sigma: Double {
    (squaredError / Double(max(1, residuals.count - method.rates.count))).squareRoot()
  }

  /// Smooths a series, whose values must be finite.
  ///
  /// Rates lie in 0…1. Without `start` the first values say what was before them.
  package init(
    _ series: [Double], _ method: SmoothingMethod, _ rates: SmoothingRates, start: SmoothingState? = nil
  ) throws(ArgumentError) {
    try method.check(series)
    self.method = method
    self.rates = rates
    self.start = start ?? SmoothingState(before: series, method)
    end = self.start
    for (time, value) in series.enumerated() {
      let expected = Smoothing.step(&end, at: time, value, method, rates)
      fitted.append(expected)
      residuals.append(value - expected)
      levels.append(end.level)
      slopes.append(end.slope)
      seasons.append(end.season[time % method.period])
    }
    // The season is kept by places in the period; from now on the next part is the first.
    let next = series.count % method.period
    end.season = Array(end.season[next...] + end.season[..<next])
    guard squaredError.isFinite else {
      throw ArgumentError("y", "the numbers are too large, or the rates make them so")
    }
  }

  /// Smooths a series with the rates that are `nil` chosen for the least squared error one step ahead.
  ///
  /// They are sought in 0…1, the damping in 0.8…0.98 (Hyndman et al. 2008), to about six digits.
  package init(fitting series: [Double], _ method: SmoothingMethod, given: GivenRates) throws(ArgumentError) {
    try method.check(series)
    let start = SmoothingState(before: series, method)
    let free = method.rates.filter { given.value($0) == nil }
    func rates(_ point: [Double]) -> SmoothingRates {
      var rates = SmoothingRates(level: 0)
      for key in method.rates { rates[keyPath: key] = given.value(key) ?? 0 }
      for (key, value) in zip(free, point) {
        rates[keyPath: key] = key == \.damping ? 0.8 + 0.18 * value : value
      }
      return rates
    }
    let best = BoxMinimum(dimensions: free.count) { point in
      Smoothing.squaredError(series, method, rates(point), from: start)
    }
    try self.init(series, method, rates(best.point), start: start)
  }

  /// Rates that are given, and `nil` for those to be found.
  package struct GivenRates: Hashable, Sendable {
    private var level: Double?
    private var trend: Double?
    private var season: Double?
    private var damping: Double?

    package init(
      level: Double? = nil, trend: Double? = nil, season: Double? = nil, damping: Double? = nil
    ) {
      (self.level, self.trend, self.season, self.damping) = (level, trend, season, damping)
    }

    /// How many rates of a method have to be found.
    package func freeCount(_ method: SmoothingMethod) -> Int { method.rates.count { value($0) == nil } }

    fileprivate func value(_ key: WritableKeyPath<SmoothingRates, Double>) -> Double? {
      switch key {
      case \.level: level
      case \.trend: trend
      case \.season: season
      default: damping
      }
    }
  }
}

/// One pass over a series; the season is kept by places in the period.
private enum Smoothing {
  /// What the next value is expected to be; then the state takes the value in.
  static func step(
    _ state: inout SmoothingState, at time: Int, _ value: Double, _ method: SmoothingMethod,
    _ rates: SmoothingRates
  ) -> Double {
    let place = method.period == 1 ? 0 : time % method.period
    let slope = method.trend == .none ? 0 : (method.trend == .damped ? rates.damping : 1) * state.slope
    let ahead = state.level + slope
    let season = state.season[place]
    let level: Double
    let expected: Double
    switch method.season {
    case .none: (expected, level) = (ahead, value)
    case .additive: (expected, level) = (ahead + season, value - season)
    case .multiplicative: (expected, level) = (ahead * season, value / season)
    }
    let next = rates.level * level + (1 - rates.level) * ahead
    if method.trend != .none {
      state.slope = rates.trend * (next - state.level) + (1 - rates.trend) * slope
    }
    state.level = next
    if method.season != .none {
      let part = method.season == .additive ? value - ahead : value / ahead
      state.season[place] = rates.season * part + (1 - rates.season) * season
    }
    return expected
  }

  static func squaredError(
    _ series: [Double], _ method: SmoothingMethod, _ rates: SmoothingRates, from start: SmoothingState
  ) -> Double {
    var state = start
    var sum = 0.0
    for (time, value) in series.enumerated() {
      let error = value - step(&state, at: time, value, method, rates)
      sum += error * error
    }
    return sum
  }
}
