import Expressions
import Testing

/// A call, and what it prints.
private struct Row: Sendable, CustomTestStringConvertible {
  var source: String
  var result: String

  init(_ source: String, _ result: String) { (self.source, self.result) = (source, result) }

  var testDescription: String { source }
}

/// Two groups of points.
private let lines: KeyValuePairs = [
  "X": "[[0, 0], [0, 2], [2, 0], [2, 2], [10, 10], [10, 12], [12, 10], [12, 12]]",
  "clusters": "kmeans(X, k=2, init=[[0, 0], [2, 2]])",
  "mixture":
    "gaussian_mixture(X, k=2, init=[[1, 1], [11, 11]], covariances=[[2, 0], [0, 2]], tolerance=1e-9)",
  "directions": "pca(X)",
]

private let rows = [
  Row("clusters.centers", "[[1 1] [11 11]]"),
  Row("clusters.labels", "[0 0 0 0 1 1 1 1]"),
  Row("clusters.inertia", "16"),
  Row("clusters.converged", "true"),
  Row("clusters.history[0].phase == 'assign' and clusters.history[1].phase == 'move'", "true"),
  Row("len(clusters.history)", "5"),
  Row("clusters.history[1].centers", "[[0.666667 0.666667] [9.2 9.2]]"),
  Row("clusters.steps", "2"),
  Row("clusters.predict(3, 4)", "0"),
  Row("clusters.predict(X)", "[0 0 0 0 1 1 1 1]"),
  Row("kmeans(X, k=2, seed=3).inertia", "16"),
  Row("kmeans([1, 2, 11], init=[0, 10]).centers", "[[1.5] [11]]"),
  Row("kmeans([1, 2, 11], init=[0, 10]).predict([1, 9])", "[0 1]"),
  Row("mixture.means", "[[1 1] [11 11]]"),
  Row("round(mixture.covariances[0], decimals=3)", "[[1 0] [0 1]]"),
  Row("mixture.weights", "[0.5 0.5]"),
  Row("mixture.labels", "[0 0 0 0 1 1 1 1]"),
  Row("len(mixture.history) == len(mixture.log_likelihoods)", "true"),
  Row("round(mixture.ellipses[1].axes, decimals=3)", "[1 1]"),
  Row("mixture.ellipses[1].center", "[11 11]"),
  Row("round(mixture.responsibility(1, 2), decimals=6)", "[1 0]"),
  Row("mixture.responsibility(X).shape", "[8 2]"),
  Row("mixture.predict(9, 9)", "1"),
  // Half the density of a standard normal distribution of two variables at its mean.
  Row("round(mixture.density(1, 1) * 4 * pi, decimals=4)", "1"),
  Row("gaussian_mixture(X, k=2, seed=1).weights", "[0.5 0.5]"),
  Row("directions.mean", "[6 6]"),
  Row("round(directions.ratio, decimals=3)", "[0.981 0.019]"),
  Row("round(directions.components[0], decimals=4)", "[0.7071 0.7071]"),
  Row("round(directions.project(7, 7), decimals=4)", "[1.4142 0]"),
  Row("max(abs(directions.restore(directions.project(X)) - X)) < 1e-12", "true"),
  Row("pca(X, k=1).scores.shape", "[8 1]"),
  Row("tsne(X, perplexity=3, steps=120, every=50).steps", "[0 50 100 120]"),
  Row("tsne(X, perplexity=3, steps=1, init=X).history[0].points[4]", "[10 10]"),
  Row("len(tsne(X, perplexity=3, steps=1, init='random', seed=1).bandwidths)", "8"),
  Row("matrix_factorization([[1, nan], [2, 3]], λ=0.1, steps=4, seed=1).losses.shape", "[4]"),
  Row("matrix_factorization([[1, nan], [2, 3]], k=3, seed=1).items.shape", "[2 3]"),
]

/// Functions of what was learned, compiled and differentiated.
private let derivatives = [
  Row("round(grad(mixture.density)(1, 1), decimals=9) + 0", "[0 0]"),
  Row("round(jacobian(directions.restore)(0, 0)[0, 0], decimals=4)", "0.7071"),
  Row("round(grad((x, y) -> mixture.responsibility(x, y)[0])(6, 6)[0], decimals=3)", "−2.5"),
  Row("derivative(x -> clusters.predict(x, 1))(2.5)", "0"),
]

private let mistakes = [
  Row("kmeans(X)", "1:1: kmeans: k: expected how many groups there are; for example, kmeans(X, k=3, seed=1)"),
  Row(
    "kmeans(X, k=2)",
    "1:1: kmeans: seed: expected a seed for the random start; give a seed, and every run draws the same start: kmeans(X, k=2, seed=1)"
  ),
  Row("kmeans(X, k=0, seed=1)", "1:11: kmeans: k: expected at least 1, found 0"),
  Row("kmeans(X, k=9, seed=1)", "1:11: kmeans: k: expected at most as many groups as points, 8, found 9"),
  Row(
    "kmeans(X, k=3, init=[[0, 0]])",
    "1:11: kmeans: k: expected the number of rows of init, 1, or none, found 3"),
  Row("kmeans(zeros(0, 2), k=1, seed=1)", "1:8: kmeans: X: expected at least one row, found none"),
  Row(
    "kmeans([[1, nan]], k=1, seed=1)", "1:8: kmeans: X: expected finite numbers, found nan in row 0, column 1"
  ),
  Row(
    "kmeans(X, init=[[1, 2, 3]])",
    "1:11: kmeans: init: expected centers with as many coordinates as the points, 2, found 3"),
  Row(
    "kmeans(X, k=2, init='random', seed=1)", "1:16: kmeans: init: expected one of k-means++, found 'random'"),
  Row(
    "gaussian_mixture(X, k=9, seed=1)",
    "1:21: gaussian_mixture: k: expected at most as many groups as points, 8, found 9"),
  Row(
    "gaussian_mixture(X, init=[[0, 0]], covariances=[[1, 2], [2, 1]])",
    "1:36: gaussian_mixture: covariances: expected a positive definite matrix, found one where its leading 2 × 2 block is not; all its eigenvalues have to be greater than 0: see eigh(covariances).values"
  ),
  Row(
    "gaussian_mixture([[1, 1], [2, 2]], init=[[1, 1]], regularization=0)",
    "1:51: gaussian_mixture: regularization: a component collapsed onto too few points: its covariance is singular after step 1; regularization=1e-6 or more keeps covariances regular; fewer components or other starts help too"
  ),
  Row("pca([[1, 2]])", "1:5: pca: X: expected at least 2 rows, found 1"),
  Row("pca(X, k=3)", "1:8: pca: k: expected from 1 to 2, as X has 8 rows and 2 columns, found 3"),
  Row(
    "tsne(X)",
    "1:1: tsne: perplexity: expected at least 1 and less than the number of other points, 7, found 30; it is about how many neighbors a point has"
  ),
  Row(
    "tsne(X, perplexity=8)",
    "1:9: tsne: perplexity: expected at least 1 and less than the number of other points, 7, found 8; it is about how many neighbors a point has"
  ),
  Row("tsne(X, perplexity=3, rate=0)", "1:23: tsne: rate: expected more than 0, found 0"),
  Row(
    "tsne(X, perplexity=3, init='random')",
    "1:1: tsne: seed: expected a seed for the random start; give a seed, and every run draws the same start: tsne(X, init='random', seed=1)"
  ),
  Row(
    "matrix_factorization([[nan]], seed=1)",
    "1:22: matrix_factorization: R: expected at least one rating that is known, found none"),
]

@Suite struct UnsupervisedTests {
  @Test(arguments: rows)
  private func `What was learned can be shown`(_ row: Row) throws {
    #expect(try shown(row.source, lines) == row.result)
  }

  @Test(arguments: derivatives)
  private func `What was learned can be differentiated`(_ row: Row) throws {
    #expect(try shown(row.source, lines) == row.result)
  }

  @Test(arguments: mistakes)
  private func `Mistakes are said at the argument`(_ row: Row) {
    #expect(complaint(row.source, lines) == row.result)
  }

  @Test func `Work that takes too long is refused before it begins`() {
    #expect(complaint("tsne(randn(1900, 2, seed=1), steps=100000)").contains("takes too long"))
    #expect(complaint("kmeans(randn(100000, 9, seed=1), k=1000, seed=1)").contains("takes too long"))
  }
}
