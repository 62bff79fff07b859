package import Diagnostics

/// What exponential smoothing takes a series to be made of.
package struct SmoothingMethod: Hashable, Sendable {
  /// How the level is taken to go on.
  package enum Trend: String, CaseIterable, Sendable {
    /// The level stays.
    case none
    /// It goes on along its slope (Holt).
    case additive
    /// It goes on along a slope that dies away (Gardner and McKenzie).
    case damped
  }

  /// How what returns every period joins the level (Holt and Winters).
  package enum Season: String, CaseIterable, Sendable {
    case none
    /// It is added to the level.
    case additive
    /// It multiplies the level.
    case multiplicative
  }

  /// How the level goes on.
  package let trend: Trend
  /// How the season joins it.
  package let season: Season
  /// The values in a period; 1 without a season.
  package let period: Int

  /// A method; a season needs a period of at least 2.
  package init(trend: Trend, season: Season, period: Int?) throws(ArgumentError) {
    self.trend = trend
    self.season = season
    if season == .none {
      guard period == nil else {
        throw ArgumentError(
          "period", "expected none without a season", help: "add season='additive' or 'multiplicative'")
      }
      self.period = 1
    } else {
      guard let period else {
        throw ArgumentError("period", "expected the number of values in a period, as there is a season")
      }
      guard period >= 2 else { throw ArgumentError("period", "expected at least 2, found \(period)") }
      self.period = period
    }
  }

  /// Which of the rates are in use.
  var rates: [WritableKeyPath<SmoothingRates, Double>] {
    [\.level] + (trend == .none ? [] : [\.trend]) + (season == .none ? [] : [\.season])
      + (trend == .damped ? [\.damping] : [])
  }

  func check(_ series: [Double]) throws(ArgumentError) {
    let least = season != .none ? 2 * period : trend == .none ? 1 : 2
    guard series.count >= least else {
      let reason = season != .none ? "two periods" : trend == .none ? "a level" : "a slope"
      throw ArgumentError(
        "y", "expected at least \(least) values for \(reason), found \(series.count)")
    }
    if season == .multiplicative, let place = series.firstIndex(where: { $0 <= 0 }) {
      throw ArgumentError(
        "y",
        "expected positive values for a multiplicative season, found \(plain(series[place])) at \(place)",
        help: "use season='additive'")
    }
  }
}

/// How much each part follows the newest value: 0 not at all, 1 entirely.
package struct SmoothingRates: Hashable, Sendable {
  /// α.
  package var level: Double
  /// β*, of the change of the level; what follows an error is α β*.
  package var trend: Double
  /// γ, of what the level leaves.
  package var season: Double
  /// φ, by which a damped slope shrinks at each step; 1 without damping.
  package var damping: Double

  /// Rates; those of parts that a method does not have do not matter.
  package init(level: Double, trend: Double = 0, season: Double = 0, damping: Double = 1) {
    self.level = level
    self.trend = trend
    self.season = season
    self.damping = damping
  }
}

/// The parts of a series at one time.
package struct SmoothingState: Hashable, Sendable {
  /// l.
  package var level: Double
  /// b, by which the level grows in a step.
  package var slope: Double
  /// s: the part of the season that comes next, and those after it; one 0 or 1 without a season.
  package var season: [Double]

  /// The parts at one time; `season` is as long as the period.
  package init(level: Double, slope: Double, season: [Double]) {
    self.level = level
    self.slope = slope
    self.season = season
  }

  /// What comes before the first value, from the first values, as many as `method` checks for.
  ///
  /// With a season: the line through the means of the first two periods, and the mean deviations (or ratios)
  /// of both periods from it, shifted to the mean 0 (or scaled to 1). Without: the least-squares line through
  /// the first ten values, or their mean if there is no trend (after Hyndman et al. 2008, section 2.6.1).
  package init(before series: [Double], _ method: SmoothingMethod) {
    switch method.season {
    case .none: self.init(before: series.prefix(10), hasTrend: method.trend != .none, neutral: 0)
    case .additive, .multiplicative: self.init(beforePeriods: series, method)
    }
  }

  private init(before values: ArraySlice<Double>, hasTrend: Bool, neutral: Double) {
    let count = Double(values.count)
    let mean = values.reduce(0) { $0 + $1 / count }
    self.init(level: mean, slope: 0, season: [neutral])
    guard hasTrend, values.count > 1 else { return }
    let middle = (count + 1) / 2
    var (products, squares) = (0.0, 0.0)
    for (place, value) in values.enumerated() {
      let time = Double(place + 1) - middle
      products += time * (value - mean)
      squares += time * time
    }
    slope = products / squares
    level = mean - slope * middle
  }

  private init(beforePeriods series: [Double], _ method: SmoothingMethod) {
    let period = method.period
    let size = Double(period)
    let means = [0, period].map { start in series[start..<start + period].reduce(0) { $0 + $1 / size } }
    let slope = method.trend == .none ? 0 : (means[1] - means[0]) / size
    let level =
      method.trend == .none ? 0.5 * means[0] + 0.5 * means[1] : means[0] - slope * (size + 1) / 2
    var season = (0..<period).map { place in
      let parts = [place, place + period].map { time in
        let line = level + slope * Double(time + 1)
        return method.season == .additive ? series[time] - line : series[time] / line
      }
      return 0.5 * parts[0] + 0.5 * parts[1]
    }
    let mean = season.reduce(0) { $0 + $1 / size }
    season = season.map { method.season == .additive ? $0 - mean : $0 / mean }
    self.init(level: level, slope: slope, season: season)
  }
}
