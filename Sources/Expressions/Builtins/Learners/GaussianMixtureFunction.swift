internal import Diagnostics
internal import MathCore

/// Mixtures of normal distributions.
let gaussianMixtureFunction = Builtin(
  "gaussian_mixture",
  [
    "X", .optional("k"), .init("init", .text("kmeans")), .optional("seed"),
    .init("covariances", .text("identity")), .init("regularization", .number(1e-6)),
    .init("steps", .number(100)), .init("tolerance", .number(1e-3)),
  ],
  "A mixture of k normal distributions fitted by expectation and maximization, from given means and a "
    + "covariance matrix, or from the clusters of kmeans: means, covariances, weights, responsibilities, labels, "
    + "log_likelihoods, converged, ellipses (of two coordinates), history, density, responsibility and predict.",
  Example("gaussian_mixture([0, 2, 10, 12], init=[[1], [11]]).means", "[[1] [11]]")
) { (evaluation, call) throws(Diagnostic) in
  let points = try call.points(0)
  var settings = GaussianMixture.Settings()
  settings.regularization = try call.number(5)
  settings.steps = try call.integer(6, in: 1...1_000_000)
  settings.tolerance = try call.number(7)
  let start = try evaluation.components(for: points, settings, call)
  try evaluation.chargeMixture(points, k: start.weights.count, steps: settings.steps, at: call.place)
  let model = try call.checked { [settings] () throws(ArgumentError) in
    try GaussianMixture(points, from: start, settings: settings)
  }
  let perStep = model.last.responsibilities.count + start.covariances.count
  try evaluation.chargeElements([model.history.count, perStep], at: call.place)
  let densities = try call.checked { () throws(ArgumentError) in try model.last.components.densities() }
  return .record("Gaussian mixture", fields(of: model) + functions(of: densities))
}

private typealias Fields = [(name: String, value: Value)]

private func fields(of model: GaussianMixture) -> Fields {
  let labels = model.last.responsibilities.mostLikely
  return fields(of: model.last) + [
    ("labels", .vector(labels)), ("log_likelihoods", .vector(model.logLikelihoods)),
    ("converged", .boolean(model.isConverged)),
    (
      "history",
      .list(model.history.map { .record("Gaussian mixture step", fields(of: $0)) })
    ),
  ]
}

private func fields(of step: GaussianMixture.Step) -> Fields {
  let components = step.components
  let ellipses = components.weights.indices.compactMap { component in
    CovarianceEllipse(mean: components.mean(component), covariance: components.covariance(component))
  }
  return [
    ("means", .tensor(components.means)), ("covariances", .tensor(components.covariances)),
    ("weights", .vector(components.weights)),
    ("responsibilities", .tensor(step.responsibilities.transpose)),
    ("log_likelihood", .number(step.logLikelihood)),
    (
      "ellipses",
      .list(
        ellipses.map { ellipse in
          .record(
            "ellipse",
            [
              ("center", .vector(ellipse.center)), ("axes", .vector(ellipse.halfAxes)),
              ("angle", .number(ellipse.angle)),
            ])
        })
    ),
  ]
}

private func functions(of densities: [GaussianDensity]) -> Fields {
  let d = densities.first?.dimensions ?? 1
  let names = coordinateNames(d)
  let work = densities.count * (d * d / 2 + 2 * d + 20)
  return [
    (
      "density",
      .model(
        ModelFunction("gaussian_mixture.density", coordinates: names, work: work) {
          [densities.density(at: $0)]
        } values: { points, count in
          UnaryFunction.exponential(
            Tensor(densities.shares(of: Tensor(shape: [count, d], elements: points)).logarithms)
          ).elements
        })
    ),
    (
      "responsibility",
      .model(
        ModelFunction(
          "gaussian_mixture.responsibility", coordinates: names, shape: [densities.count], work: work
        ) {
          densities.responsibilities(at: $0)
        } values: { points, count in
          densities.shares(of: Tensor(shape: [count, d], elements: points)).shares.transpose.elements
        })
    ),
    (
      "predict",
      .model(
        ModelFunction("gaussian_mixture.predict", coordinates: names, work: work) {
          [densities.label(at: $0)]
        } values: { points, count in
          densities.shares(of: Tensor(shape: [count, d], elements: points)).shares.mostLikely.map(Double.init)
        })
    ),
  ]
}

extension Tensor {
  /// The row of the largest number in each column, the first of equal ones.
  fileprivate var mostLikely: [Int] {
    (0..<shape[1]).map { column in
      (1..<max(1, shape[0])).reduce(0) { best, row in
        elements[row * shape[1] + column] > elements[best * shape[1] + column] ? row : best
      }
    }
  }
}

extension Evaluation {
  /// The components that the user gives, or those of the clusters of k-means.
  fileprivate mutating func components(
    for points: Tensor, _ settings: GaussianMixture.Settings, _ call: Call
  ) throws(Diagnostic) -> GaussianComponents {
    if case .text = call[2] {
      _ = try call.word(2, among: ["kmeans"])
      let k = try call.groupCount(1, of: points)
      let seed = try call.startSeed(3, example: "gaussian_mixture(X, k=\(k), seed=1)")
      try chargeStart(points, k: k, at: call.place)
      try chargeLloyd(points, k: k, steps: 300, at: call.place)
      try chargeElements([k, points.shape[0]], at: call.place)
      return try call.checked { () throws(ArgumentError) in
        try GaussianMixture.start(points, k: k, seed: seed, regularization: settings.regularization)
      }
    }
    let means = try call.points(2)
    try call.checkGroupCount(1, means)
    try chargeElements([means.count, means.shape[1]], at: call.place)
    var covariance: Tensor?
    if case .text = call[4] {
      _ = try call.word(4, among: ["identity"])
    } else {
      covariance = try call.matrix(4)
    }
    return try call.checked { [covariance] () throws(ArgumentError) in
      try GaussianComponents(means: means, covariance: covariance)
    }
  }

  fileprivate mutating func chargeMixture(
    _ points: Tensor, k: Int, steps: Int, at place: Place
  ) throws(Diagnostic) {
    let (count, d) = (Double(points.shape[0]), Double(points.shape[1]))
    let perPoint = d * d / 8 + 2 * d + 8
    // Before the points, a matrix for each component is factored.
    try chargeOperations(Double(steps) * Double(k) * (count * perPoint + d * d * d), at: place)
  }
}
