internal import Diagnostics
internal import MathCore

let ridgeFunction = Builtin(
  "ridge", ["X", "y", .init("lambda", .number(1))],
  "Least squares with the penalty lambda · ‖w‖², which spares b: w, b, predictions, residuals, mse, r2, predict.",
  Example("ridge([0, 1, 2], [1, 3, 5], lambda=2).w", "1")
) { (evaluation, call) throws(Diagnostic) in
  let data = try call.measuredPoints()
  let lambda = try call.penalty(2)
  try evaluation.chargeLeastSquares([data.count + data.dimension, data.dimension], at: call.place)
  let found = try call.checked { () throws(ArgumentError) in try RidgeRegression(data, lambda: lambda) }
  return .record(
    "ridge regression",
    [("w", call.weights(found.formula)), ("b", .number(found.formula.bias)), ("lambda", .number(lambda))]
      + fields(of: found.fit) + [
        ("predict", .model(ModelFunction("ridge.predict", found.formula, work: 2 * data.dimension)))
      ])
}
