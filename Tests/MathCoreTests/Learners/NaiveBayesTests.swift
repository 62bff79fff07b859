import Diagnostics
import MathCore
import TestSupport
import Testing

@Suite struct NaiveBayesTests {
  @Test func `The posterior is scikit-learn's`() throws {
    let row = try SupervisedCase(named: "gaussian_naive_bayes")
    // The oracle smooths nothing.
    let found = try NaiveBayes(row.classified, smoothing: 0)
    let posterior = found.posterior.values(atRows: try #require(row.probe).flatMap { $0 })
    for (found, expected) in zip(posterior, try #require(row.posterior).joined()) {
      #expect(isClose(found, expected, within: 1e-13))
    }
  }

  /// Source: scikit-learn 1.9.1, GaussianNB().
  @Test func `The smoothing is scikit-learn's`() throws {
    let found = try NaiveBayes(SupervisedCase(named: "gaussian_naive_bayes").classified)
    let variances = [
      [0.12176400068112216, 0.14081600068112218], [0.26110400068112233, 0.09650000068112224],
      [0.39625600068112216, 0.1019240006811223],
    ]
    for (found, expected) in zip(found.variances.joined(), variances.joined()) {
      #expect(isClose(found, expected, within: 1e-14))
    }
    let expected = [0.9753392986078633, 0.014090860652699906, 0.01056984073943676]
    for (found, expected) in zip(found.posterior.values(atRows: [5.1, 3.5]), expected) {
      #expect(isClose(found, expected, within: 1e-13))
    }
  }

  @Test func `The posterior is Bayes' theorem with normal densities, and has sum 1`() throws {
    let data = try overlappingClouds(50, classes: 3, seed: 7)
    let found = try NaiveBayes(data)
    let posterior = found.posterior.values(atRows: data.points.elements)
    for row in 0..<data.count {
      let joint = (0..<3).map { label in
        (0..<2).reduce(found.priors[label]) { product, axis in
          let density = Normal(
            mean: found.means[label][axis], sd: found.variances[label][axis].squareRoot())
          return product * density.density(at: data.points.elements[2 * row + axis])
        }
      }
      let own = posterior[3 * row..<3 * row + 3]
      #expect(isClose(own.reduce(0, +), 1, within: 1e-15 * 4))
      for (found, joint) in zip(own, joint.map { $0 / joint.reduce(0, +) }) {
        #expect(isClose(found, joint, within: 1e-11))
      }
    }
  }

  @Test func `Far away there is still a posterior`() throws {
    let found = try NaiveBayes(overlappingClouds(20, classes: 2, seed: 7))
    let posterior = found.posterior.values(atRows: [1e6, -1e6])
    #expect(posterior.allSatisfy { $0 >= 0 && $0 <= 1 } && posterior.reduce(0, +) == 1)
  }

  @Test func `Features that never vary are refused`() throws {
    let data = try ClassifiedPoints(pointMatrix([[1], [1]]), classes: [0, 1])
    #expect(throws: ArgumentError.self) { try NaiveBayes(data) }
    // A feature that varies lends its variance to one that does not.
    let mixed = try ClassifiedPoints(pointMatrix([[1, 0], [1, 2]]), classes: [0, 1])
    #expect(try NaiveBayes(mixed).variances == [[1e-9, 1e-9], [1e-9, 1e-9]])
  }
}
