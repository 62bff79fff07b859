internal import Diagnostics
internal import MathCore

/// A series from its own past, and what comes next.
let autoregressionFunction = Builtin(
  "autoregression",
  ["y", .init("order", .number(1)), .init("horizon", .number(1)), .init("confidence", .number(0.95))],
  "An autoregression by least squares: a record with coefficients, intercept, sigma, fitted, residuals, "
    + "roots, moduli, stationary, impulse_response, forecast, lower and upper.",
  Example("autoregression([1, 3, 2, 2.5, 2.25, 2.375], order=1).coefficients", "[−0.5]")
) { (evaluation, call) throws(Diagnostic) in
  let series = try call.vector(0)
  let order = try call.integer(1, in: 1...Autoregression.orderLimit)
  let horizon = try call.horizon(2, in: &evaluation)
  let confidence = try call.probability(3)
  try evaluation.chargeElements([series.count, order + 3], at: call.place)
  try evaluation.chargeOperations(
    10 * (order + 1) * (order + 1), times: series.count + 3 * order, at: call.place)
  let model = try call.checked { () throws(ArgumentError) in try Autoregression(series, order: order) }
  let roots = zip(model.roots, model.imaginaryRoots).flatMap { [$0, $1] }
  let fields: [(name: String, value: Value)] = [
    ("coefficients", .vector(model.coefficients)), ("intercept", .number(model.intercept)),
    ("sigma", .number(model.sigma)), ("fitted", .vector(model.fitted)),
    ("residuals", .vector(model.residuals)),
    ("roots", .tensor(Tensor(shape: [order, 2], elements: roots))), ("moduli", .vector(model.moduli)),
    ("stationary", .boolean(model.isStationary)),
    ("impulse_response", .vector(model.impulseResponse(horizon))),
  ]
  return .record("autoregression", fields + model.forecast(horizon).fields(confidence: confidence))
}

/// How much a series is like itself some steps before.
let autocorrelationFunction = Builtin(
  "acf", ["y", .optional("lags")],
  "The autocorrelations of a series at the lags from 0 on.",
  Example("acf([1, 2, 3, 4], lags=2)", "[1 0.25 −0.3]")
) { (evaluation, call) throws(Diagnostic) in
  .vector(try correlogram(&evaluation, call).correlations)
}

/// What is left of that when the steps between are taken out.
let partialAutocorrelationFunction = Builtin(
  "pacf", ["y", .optional("lags")],
  "The partial autocorrelations of a series at the lags from 0 on, by the Durbin–Levinson recursion.",
  Example("pacf([1, 2, 3, 4], lags=2)", "[1 0.25 −0.386667]")
) { (evaluation, call) throws(Diagnostic) in
  let correlogram = try correlogram(&evaluation, call)
  let lags = correlogram.correlations.count
  try evaluation.chargeOperations(4 * lags, times: lags, at: call.place)
  return .vector(correlogram.partialCorrelations)
}

/// The lags up to the one that is given, or to 10 log₁₀ n as in R, of which there are enough.
private func correlogram(
  _ evaluation: inout Evaluation, _ call: Call
) throws(Diagnostic) -> Correlogram {
  let series = try call.vector(0)
  let given = try call.optional(1) { call in
    { (i) throws(Diagnostic) in
      try call.integer(i, in: 0...Evaluation.elementLimit)
    }
  }
  let usual = Int(10 * UnaryFunction.decimalLogarithm(Double(max(1, series.count))))
  let lags = given ?? min(usual, series.count - 1)
  try evaluation.chargeOperations(2 * min(lags + 1, series.count), times: series.count, at: call.place)
  return try call.checked { () throws(ArgumentError) in try Correlogram(series, lags: lags) }
}

/// A series without what is faster than a window.
let movingAverageFunction = Builtin(
  "moving_average", ["y", "window"],
  "The mean of each run of so many neighbors: n − window + 1 of them.",
  Example("moving_average([1, 2, 6, 7], 2)", "[1.5 4 6.5]")
) { (evaluation, call) throws(Diagnostic) in
  let series = try call.vector(0)
  guard !series.isEmpty else { throw call.mistake(0, "expected at least one value, found none") }
  let window = try call.integer(1, in: 1...series.count)
  try evaluation.chargeOperations(window, times: series.count, at: call.place)
  return .vector(
    (0...series.count - window).map { start in
      series[start..<start + window].reduce(0) { $0 + $1 / Double(window) }
    })
}
