internal import Diagnostics
internal import MathCore

let polynomialRegressionFunction = Builtin(
  "polynomial_regression", ["x", "y", "degree"],
  "The polynomial of least squares: coefficients of 1, x, x², …, predictions, residuals, mse, r2, predict.",
  Example("polynomial_regression([0, 1, 2, 3], [1, 2, 5, 10], degree=2).predict(4)", "17")
) { (evaluation, call) throws(Diagnostic) in
  let x = try call.vector(0)
  let y = try call.vector(1)
  let degree = try call.integer(2, in: 0...PolynomialRegression.highestDegree)
  try evaluation.chargeOperations(10 * (degree + 1) * (degree + 1), times: x.count, at: call.place)
  let found = try call.checked { () throws(ArgumentError) in
    try PolynomialRegression(x, y, degree: degree)
  }
  return .record(
    "polynomial regression",
    [("coefficients", .vector(found.coefficients)), ("degree", .number(Double(degree)))]
      + fields(of: found.fit) + [
        (
          "predict",
          .model(
            ModelFunction(
              "polynomial_regression.predict", found.formula, work: 10 + degree * (degree + 4)))
        )
      ])
}
