package import Diagnostics

extension FiniteDistribution {
  /// The categorical distribution: the place of one of some classes, from 0, each with its own probability.
  ///
  /// The probabilities must sum to 1 within 1e-9.
  package init(categorical probabilities: [Double]) throws(ArgumentError) {
    try checkProbabilities(probabilities, "probabilities")
    self.init(values: probabilities.indices.map(Double.init), masses: probabilities)
  }
}
