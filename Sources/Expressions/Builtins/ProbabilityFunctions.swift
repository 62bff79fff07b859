internal import Diagnostics
internal import MathCore

/// The distributions, and what is made of probabilities.
let probabilityFunctions: [Builtin] = distributions.names.compactMap { name in
  distributions[name].map { distribution(name, $0) }
}

/// A value of each distribution.
private let examples = [
  "normal": Example("normal(mean=100, sd=15).cdf(115)", "0.841345"),
  "gamma": Example("gamma(2.5, 0.8).mean", "3.125"),
  "student_t": Example("student_t(df=3).sf(2)", "0.0696629"),
  "chi_squared": Example("chi_squared(df=4).quantile(0.95)", "9.48773"),
  "fisher_f": Example("fisher_f(3, 12).sf(4)", "0.0345912"),
  "binomial": Example("binomial(n=10, p=0.35).pdf(3)", "0.25222"),
]

private func distribution(_ name: String, _ type: any DistributionFamily.Type) -> Builtin {
  let parameters = type.parameters.map { parameter in
    var row = Builtin.Parameter(stringLiteral: parameter.name)
    row.standard = parameter.standard.map { .number($0) }
    return row
  }
  let summary =
    "The \(name) distribution, with pdf, logpdf, cdf, sf, quantile, mean, variance, sd and entropy."
  return Builtin(name, parameters, summary, examples[name]) { (_, call) throws(Diagnostic) in
    for (value, parameter) in zip(call.values, type.parameters) {
      switch value {
      case .recorded, .tensor: continue
      default: break
      }
      let number = try value.number(of: "\(name): \(parameter.name)", at: call.place.location)
      if !parameter.range.contains(number) {
        throw Diagnostic(
          "\(name): \(parameter.name): expected \(parameter.range.expectation), found \(shortest(number))",
          at: call.place.location)
      }
    }
    return .distribution(DistributionValue(name: name, type: type, parameters: call.values))
  }
}
