internal import Diagnostics
internal import Kernels

/// The two halves of a step of expectation and maximization, on the same points again and again.
struct MixtureFit {
  private let points: Tensor
  private let columns: PointColumns
  private let regularization: Double

  init(_ points: Tensor, regularization: Double) {
    (self.points, self.regularization) = (points, regularization)
    columns = PointColumns(points)
  }

  /// What parameters make of the points.
  ///
  /// Source: Bishop (2006), equations 9.23 and 9.28.
  mutating func expectation(
    _ components: GaussianComponents, step: Int
  ) throws(ArgumentError) -> GaussianMixture.Step {
    let densities = try densities(of: components, step: step)
    let (shares, totals) = densities.shares(of: columns)
    var logLikelihood = 0.0
    kernel_reduce(kernelSet, KERNEL_SUM, totals, &logLikelihood, 1, columns.count, 1)
    return GaussianMixture.Step(
      components: components,
      responsibilities: Tensor(shape: [densities.count, columns.count], elements: shares),
      logLikelihood: logLikelihood)
  }

  /// The densities; a matrix that is no longer positive definite is explained.
  private func densities(
    of components: GaussianComponents, step: Int
  ) throws(ArgumentError) -> [GaussianDensity] {
    do throws(ArgumentError) {
      return try components.densities()
    } catch {
      let moment = step == 0 ? "at the start" : "after step \(step)"
      throw ArgumentError(
        "regularization",
        "a component collapsed onto too few points: its covariance is singular \(moment)",
        help:
          "regularization=1e-6 or more keeps covariances regular; fewer components or other starts help too")
    }
  }

  /// The parameters that fit the responsibilities best.
  ///
  /// Source: Bishop (2006), equations 9.24 to 9.26.
  mutating func maximization(_ step: GaussianMixture.Step) -> GaussianComponents {
    components(of: step.responsibilities, before: step.components)
  }

  /// The parameters of clusters, each of whose points belongs to it altogether.
  mutating func components(of labels: [Int], centers: Tensor) -> GaussianComponents {
    let (k, d) = (centers.shape[0], columns.dimensions)
    var shares = Tensor(repeating: 0, shape: [k, columns.count])
    for (i, label) in labels.enumerated() { shares.elements[label * columns.count + i] = 1 }
    var start = GaussianComponents(
      means: centers, covariances: Tensor(repeating: 0, shape: [k, d, d]),
      weights: [Double](repeating: 0, count: k))
    for component in 0..<k {
      for j in 0..<d { start.covariances.elements[(component * d + j) * d + j] = 1 }
    }
    return components(of: shares, before: start)
  }

  /// A component to which no point belongs stays as it was, with weight 0.
  private mutating func components(
    of shares: Tensor, before: GaussianComponents
  ) -> GaussianComponents {
    let (count, d) = (columns.count, columns.dimensions)
    var components = before
    let sums = Tensor.matrixProduct(shares, points)
    var weights = columns.column
    for component in before.weights.indices {
      weights.replaceSubrange(0..<count, with: shares.elements[component * count..<(component + 1) * count])
      var mass = 0.0
      kernel_reduce(kernelSet, KERNEL_SUM, weights, &mass, 1, count, 1)
      components.weights[component] = mass / Double(count)
      // Below, quotients of numbers without all their digits would be taken.
      guard mass > 1e-280 else { continue }
      let mean = (0..<d).map { sums.elements[component * d + $0] / mass }
      let scatter = columns.scatter(weights: weights, around: mean)
      components.means.elements.replaceSubrange(component * d..<(component + 1) * d, with: mean)
      for j in 0..<d {
        for l in 0..<d {
          components.covariances.elements[(component * d + j) * d + l] =
            scatter.elements[j * d + l] / mass + (j == l ? regularization : 0)
        }
      }
    }
    return components
  }
}
