internal import Diagnostics
internal import MathCore

/// Neighbors of many coordinates shown in the plane.
let tsneFunction = Builtin(
  "tsne",
  [
    "X", .init("perplexity", .number(30)), .optional("seed"), .init("init", .text("pca")),
    .init("rate", .text("auto")), .init("steps", .number(1000)), .init("exaggeration", .number(12)),
    .init("every", .number(50)),
  ],
  "Points of the plane whose neighbors are those of X, by t-SNE, from the principal components, a random start or "
    + "given points: points, kl, bandwidths, and steps, losses and history after every so many steps.",
  Example("tsne([[0, 0], [0, 1], [1, 0], [5, 5]], perplexity=2, steps=250).points.shape", "[4 2]")
) { (evaluation, call) throws(Diagnostic) in
  let points = try call.points(0)
  var settings = TSNE.Settings()
  settings.perplexity = try call.number(1)
  settings.steps = try call.integer(5, in: 1...1_000_000)
  settings.exaggeration = try call.number(6)
  settings.every = try call.integer(7, in: 1...1_000_000)
  settings.start = try call.planeStart
  if case .text = call[4] {
    _ = try call.word(4, among: ["auto"])
  } else {
    settings.rate = try call.positive(4)
  }
  try evaluation.charge(settings, on: points, at: call.place)
  let layout = try call.checked { [settings] () throws(ArgumentError) in
    try TSNE(points, settings: settings)
  }
  return .record(
    "t-SNE",
    [
      ("points", .tensor(layout.last.points)), ("kl", .number(layout.last.divergence)),
      ("bandwidths", .vector(layout.bandwidths)), ("steps", .vector(layout.history.map(\.step))),
      ("losses", .vector(layout.history.map(\.divergence))),
      (
        "history",
        .list(
          layout.history.map { frame in
            .record(
              "t-SNE step",
              [
                ("step", .number(Double(frame.step))), ("points", .tensor(frame.points)),
                ("kl", .number(frame.divergence)),
              ])
          })
      ),
    ])
}

extension Call {
  fileprivate var planeStart: TSNE.Start {
    get throws(Diagnostic) {
      guard case .text = self[3] else { return .given(try matrix(3)) }
      if try word(3, among: ["pca", "random"]) == "pca" { return .principal }
      return .random(seed: try startSeed(2, example: "tsne(X, init='random', seed=1)"))
    }
  }
}

extension Evaluation {
  fileprivate mutating func charge(
    _ settings: TSNE.Settings, on points: Tensor, at place: Place
  ) throws(Diagnostic) {
    let (count, d) = (Double(points.shape[0]), Double(points.shape[1]))
    let isExact = points.shape[0] <= settings.exactLimit
    // Kernels handle several pairs at a time; a tree is walked node by node.
    let forces = isExact ? count * count : 400 * count * UnaryFunction.logarithm(count)
    let bisections = 60 * count * (isExact ? count : 3 * settings.perplexity)
    let distances = count * count * (d / 8 + 1)
    try chargeOperations(Double(settings.steps) * forces + bisections + distances, at: place)
    try chargeElements(
      [points.shape[0], isExact ? points.shape[0] : Int(min(count, 12 * settings.perplexity))], at: place)
    try chargeElements([settings.steps / settings.every + 2, 2 * points.shape[0]], at: place)
    // The start needs the principal components.
    try chargeOperations(count * d * min(count, d) + 20 * d * d * min(count, d), at: place)
  }
}
