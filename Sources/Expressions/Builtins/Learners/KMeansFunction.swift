internal import Diagnostics
internal import MathCore

/// Clusters around centers.
let kmeansFunction = Builtin(
  "kmeans",
  ["X", .optional("k"), .init("init", .text("k-means++")), .optional("seed"), .init("steps", .number(300))],
  "Clusters around k centers by Lloyd's algorithm, from given centers or from points drawn by k-means++: "
    + "centers, labels, inertia, steps, converged, history and predict.",
  Example("kmeans([[0, 0], [0, 1], [4, 4], [5, 4]], init=[[0, 0], [1, 1]]).centers", "[[0 0.5] [4.5 4]]")
) { (evaluation, call) throws(Diagnostic) in
  let points = try call.points(0)
  let steps = try call.integer(4, in: 1...1_000_000)
  let start = try evaluation.centers(for: points, call)
  try evaluation.chargeLloyd(points, k: start.shape[0], steps: steps, at: call.place)
  let model = try call.checked { () throws(ArgumentError) in
    try KMeans(points, from: start, steps: steps)
  }
  try evaluation.chargeElements([model.history.count, points.shape[0] + start.count], at: call.place)
  return .record(
    "k-means",
    fields(of: model.last) + [
      ("steps", .number(Double(model.moves))), ("converged", .boolean(model.isConverged)),
      (
        "history",
        .list(
          model.history.map {
            .record("k-means step", [("phase", .text($0.phase.rawValue))] + fields(of: $0))
          })
      ),
      ("predict", .model(prediction(of: model))),
    ])
}

private func fields(of step: KMeans.Step) -> [(name: String, value: Value)] {
  [
    ("centers", .tensor(step.centers)), ("labels", .vector(step.labels)), ("inertia", .number(step.inertia)),
  ]
}

private func prediction(of model: KMeans) -> ModelFunction {
  ModelFunction(
    "kmeans.predict", coordinates: coordinateNames(model.centers.shape[1]), work: model.centers.count,
    formula: { [model.label(of: $0)] },
    values: { points, _ in model.labels(of: points).map(Double.init) })
}

extension Evaluation {
  /// The centers that the user gives, or that k-means++ draws.
  fileprivate mutating func centers(for points: Tensor, _ call: Call) throws(Diagnostic) -> Tensor {
    if case .text = call[2] {
      _ = try call.word(2, among: ["k-means++"])
      let k = try call.groupCount(1, of: points)
      let seed = try call.startSeed(3, example: "kmeans(X, k=\(k), seed=1)")
      try chargeStart(points, k: k, at: call.place)
      return try call.checked { () throws(ArgumentError) in try KMeans.start(points, k: k, seed: seed) }
    }
    let start = try call.points(2)
    try call.checkGroupCount(1, start)
    return start
  }

  /// Counts the work of drawing a start by k-means++.
  mutating func chargeStart(_ points: Tensor, k: Int, at place: Place) throws(Diagnostic) {
    let trials = 3 + UnaryFunction.logarithm(Double(k))
    try chargeOperations(Double(k) * trials * (Double(points.count) / 4 + Double(points.shape[0])), at: place)
  }

  /// Counts the work of k-means: a kernel assigns, a plain loop moves.
  mutating func chargeLloyd(_ points: Tensor, k: Int, steps: Int, at place: Place) throws(Diagnostic) {
    try chargeOperations(
      Double(steps) * (Double(points.count) * (Double(k) / 8 + 2) + 8 * Double(points.shape[0])), at: place)
  }
}
