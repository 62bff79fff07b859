import Diagnostics
import Foundation
import MathCore
import TestSupport
import Testing

private struct MixtureCase: Decodable {
  var points: [[Double]]
  var start: [[Double]]
  var regularization: Double
  var means: [[Double]]
  var covariances: [[[Double]]]
  var weights: [Double]
  var logLikelihood: Double

  private enum CodingKeys: String, CodingKey {
    case points = "X"
    case start = "init_means"
    case regularization = "reg_covar"
    case means, covariances, weights
    case logLikelihood = "mean_log_likelihood"
  }
}

private func settings(
  regularization: Double = 1e-6, steps: Int = 100, tolerance: Double = 0
) -> GaussianMixture.Settings {
  var settings = GaussianMixture.Settings()
  (settings.regularization, settings.steps, settings.tolerance) = (regularization, steps, tolerance)
  return settings
}

@Suite struct GaussianMixtureTests {
  /// Both stop where a step gains less than 1e-10; scikit-learn's parameters are those of one step more.
  @Test func `The fit of irises is scikit-learn's`() throws {
    let row = try #require(try learnerOracle("gaussian_mixture", as: MixtureCase.self))
    let start = try GaussianComponents(means: Tensor(rows: row.start))
    let points = Tensor(rows: row.points)
    let converged = try GaussianMixture(
      points, from: start,
      settings: settings(regularization: row.regularization, steps: 2000, tolerance: 1e-10))
    #expect(converged.isConverged)
    let model = try GaussianMixture(
      points, from: start,
      settings: settings(regularization: row.regularization, steps: converged.logLikelihoods.count))
    let components = model.last.components
    let pairs: [([Double], [Double])] = [
      (components.means.elements, row.means.flatMap { $0 }), (components.weights, row.weights),
      (components.covariances.elements, row.covariances.flatMap { $0.flatMap { $0 } }),
    ]
    for (found, expected) in pairs {
      for (a, b) in zip(found, expected) { #expect(isClose(a, b, within: 1e-9)) }
    }
    #expect(isClose(model.last.logLikelihood / 150, row.logLikelihood, within: 1e-10))
  }

  @Test(arguments: 1...5)
  func `The log-likelihood never falls, and shares add up to one`(_ k: Int) throws {
    let points = try iris()
    let start = try GaussianMixture.start(points, k: k, seed: 2, regularization: 0)
    let model = try GaussianMixture(points, from: start, settings: settings(regularization: 0, steps: 30))
    for (before, after) in zip(model.logLikelihoods, model.logLikelihoods.dropFirst()) {
      #expect(after >= before - 1e-11 * abs(before))
    }
    #expect(model.history.map(\.logLikelihood) == model.logLikelihoods)
    for step in model.history {
      #expect(isClose(step.components.weights.reduce(0, +), 1, within: 1e-14))
      for i in 0..<150 {
        #expect(isClose(step.responsibilities.column(i).reduce(0, +), 1, within: 1e-14))
      }
    }
  }

  @Test func `One component is the mean and the covariance`() throws {
    let points = Tensor(rows: [[0, 0], [2, 0], [2, 4], [0, 4]])
    let model = try GaussianMixture(
      points, from: GaussianComponents(means: Tensor(rows: [[0, 0]])), settings: settings(regularization: 0.5)
    )
    #expect(model.last.components.means.elements == [1, 2])
    #expect(model.last.components.covariances.elements == [1.5, 0, 0, 4.5])
    #expect(model.last.components.weights == [1])
  }

  @Test func `The density is that of two variables worked out by hand`() throws {
    let covariance = Tensor(rows: [[2, 0.6], [0.6, 1]])
    let density = try GaussianDensity(mean: [1, -1], covariance: covariance, weight: 0.25)
    let determinant = 2 - 0.36
    for (x, y) in [(1.0, -1.0), (0, 0), (3, 2), (-20, 7)] {
      let (u, v) = (x - 1, y + 1)
      let square = (u * u - 1.2 * u * v + 2 * v * v) / determinant
      let expected = log(0.25 / (2 * .pi * determinant.squareRoot())) - 0.5 * square
      #expect(isClose(density.logarithm(at: [x, y]), expected, within: 1e-14))
    }
  }

  @Test func `Formulas and kernels agree`() throws {
    let points = try iris()
    let start = try GaussianMixture.start(points, k: 3, seed: 1, regularization: 1e-6)
    let densities = try GaussianMixture(points, from: start).last.components.densities()
    let (shares, logarithms) = densities.shares(of: points)
    for (i, point) in points.rows.enumerated() {
      #expect(isClose(densities.density(at: point), exp(logarithms[i]), within: 1e-12))
      let column = shares.column(i)
      for (a, b) in zip(densities.responsibilities(at: point), column) {
        #expect(isClose(a, b, within: 1e-11, absolute: 1e-14))
      }
      #expect(Int(densities.label(at: point)) == column.firstIndex(of: column.max() ?? 0))
    }
  }

  @Test func `A component far from all points keeps its place, with weight 0`() throws {
    let points = Tensor(rows: [[0], [1], [2]])
    let model = try GaussianMixture(
      points, from: GaussianComponents(means: Tensor(rows: [[1], [1e6]])), settings: settings(steps: 5))
    #expect(model.last.components.weights == [1, 0])
    #expect(model.last.components.means.elements == [1, 1e6])
  }

  @Test func `An ellipse has the deviations along its axes`() throws {
    // Half axes of 3 and 1, turned by 30 degrees.
    let (c, s) = (0.75.squareRoot(), 0.5)
    let covariance = Tensor(rows: [[9 * c * c + s * s, 8 * c * s], [8 * c * s, 9 * s * s + c * c]])
    let ellipse = try #require(CovarianceEllipse(mean: [1, 2], covariance: covariance))
    #expect(ellipse.center == [1, 2])
    #expect(isClose(ellipse.halfAxes[0], 3, within: 1e-14) && isClose(ellipse.halfAxes[1], 1, within: 1e-14))
    #expect(isClose(ellipse.angle, .pi / 6, within: 1e-14))
    #expect(CovarianceEllipse(mean: [0], covariance: .identity(1)) == nil)
  }

  /// Two points on one place, on which a component collapses.
  @Test func `A collapse is explained, and regularization prevents it`() throws {
    let points = Tensor(rows: [[0, 0], [0, 0], [9, 9], [8, 9], [9, 7]])
    let start = try GaussianComponents(means: Tensor(rows: [[0, 0], [9, 9]]))
    let error = #expect(throws: ArgumentError.self) {
      try GaussianMixture(points, from: start, settings: settings(regularization: 0))
    }
    #expect(error?.argument == "regularization" && error?.message.contains("collapsed") == true)
    let kept = try GaussianMixture(points, from: start, settings: settings())
    #expect(kept.last.components.covariances.elements.allSatisfy { $0.isFinite })
    #expect(kept.last.components.covariance(0).elements == [1e-6, 0, 0, 1e-6])
  }

  @Test(arguments: [
    ([[1.0], [.nan]], [[0.0]], 1e-6, "X: expected finite numbers, found nan in row 1, column 0"),
    ([], [[0]], 1e-6, "X: expected at least one row, found none"),
    ([[1]], [[0], [1]], 1e-6, "init: expected from 1 to as many centers as points, 1, found 2"),
    ([[1]], [[0, 1]], 1e-6, "init: expected means with as many coordinates as the points, 1, found 2"),
    ([[1], [2]], [[0]], -1, "regularization: expected a finite number of at least 0, found −1"),
  ])
  func `Wrong arguments are explained`(
    _ points: [[Double]], _ means: [[Double]], _ regularization: Double, _ message: String
  ) {
    let error = #expect(throws: ArgumentError.self) {
      try GaussianMixture(
        Tensor(rows: points), from: GaussianComponents(means: Tensor(rows: means)),
        settings: settings(regularization: regularization))
    }
    #expect("\(error?.argument ?? ""): \(error?.message ?? "")" == message)
  }

  @Test func `A start that is no covariance matrix is refused`() {
    let error = #expect(throws: ArgumentError.self) {
      try GaussianComponents(means: Tensor(rows: [[0, 0]]), covariance: Tensor(rows: [[1, 2], [2, 1]]))
    }
    #expect(error?.argument == "covariances")
  }
}
