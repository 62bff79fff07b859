package import Diagnostics

/// The parameters of a mixture of normal distributions.
package struct GaussianComponents: Hashable, Sendable {
  /// The means by rows.
  package var means: Tensor
  /// The covariance matrices, a box of rank 3.
  package var covariances: Tensor
  /// The probability of each component; together 1.
  package var weights: [Double]

  /// Components of equal weight, all with the same covariance matrix, the identity unless said.
  package init(means: Tensor, covariance: Tensor? = nil) throws(ArgumentError) {
    self.means = try means.checkedPoints("init")
    let (k, d) = (means.shape[0], means.shape[1])
    let covariance = covariance ?? .identity(d)
    guard covariance.shape == [d, d] else {
      throw ArgumentError(
        "covariances", "expected a \(d) × \(d) matrix, as the means have \(d) coordinates")
    }
    _ = try Cholesky(of: covariance, named: "covariances")
    covariances = Tensor(
      shape: [k, d, d], elements: Array(repeatElement(covariance.elements, count: k).joined()))
    weights = [Double](repeating: 1 / Double(k), count: k)
  }

  init(means: Tensor, covariances: Tensor, weights: [Double]) {
    (self.means, self.covariances, self.weights) = (means, covariances, weights)
  }

  /// The mean of one component.
  package func mean(_ component: Int) -> [Double] {
    let d = means.shape[1]
    return Array(means.elements[component * d..<(component + 1) * d])
  }

  /// The covariance matrix of one component.
  package func covariance(_ component: Int) -> Tensor {
    let size = means.shape[1] * means.shape[1]
    return Tensor(
      shape: [means.shape[1], means.shape[1]],
      elements: Array(covariances.elements[component * size..<(component + 1) * size]))
  }

  /// The densities, one for each component; the error is that of a matrix that is not positive definite.
  package func densities() throws(ArgumentError) -> [GaussianDensity] {
    var densities: [GaussianDensity] = []
    for (component, weight) in weights.enumerated() {
      densities.append(
        try GaussianDensity(mean: mean(component), covariance: covariance(component), weight: weight))
    }
    return densities
  }
}
