import Diagnostics
import MathCore
import TestSupport
import Testing

private func settings(
  factors: Int, penalty: Double, steps: Int = 50, seed: UInt64 = 1
) -> MatrixFactorization.Settings {
  var settings = MatrixFactorization.Settings(seed: seed)
  (settings.factors, settings.penalty, settings.steps) = (factors, penalty, steps)
  return settings
}

/// Ratings made of two factors, every fifth of them not known.
private let full = Tensor.matrixProduct(.scattered(12, 2), Tensor.scattered(9, 2).transpose)
private let partial: Tensor = {
  var table = full
  for i in table.elements.indices where i % 5 == 2 { table.elements[i] = .nan }
  return table
}()

@Suite struct MatrixFactorizationTests {
  @Test(arguments: [0.001, 0.1, 3])
  func `The loss never rises, and is its definition`(_ penalty: Double) throws {
    let model = try MatrixFactorization(partial, settings: settings(factors: 3, penalty: penalty))
    for (before, after) in zip(model.losses, model.losses.dropFirst()) {
      #expect(after <= before * (1 + 1e-13))
    }
    #expect(model.history.map(\.loss) == model.losses)
    let errors = zip(partial.elements, model.last.product.elements).filter { !$0.0.isNaN }
    let factors = model.last.users.elements + model.last.items.elements
    let loss =
      errors.reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
      + penalty * factors.reduce(0) { $0 + $1 * $1 }
    #expect(isClose(model.last.loss, loss, within: 1e-12))
  }

  /// Some starts end where another product fits nearly as well: the best of ten counts.
  @Test func `Ratings of two factors are found again, also those that are not known`() throws {
    let models = try (0..<10).map { seed in
      try MatrixFactorization(partial, settings: settings(factors: 2, penalty: 1e-9, seed: seed))
    }
    let best = try #require(models.min { $0.last.loss < $1.last.loss })
    for (found, expected) in zip(best.last.product.elements, full.elements) {
      #expect(isClose(found, expected, within: 1e-6))
    }
  }

  @Test func `One factor of a full table is its first singular triple`() throws {
    let table = Tensor.scattered(7, 5)
    let model = try MatrixFactorization(table, settings: settings(factors: 1, penalty: 0, steps: 200))
    let svd = try SingularValueDecomposition(of: table)
    for i in 0..<7 {
      for j in 0..<5 {
        let expected = svd.values[0] * svd.left.elements[i * svd.left.shape[1]] * svd.right.elements[j]
        #expect(isClose(model.last.product.elements[i * 5 + j], expected, within: 1e-10))
      }
    }
  }

  @Test func `Who rated nothing gets no factors`() throws {
    let table = Tensor(rows: [[1, 2, .nan], [.nan, .nan, .nan], [2, 4, .nan]])
    let model = try MatrixFactorization(table, settings: settings(factors: 2, penalty: 0.1))
    #expect(model.last.users.rows[1] == [0, 0] && model.last.items.rows[2] == [0, 0])
  }

  @Test(arguments: [
    ([[Double.nan]], 2, 0.1, "R: expected at least one rating that is known, found none"),
    ([], 2, 0.1, "R: expected at least one rating that is known, found none"),
    (
      [[1, .infinity]], 2, 0.1,
      "R: expected ratings of at most 1e140, whose squares can be added up, found ∞"
    ),
    ([[1]], 0, 0.1, "k: expected at least 1, found 0"),
    ([[1]], 2, -1, "lambda: expected a finite number of at least 0, found −1"),
    ([[1]], 2, 0, "lambda: a user or an item has too few ratings to fit its factors without a penalty"),
  ])
  func `Wrong arguments are explained`(
    _ ratings: [[Double]], _ factors: Int, _ penalty: Double, _ message: String
  ) {
    let error = #expect(throws: ArgumentError.self) {
      try MatrixFactorization(Tensor(rows: ratings), settings: settings(factors: factors, penalty: penalty))
    }
    #expect("\(error?.argument ?? ""): \(error?.message ?? "")" == message)
  }
}
