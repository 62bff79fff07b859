internal import Diagnostics
internal import MathCore

let categoricalFunction = Builtin(
  "categorical", ["probabilities", .optional("names")],
  "The place of one of some classes, from 0; names may stand for the places, also in samples.",
  Example("categorical([0.2, 0.5, 0.3]).cdf(1)", "0.7")
) { (_, call) throws(Diagnostic) in
  let probabilities = try call.vector(0)
  let distribution = try call.checked { () throws(ArgumentError) in
    try FiniteDistribution(categorical: probabilities)
  }
  let labels = try call.optional(1) { call in { index throws(Diagnostic) in try call.names(index) } } ?? []
  guard labels.isEmpty || labels.count == probabilities.count else {
    throw call.mistake(
      1, "expected \(probabilities.count) names, found \(labels.count)")
  }
  var value = call.distribution(.single(distribution, work: 64))
  value.labels = labels
  return .distribution(value)
}

let empiricalFunction = Builtin(
  "empirical", ["data"], "One of some data, each as likely as the others.",
  Example("empirical([3, 1, 4, 1, 5]).cdf([0, 1, 4])", "[0 0.4 0.8]")
) { (evaluation, call) throws(Diagnostic) in
  let data = try call.vector(0)
  try evaluation.chargeOperations(64, times: data.count, at: call.place)
  let distribution = try call.checked { () throws(ArgumentError) in try FiniteDistribution(empirical: data) }
  return .distribution(call.distribution(.single(distribution, work: 64)))
}

let mixtureFunction = Builtin(
  "mixture", ["components", .optional("weights")],
  "A number from one of some distributions, chosen with these probabilities, or equal ones.",
  Example("mixture([normal(-2), normal(3)], weights=[0.5, 0.5]).mean", "0.5")
) { (_, call) throws(Diagnostic) in
  guard case .list(let list) = call[0] else {
    throw call[0].mismatch(call.title(of: 0), expected: "a list of distributions", at: call.location(of: 0))
  }
  var components: [any Distribution] = []
  var work = 0
  for element in list.elements {
    components.append(try element.distribution(of: call.title(of: 0), at: call.location(of: 0)))
    guard case .distribution(let value) = element, case .single(_, let own) = value.body else {
      work += 4096
      continue
    }
    work = min(work + own, 1 << 40)
  }
  let equal = [Double](repeating: 1 / Double(max(components.count, 1)), count: components.count)
  let weights =
    try call.optional(1) { call in { index throws(Diagnostic) in try call.vector(index) } } ?? equal
  let mixture = try call.checked { () throws(ArgumentError) in try Mixture(components, weights: weights) }
  return .distribution(call.distribution(.single(mixture, work: work)))
}

let multivariateNormalFunction = Builtin(
  "multivariate_normal", ["mean", "covariance"],
  "The normal distribution of vectors, with pdf, logpdf, mean, covariance, entropy, sample and ellipse(probability).",
  Example("multivariate_normal([0, 1], [[2, 1], [1, 2]]).pdf([0, 0])", "0.0658407")
) { (evaluation, call) throws(Diagnostic) in
  let mean = try call.vector(0)
  let covariance = try call.matrix(1)
  try evaluation.chargeOperations(covariance.count, times: 4 * mean.count, at: call.place)
  let normal = try call.checked { () throws(ArgumentError) in
    try MultivariateNormal(mean: mean, covariance: covariance)
  }
  return .distribution(call.distribution(.multivariate(normal)))
}

extension Call {
  /// A distribution that was made with this call's arguments.
  fileprivate func distribution(_ body: DistributionValue.Body) -> DistributionValue {
    let given = parameterNames.indices.filter { isGiven($0) }
    return DistributionValue(
      name: name, body: body, arguments: given.map { (parameterNames[$0], values[$0]) })
  }

  /// A list of different texts.
  fileprivate func names(_ index: Int) throws(Diagnostic) -> [String] {
    guard let column = values[index].asTexts else {
      throw values[index].mismatch(title(of: index), expected: "a list of texts", at: location(of: index))
    }
    let names = column.codes.map { column.texts[Int($0)] }
    var seen: Set<String> = []
    if let twice = names.first(where: { !seen.insert($0).inserted }) {
      throw mistake(index, "'\(twice)' is there twice")
    }
    return names
  }
}
