internal import MathCore

/// A distribution, with what it was made of.
package struct DistributionValue: Sendable {
  enum Body: Sendable {
    /// Its parameters may be numbers, vectors, or recorded.
    case family(any DistributionFamily.Type, [Value])
    /// One whose parameters are known. `work` is about how many operations its formulas take at a number.
    case single(any Distribution, work: Int)
    case multivariate(MultivariateNormal)
  }

  /// What users call it.
  var name: String
  var body: Body
  /// The arguments with which it was made.
  var arguments: [(name: String, value: Value)]
  /// What the numbers 0, 1, 2, … stand for; empty if they stand for themselves.
  var labels: [String]

  init(
    name: String, body: Body, arguments: [(name: String, value: Value)], labels: [String] = []
  ) {
    self.name = name
    self.body = body
    self.arguments = arguments
    self.labels = labels
  }

  /// One of a family, by its parameters in their order.
  init(name: String, type: any DistributionFamily.Type, parameters: [Value]) {
    let arguments = zip(type.parameters, parameters).map { (name: $0.name, value: $1) }
    self.init(name: name, body: .family(type, parameters), arguments: arguments)
  }

  /// Whether single numbers have probabilities.
  var isDiscrete: Bool {
    switch body {
    case .family(let type, _): type.isDiscrete
    case .single(let distribution, _): distribution.isDiscrete
    case .multivariate: false
    }
  }
}

extension Value {
  /// What kind of distribution this is, such as `an exponential distribution`; `a distribution` for a value that
  /// is none.
  package var distributionKind: String {
    guard case .distribution(let distribution) = self else { return "a distribution" }
    let name = distribution.name.replacing("_", with: " ")
    return "\(name.first.map { "aeiou".contains($0) } == true ? "an" : "a") \(name) distribution"
  }
}

/// The functions that a distribution has as members.
enum DistributionFunction: CaseIterable, Sendable {
  case density
  case logDensity
  case cumulative
  case survival
  case quantile

  /// What it is called: a discrete distribution has a mass and no density.
  func name(isDiscrete: Bool) -> String {
    switch self {
    case .density: isDiscrete ? "pmf" : "pdf"
    case .logDensity: isDiscrete ? "logpmf" : "logpdf"
    case .cumulative: "cdf"
    case .survival: "sf"
    case .quantile: "quantile"
    }
  }
}
