internal import Diagnostics
internal import MathCore

let linearRegressionFunction = Builtin(
  "linear_regression", ["X", "y"],
  "The plane w · x + b of least squares: w, b, predictions, residuals, mse, r2, predict; w is a number if the "
    + "points X are.", Example("linear_regression([0, 1, 2], [1, 3, 5]).predict(4)", "9")
) { (evaluation, call) throws(Diagnostic) in
  let data = try call.measuredPoints()
  try evaluation.chargeLeastSquares(data.points.shape, at: call.place)
  let found = try call.checked { () throws(ArgumentError) in try LinearRegression(data) }
  return .record(
    "linear regression",
    [("w", call.weights(found.formula)), ("b", .number(found.formula.bias))] + fields(of: found.fit) + [
      (
        "predict",
        .model(ModelFunction("linear_regression.predict", found.formula, work: 2 * data.dimension))
      )
    ])
}

extension Evaluation {
  /// The operations of a singular value decomposition.
  mutating func chargeLeastSquares(_ shape: [Int], at place: Place) throws(Diagnostic) {
    let (long, short) = (max(shape[0], shape[1]), min(shape[0], shape[1]))
    try chargeOperations(30 * short * short, times: long, at: place)
  }
}
