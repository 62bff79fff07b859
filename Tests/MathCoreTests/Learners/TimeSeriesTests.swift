import Diagnostics
import MathCore
import TestSupport
import Testing

/// Passengers of airlines in thousands, 1949 to 1951 (Box and Jenkins, series G).
private let passengers: [Double] = [
  112, 118, 132, 129, 121, 135, 148, 148, 136, 119, 104, 118, 115, 126, 141, 135, 125, 149, 170, 170, 158,
  133, 114, 140, 145, 150, 178, 163, 172, 178, 199, 199, 184, 162, 146, 166,
]

/// What statsmodels 0.15 computes: `ExponentialSmoothing(y, …, initialization_method='known', …)` from the
/// starting states that are documented, worked out with `numpy.polyfit` and means.
private struct SmoothingCase: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var trend = SmoothingMethod.Trend.none
  var season = SmoothingMethod.Season.none
  var rates: SmoothingRates
  var start: (level: Double, slope: Double)
  var squaredError: Double
  var lastFitted: Double
  var lastLevel: Double
  /// One, two and fourteen steps ahead.
  var forecast: [Double]
  /// The least squared error that SciPy's L-BFGS-B and Nelder–Mead find from eight random starts.
  var least: Double

  static let cases = [
    SmoothingCase(
      testDescription: "simple", rates: SmoothingRates(level: 0.3), start: (129.8, 0),
      squaredError: 11797.759012971163, lastFitted: 167.6113646453714, lastLevel: 167.12795525175997,
      forecast: [167.12795525175997, 167.12795525175997, 167.12795525175997], least: 8136.84),
    SmoothingCase(
      testDescription: "Holt", trend: .additive, rates: SmoothingRates(level: 0.5, trend: 0.2),
      start: (118.46666666666665, 2.0606060606060614), squaredError: 12276.284034561888,
      lastFitted: 161.02983951229086, lastLevel: 163.51491975614545,
      forecast: [161.41592787128724, 159.316935986429, 134.12903336813042], least: 7818.782332415060),
    SmoothingCase(
      testDescription: "damped", trend: .damped,
      rates: SmoothingRates(level: 0.5, trend: 0.2, damping: 0.9),
      start: (118.46666666666665, 2.0606060606060614), squaredError: 11398.782441367115,
      lastFitted: 158.76217079768827, lastLevel: 162.38108539884414,
      forecast: [160.03174775253726, 157.91734387086106, 144.26223990989422], least: .nan),
    SmoothingCase(
      testDescription: "a season alone", season: .additive, rates: SmoothingRates(level: 0.3, season: 0.4),
      start: (133.16666666666666, 0), squaredError: 2281.252301664628, lastFitted: 166.5093571593157,
      lastLevel: 169.94519613573362, forecast: [161.48224044709383, 165.8452947725021, 165.8452947725021],
      least: 1428.5191708797438),
    SmoothingCase(
      testDescription: "additive season", trend: .additive, season: .additive,
      rates: SmoothingRates(level: 0.3, trend: 0.1, season: 0.4),
      start: (119.62500000000001, 1.0833333333333321), squaredError: 1078.4359926175014,
      lastFitted: 170.49786691092382, lastLevel: 178.8229304344349,
      forecast: [170.72423118289944, 177.79362546223888, 200.73461985222565], least: 861.1723498062391),
    SmoothingCase(
      testDescription: "multiplicative season", trend: .additive, season: .multiplicative,
      rates: SmoothingRates(level: 0.3, trend: 0.1, season: 0.4),
      start: (119.62500000000001, 1.0833333333333321), squaredError: 1140.8608820430256,
      lastFitted: 169.05072373909906, lastLevel: 181.14365424418736,
      forecast: [169.05378859368616, 178.09910441778706, 203.30043369480626], least: 974.4824947995706),
    SmoothingCase(
      testDescription: "damped and multiplicative", trend: .damped, season: .multiplicative,
      rates: SmoothingRates(level: 0.3, trend: 0.1, season: 0.4, damping: 0.95),
      start: (119.62500000000001, 1.0833333333333321), squaredError: 1230.524899934337,
      lastFitted: 167.04401118788078, lastLevel: 178.45922773678274,
      forecast: [167.0157741107139, 175.21752370957373, 186.6599480641589], least: 1013.007091339683),
  ]

  func method() throws(ArgumentError) -> SmoothingMethod {
    try SmoothingMethod(trend: trend, season: season, period: season == .none ? nil : 12)
  }
}

@Suite struct SmoothingTests {
  @Test(arguments: SmoothingCase.cases)
  fileprivate func `Levels, errors and forecasts are those of statsmodels`(_ row: SmoothingCase) throws {
    let found = try ExponentialSmoothing(passengers, row.method(), row.rates)
    #expect(isClose(found.start.level, row.start.level, within: 1e-13))
    #expect(isClose(found.start.slope, row.start.slope, within: 1e-12))
    #expect(isClose(found.squaredError, row.squaredError, within: 1e-12))
    #expect(isClose(try #require(found.fitted.last), row.lastFitted, within: 1e-13))
    #expect(isClose(try #require(found.levels.last), row.lastLevel, within: 1e-13))
    let forecast = found.forecast(14).values
    for (step, expected) in zip([0, 1, 13], row.forecast) {
      #expect(isClose(forecast[step], expected, within: 1e-12))
    }
  }

  @Test(arguments: SmoothingCase.cases)
  fileprivate func `Fitted rates have the least squared error`(_ row: SmoothingCase) throws {
    let found = try ExponentialSmoothing(fitting: passengers, row.method(), given: .init())
    if row.least.isNaN {
      // Over a whole side of the box the slope stays as it was: the least error is where it fades best.
      #expect(found.squaredError < 7799.0599 && found.squaredError > 7799)
    } else {
      #expect(isClose(found.squaredError, row.least, within: 1e-9))
    }
  }

  @Test func `The variances are those of the state space model`() throws {
    // statsmodels' ETSModel (A, Ad, A), whose rate of the slope is α β*: forecast_variance / scale.
    let method = try SmoothingMethod(trend: .damped, season: .additive, period: 12)
    let found = try ExponentialSmoothing(
      passengers, method, SmoothingRates(level: 0.3, trend: 0.1, season: 0.4, damping: 0.9))
    #expect(isClose(found.squaredError, 1263.1344659176025, within: 1e-12))
    let forecast = found.forecast(14)
    #expect(isClose(forecast.values[13], 177.33530683198964, within: 1e-12))
    let ratios = [1.0, 1.1069290000000003, 2.9531971990763926, 3.751975581567947, 4.003347080069228]
    for (step, ratio) in zip([0, 1, 11, 12, 13], ratios) {
      let variance = forecast.deviations[step] * forecast.deviations[step]
      #expect(isClose(variance / (found.sigma * found.sigma), ratio, within: 1e-13))
    }
    let band = forecast.band(0.95)
    #expect(isClose(band.upper[0] - forecast.values[0], 1.959963984540054 * found.sigma, within: 1e-12))
  }

  @Test(arguments: [SmoothingMethod.Season.additive, .multiplicative])
  func `A forecast moves with an error as the variances say`(_ season: SmoothingMethod.Season) throws {
    let method = try SmoothingMethod(trend: .damped, season: season, period: 4)
    let rates = SmoothingRates(level: 0.4, trend: 0.3, season: 0.2, damping: 0.9)
    let series = Array(passengers.prefix(21))
    let found = try ExponentialSmoothing(series, method, rates)
    let forecast = found.forecast(9)
    // Values that come as expected change nothing but one, whose error goes on: central differences.
    var squares = 1.0
    for step in 0..<8 {
      func last(_ error: Double) throws -> Double {
        var longer = series + forecast.values.prefix(step + 1)
        longer[longer.count - 1] += error
        return try #require(
          try ExponentialSmoothing(longer, method, rates, start: found.start).forecast(8 - step).values.last)
      }
      let effect = (try last(1e-3) - last(-1e-3)) / 2e-3
      squares += effect * effect
    }
    #expect(isClose(forecast.deviations[8], found.sigma * squares.squareRoot(), within: 1e-7))
  }

  @Test func `What is exactly a trend and a season is forecast exactly`() throws {
    let season = [3.0, -1, -2]
    let series = (0..<15).map { 10 + 2 * Double($0) + season[$0 % 3] }
    let method = try SmoothingMethod(trend: .additive, season: .additive, period: 3)
    let found = try ExponentialSmoothing(series, method, SmoothingRates(level: 0.5, trend: 0.5, season: 0.5))
    for (step, value) in found.forecast(6).values.enumerated() {
      #expect(isClose(value, 40 + 2 * Double(step) + season[step % 3], within: 1e-13))
    }
    #expect(found.squaredError < 1e-24)
    #expect(found.fitted.count == 15 && found.seasons.count == 15)
  }
}

@Suite struct AutoregressionTests {
  /// What statsmodels' `AutoReg(y, p, trend='c').fit()` finds; its σ² divides by n − p.
  @Test(
    arguments: [
      (
        [0.8018541869125351], 30.257016113703465, 6898.653473722536,
        [163.36481114118428, 161.25177392143763, 159.55742617968176, 158.19880634886903, 157.10939134910942],
        [1.0, 1.6429701370691627, 2.0563807342319005, 2.3221914025554704, 2.493099724401922],
        [0.801854186912535]
      ),
      (
        [1.0835891374489592, -0.4513013215285344, 0.16990097270586124], 30.073264373932798,
        6203.504058623883,
        [171.58302582564355, 165.8882899705434, 160.59592857819214, 158.3797865975675, 157.39930774960825],
        [1.0, 2.1741654187973793, 2.6966979219176817, 2.912145627108418, 3.042348097957856],
        [0.4654097578990092, 0.4654097578990092, 0.7843770823531928]
      ),
    ] as [([Double], Double, Double, [Double], [Double], [Double])])
  func `Coefficients, forecasts and roots are those of statsmodels`(
    _ row: (
      coefficients: [Double], intercept: Double, squares: Double, forecast: [Double], variances: [Double],
      moduli: [Double]
    )
  ) throws {
    let order = row.coefficients.count
    let found = try Autoregression(passengers, order: order)
    for (a, b) in zip(found.coefficients, row.coefficients) { #expect(isClose(a, b, within: 1e-11)) }
    #expect(isClose(found.intercept, row.intercept, within: 1e-11))
    let variance = row.squares / Double(passengers.count - 2 * order - 1)
    #expect(isClose(found.sigma * found.sigma, variance, within: 1e-11))
    let forecast = found.forecast(5)
    for (a, b) in zip(forecast.values, row.forecast) { #expect(isClose(a, b, within: 1e-11)) }
    for (a, b) in zip(forecast.deviations, row.variances) {
      #expect(isClose(a * a / variance, b, within: 1e-10))
    }
    for (a, b) in zip(found.moduli.sorted(), row.moduli) { #expect(isClose(a, b, within: 1e-9)) }
    #expect(found.isStationary)
    #expect(found.fitted.count == passengers.count - order)
  }

  @Test func `An explosive series is not stationary, and a wave has roots on the circle`() throws {
    let growing = try Autoregression((0..<12).map { BinaryFunction.power(1.5, Double($0)) }, order: 1)
    #expect(isClose(growing.coefficients[0], 1.5, within: 1e-11))
    #expect(!growing.isStationary)
    let wave = (0..<40).map { UnaryFunction.cosine(0.5 * Double($0)) }
    let found = try Autoregression(wave, order: 2)
    #expect(isClose(found.coefficients[0], 2 * UnaryFunction.cosine(0.5), within: 1e-11))
    #expect(isClose(found.coefficients[1], -1, within: 1e-11))
    for modulus in found.moduli { #expect(isClose(modulus, 1, within: 1e-11)) }
    for (step, value) in found.forecast(10).values.enumerated() {
      #expect(isClose(value, UnaryFunction.cosine(0.5 * Double(40 + step)), within: 1e-9, absolute: 1e-9))
    }
  }

  @Test func `A high level costs no digits`() throws {
    let low = try Autoregression(passengers, order: 2)
    let high = try Autoregression(passengers.map { $0 + 0x1p40 }, order: 2)
    for (a, b) in zip(high.coefficients, low.coefficients) { #expect(isClose(a, b, within: 1e-11)) }
  }

  @Test func `Correlations are those of statsmodels`() throws {
    // acf(y, nlags=5) and pacf(y, nlags=5, method='ldb').
    let found = try Correlogram(passengers, lags: 5)
    let correlations = [
      1.0, 0.7850369656059144, 0.5397208063553289, 0.3763718602194976, 0.27292556366809007,
      0.22791247646599613,
    ]
    for (a, b) in zip(found.correlations, correlations) { #expect(isClose(a, b, within: 1e-13)) }
    let partial = [
      1.0, 0.7850369656059145, -0.19952787723327092, 0.06722308328568606, 0.006925496432091691,
      0.07487289864185956,
    ]
    #expect(found.partialCorrelations.count == 6)
    for (a, b) in zip(found.partialCorrelations, partial) {
      #expect(isClose(a, b, within: 1e-11, absolute: 1e-13))
    }
  }
}
