internal import Diagnostics
internal import MathCore

/// The distributions, and what is made of probabilities.
let probabilityFunctions: [Builtin] =
  distributions.names.compactMap { name in
    distributions[name].map { distribution(name, $0) }
  } + [categoricalFunction, multivariateNormalFunction, mixtureFunction, empiricalFunction]

/// A value of each distribution.
private let examples = [
  "normal": Example("normal(mean=100, sd=15).cdf(115)", "0.841345"),
  "uniform": Example("uniform(-3, 5).cdf([-1, 1, 9])", "[0.25 0.5 1]"),
  "exponential": Example("exponential(rate=1.5).sf(2)", "0.0497871"),
  "gamma": Example("gamma(shape=2.5, rate=0.8).mean", "3.125"),
  "beta": Example("beta(2, 5).pdf([0.25, 0.5])", "[2.37305 0.9375]"),
  "student_t": Example("student_t(df=3).sf(2)", "0.069663"),
  "chi_squared": Example("chi_squared(df=4).quantile(0.95)", "9.48773"),
  "fisher_f": Example("fisher_f(3, 12).sf(4)", "0.0345904"),
  "laplace": Example("laplace(mean=1, scale=2).variance", "8"),
  "log_normal": Example("log_normal(mu=0.2, sigma=0.5).quantile(0.5)", "1.2214"),
  "cauchy": Example("cauchy().quantile([0.25, 0.75])", "[−1 1]"),
  "logistic": Example("logistic().cdf(0)", "0.5"),
  "weibull": Example("weibull(shape=1.7, scale=2).mean", "1.78449"),
  "bernoulli": Example("bernoulli(p=0.3).entropy", "0.610864"),
  "binomial": Example("binomial(n=10, p=0.35).pmf(3)", "0.25222"),
  "poisson": Example("poisson(rate=4).cdf([2, 4])", "[0.238103 0.628837]"),
  "geometric": Example("geometric(p=0.2).pmf([1, 2, 3])", "[0.2 0.16 0.128]"),
  "negative_binomial": Example("negative_binomial(r=5, p=0.4).mean", "7.5"),
  "discrete_uniform": Example("discrete_uniform(1, 6).variance", "2.91667"),
]

private func distribution(_ name: String, _ type: any DistributionFamily.Type) -> Builtin {
  let parameters = type.parameters.map { parameter in
    var row = Builtin.Parameter(stringLiteral: parameter.name)
    row.standard = parameter.standard.map { .number($0) }
    return row
  }
  let density = type.isDiscrete ? "pmf, logpmf" : "pdf, logpdf"
  let summary =
    "The \(name) distribution, with \(density), cdf, sf, quantile, mean, variance, sd, entropy, support and sample."
  return Builtin(name, parameters, summary, examples[name]) { (evaluation, call) throws(Diagnostic) in
    try evaluation.checkParameters(type, call)
    return .distribution(DistributionValue(name: name, type: type, parameters: call.values))
  }
}

extension Evaluation {
  /// Checks known parameters, element by element; what is recorded is not known yet.
  fileprivate mutating func checkParameters(
    _ type: any DistributionFamily.Type, _ call: Call
  ) throws(Diagnostic) {
    var shape: [Int] = []
    var known: [Tensor] = []
    for (index, parameter) in type.parameters.enumerated() {
      guard call[index].isNumeric else {
        throw call[index].mismatch(call.title(of: index), expected: "a number", at: call.location(of: index))
      }
      let operand = try operand(call[index], call.name, at: call.place)
      shape = try broadcast(shape, operand.shape, call.name, at: call.place)
      guard case .known(let tensor) = operand else { continue }
      known.append(tensor)
      try charge(tensor.count / 16, at: call.place)
      if let found = tensor.elements.first(where: { !parameter.range.contains($0) }) {
        throw call.mistake(index, "expected \(parameter.range.expectation), found \(shortest(found))")
      }
    }
    try chargeElements(shape, at: call.place)
    guard known.count == type.parameters.count, known.count > 1 else { return }
    let stretched = known.map { $0.broadcast(to: shape) }
    try charge(shape.reduce(1, *) / 4, at: call.place)
    for place in 0..<shape.reduce(1, *) {
      let values = stretched.map { $0.elements[place] }
      guard let mistake = type.mistake(among: values) else { continue }
      throw call.mistake(
        mistake.index, "expected \(mistake.expectation), found \(shortest(values[mistake.index]))")
    }
  }
}

extension Value {
  fileprivate var isNumeric: Bool {
    switch self {
    case .number, .boolean, .tensor, .range, .recorded: true
    default: false
    }
  }
}
