internal import Diagnostics
internal import MathCore

/// Ratings as products of factors.
let matrixFactorizationFunction = Builtin(
  "matrix_factorization",
  [
    "R", .init("k", .number(2)), .init("lambda", .number(0.1)), .init("steps", .number(50)),
    seed("matrix_factorization(R, k=2, seed=1)"),
  ],
  "Ratings, where nan is a missing one, as a product of k factors of users (rows) and items (columns), by "
    + "alternating least squares: users, items, product, losses and history.",
  Example(
    "round(matrix_factorization([[1, 2], [2, nan]], k=1, lambda=1e-6, seed=1).product, decimals=2)",
    "[[1 2] [2 4]]")
) { (evaluation, call) throws(Diagnostic) in
  let ratings = try call.values[0].matrix(of: call.title(of: 0), at: call.location(of: 0))
  var settings = MatrixFactorization.Settings(seed: try call.seed(4))
  settings.factors = try call.integer(1, in: 1...10_000)
  settings.penalty = try call.number(2)
  settings.steps = try call.integer(3, in: 1...1_000_000)
  let (users, items) = (ratings.shape[0], ratings.shape[1])
  let k = Double(settings.factors)
  // For each rating a square of factors is added; for each user and item such a square is solved.
  let perStep = 2 * Double(ratings.count) * (k * k + 4) + Double(users + items) * (k * k * k + 500)
  try evaluation.chargeOperations(Double(settings.steps) * perStep, at: call.place)
  try evaluation.chargeElements([settings.factors, settings.factors], at: call.place)
  let model = try call.checked { [settings] () throws(ArgumentError) in
    try MatrixFactorization(ratings, settings: settings)
  }
  try evaluation.chargeElements([model.history.count, settings.factors, users + items], at: call.place)
  try evaluation.chargeElements([users, items], at: call.place)
  func fields(of step: MatrixFactorization.Step) -> [(name: String, value: Value)] {
    [("users", .tensor(step.users)), ("items", .tensor(step.items)), ("loss", .number(step.loss))]
  }
  return .record(
    "matrix factorization",
    fields(of: model.last) + [
      ("product", .tensor(model.last.product)), ("losses", .vector(model.losses)),
      ("history", .list(model.history.map { .record("matrix factorization step", fields(of: $0)) })),
    ])
}
