package import Diagnostics

/// A mixture of normal distributions, fitted to points by expectation and maximization.
///
/// The log-likelihood never falls, but for what the regularization takes. Source: Bishop, "Pattern
/// recognition and machine learning" (2006), section 9.2.2; a number is added to each diagonal element of
/// the covariances, as in scikit-learn.
package struct GaussianMixture: Sendable {
  /// When to stop, and what keeps covariances from collapsing.
  package struct Settings: Sendable {
    /// What is added to each variance.
    package var regularization = 1e-6
    /// How many times parameters are computed anew at most.
    package var steps = 100
    /// The gain in mean log-likelihood below which the fit ends.
    package var tolerance = 1e-3

    /// scikit-learn's settings.
    package init() {}
  }

  /// The state after a step: the parameters, and what they make of the points.
  package struct Step: Sendable {
    /// The parameters.
    package let components: GaussianComponents
    /// The probability that a point belongs to a component: a row for each component.
    package let responsibilities: Tensor
    /// The logarithm of the density at all points together.
    package let logLikelihood: Double
  }

  /// Numbers that the history holds at most; of large data it holds the first steps only.
  private static let historyLimit = 10_000_000

  /// The state at the end.
  package let last: Step
  /// The states from the start on.
  package let history: [Step]
  /// The log-likelihood of the start and after each step.
  package let logLikelihoods: [Double]
  /// Whether the last step gained less than the tolerance.
  package let isConverged: Bool

  /// Fits the components that are given as the start.
  package init(
    _ points: Tensor, from start: GaussianComponents, settings: Settings = Settings()
  ) throws(ArgumentError) {
    let points = try points.checkedPoints("X")
    try settings.check()
    guard start.means.shape[1] == points.shape[1] else {
      throw ArgumentError(
        "init",
        "expected means with as many coordinates as the points, \(points.shape[1]), found \(start.means.shape[1])"
      )
    }
    try KMeans.check(start.weights.count, points, "init")
    var fit = MixtureFit(points, regularization: settings.regularization)
    var last = try fit.expectation(start, step: 0)
    var (history, logLikelihoods) = ([last], [last.logLikelihood])
    let most = Self.historyLimit / (last.responsibilities.count + start.covariances.count)
    var isConverged = false
    while !isConverged && logLikelihoods.count <= settings.steps {
      let components = fit.maximization(last)
      let next = try fit.expectation(components, step: logLikelihoods.count)
      let gain = (next.logLikelihood - last.logLikelihood) / Double(points.shape[0])
      isConverged = abs(gain) < settings.tolerance
      last = next
      logLikelihoods.append(last.logLikelihood)
      if history.count < most { history.append(last) }
    }
    (self.last, self.history) = (last, history)
    (self.logLikelihoods, self.isConverged) = (logLikelihoods, isConverged)
  }

  /// The components of k clusters of points, found by k-means, to start from.
  package static func start(
    _ points: Tensor, k: Int, seed: UInt64, regularization: Double
  ) throws(ArgumentError) -> GaussianComponents {
    let clusters = try KMeans(points, from: KMeans.start(points, k: k, seed: seed))
    var fit = MixtureFit(points, regularization: regularization)
    return fit.components(of: clusters.last.labels, centers: clusters.centers)
  }
}

extension GaussianMixture.Settings {
  fileprivate func check() throws(ArgumentError) {
    guard steps >= 1 else { throw ArgumentError("steps", "expected at least 1, found \(steps)") }
    for (name, value) in [("regularization", regularization), ("tolerance", tolerance)] {
      guard value >= 0, value.isFinite else {
        throw ArgumentError(name, "expected a finite number of at least 0, found \(plain(value))")
      }
    }
  }
}
