internal import Diagnostics
internal import MathCore

/// Level, trend and season of a series, and what comes next.
let smoothingFunction = Builtin(
  "exponential_smoothing",
  [
    "y", .optional("alpha"), .optional("beta"), .optional("gamma"), .optional("phi"),
    .init("trend", .text("none")), .init("season", .text("none")), .optional("period"),
    .init("horizon", .number(1)), .init("confidence", .number(0.95)),
  ],
  "Exponential smoothing: simple, with trend 'additive' or 'damped' (Holt), and with season 'additive' or "
    + "'multiplicative' (Holt–Winters); rates that are not given are fitted; a record with level, slope, "
    + "seasonal, fitted, residuals, forecast, lower, upper, sse and sigma.",
  Example("exponential_smoothing([3, 5, 4], alpha=0.5).level", "[3.5 4.25 4.125]")
) { (evaluation, call) throws(Diagnostic) in
  let series = try call.vector(0)
  guard !series.isEmpty else { throw call.mistake(0, "expected at least one value, found none") }
  let trend = try call.word(5, among: SmoothingMethod.Trend.allCases.map(\.rawValue))
  let season = try call.word(6, among: SmoothingMethod.Season.allCases.map(\.rawValue))
  let period = try call.optional(7) { call in
    { (i) throws(Diagnostic) in
      try call.integer(i, in: 2...Evaluation.elementLimit)
    }
  }
  let method = try call.checked { () throws(ArgumentError) in
    try SmoothingMethod(
      trend: SmoothingMethod.Trend(rawValue: trend) ?? .none,
      season: SmoothingMethod.Season(rawValue: season) ?? .none, period: period)
  }
  let given = try call.givenRates(method)
  let horizon = try call.horizon(8, in: &evaluation)
  let confidence = try call.probability(9)
  let calls = BoxMinimum.callLimit(dimensions: given.freeCount(method))
  try evaluation.chargeOperations(20 * calls, times: series.count, at: call.place)
  try evaluation.chargeElements([series.count, 5], at: call.place)
  let smoothing = try call.checked { () throws(ArgumentError) in
    try ExponentialSmoothing(fitting: series, method, given: given)
  }
  return smoothing.record(horizon: horizon, confidence: confidence)
}

extension Call {
  fileprivate func givenRates(
    _ method: SmoothingMethod
  ) throws(Diagnostic) -> ExponentialSmoothing.GivenRates {
    var rates: [Double?] = []
    let parts = [true, method.trend != .none, method.season != .none, method.trend == .damped]
    for (index, isUsed) in zip(1...4, parts) {
      guard isGiven(index) else {
        rates.append(nil)
        continue
      }
      let rate = try number(index)
      guard (0...1).contains(rate) else {
        throw mistake(index, "expected 0 to 1, found \(shortest(rate))")
      }
      guard isUsed else {
        let part = ["", "trend='additive'", "season='additive' and a period", "trend='damped'"][index - 1]
        throw mistake(index, "has no part to smooth", help: "add \(part)")
      }
      rates.append(rate)
    }
    return .init(level: rates[0], trend: rates[1], season: rates[2], damping: rates[3])
  }
}

extension ExponentialSmoothing {
  fileprivate func record(horizon: Int, confidence: Double) -> Value {
    var fields: [(name: String, value: Value)] = [("alpha", .number(rates.level))]
    if method.trend != .none { fields.append(("beta", .number(rates.trend))) }
    if method.season != .none { fields.append(("gamma", .number(rates.season))) }
    if method.trend == .damped { fields.append(("phi", .number(rates.damping))) }
    fields.append(("level", .vector(levels)))
    if method.trend != .none { fields.append(("slope", .vector(slopes))) }
    if method.season != .none { fields.append(("seasonal", .vector(seasons))) }
    fields += [
      ("fitted", .vector(fitted)), ("residuals", .vector(residuals)), ("sse", .number(squaredError)),
      ("sigma", .number(sigma)),
    ]
    var start: [(name: String, value: Value)] = [("level", .number(self.start.level))]
    if method.trend != .none { start.append(("slope", .number(self.start.slope))) }
    if method.season != .none { start.append(("seasonal", .vector(self.start.season))) }
    fields.append(("start", .record("start", start)))
    return .record("exponential smoothing", fields + forecast(horizon).fields(confidence: confidence))
  }
}
