internal import Diagnostics
internal import MathCore

/// The directions in which points vary most.
let pcaFunction = Builtin(
  "pca", ["X", .optional("k")],
  "The k directions in which points vary most, or all: mean, components by rows, explained_variance, ratio, "
    + "scores (the points' coordinates along them), project and restore.",
  Example("pca([[0, 0], [3, 4], [6, 8]]).components", "[[0.6 0.8] [0.8 −0.6]]")
) { (evaluation, call) throws(Diagnostic) in
  let points = try call.points(0)
  let k: Int? = call.isGiven(1) ? try call.integer(1, in: 1...Int.max >> 12) : nil
  let (count, d) = (Double(points.shape[0]), Double(points.shape[1]))
  let short = min(count, d)
  // A matrix as large as the shorter side is factored.
  try evaluation.chargeOperations(
    Double(points.count) * short / 4 + 20 * short * short * max(short, d), at: call.place)
  try evaluation.chargeElements(points.shape, at: call.place)
  try evaluation.chargeElements([points.shape[1], min(points.shape[0], points.shape[1])], at: call.place)
  let model = try call.checked { () throws(ArgumentError) in try PrincipalComponents(points, k: k) }
  return .record(
    "principal components",
    [
      ("mean", .vector(model.mean)), ("components", .tensor(model.components)),
      ("explained_variance", .vector(model.variances)), ("ratio", .vector(model.ratios)),
      ("scores", .tensor(model.scores)), ("project", .model(projection(of: model))),
      ("restore", .model(restoration(of: model))),
    ])
}

private func projection(of model: PrincipalComponents) -> ModelFunction {
  let (k, d) = (model.variances.count, model.mean.count)
  return ModelFunction(
    "pca.project", coordinates: coordinateNames(d), shape: [k], work: 2 * k * d,
    formula: { model.projection(of: $0) },
    values: { points, _ in
      stride(from: 0, to: points.count, by: d).flatMap { model.projection(of: Array(points[$0..<$0 + d])) }
    })
}

private func restoration(of model: PrincipalComponents) -> ModelFunction {
  let (k, d) = (model.variances.count, model.mean.count)
  return ModelFunction(
    "pca.restore", coordinates: coordinateNames(k), shape: [d], work: 2 * k * d,
    formula: { model.restoration(of: $0) },
    values: { scores, _ in
      stride(from: 0, to: scores.count, by: k).flatMap { model.restoration(of: Array(scores[$0..<$0 + k])) }
    })
}
