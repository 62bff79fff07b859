package import Diagnostics

/// A table of ratings as a product U Vᵀ of two narrow matrices, fitted to the ratings that are known.
///
/// It lowers Σ (r − u·v)² + λ (‖U‖² + ‖V‖²) over the known ratings r by alternating least squares: each half of
/// a step finds the best users for the items, then the best items for the users, so the loss never rises. It
/// may end where another start would end lower.
/// Source: Koren, Bell, Volinsky, "Matrix factorization techniques for recommender systems" (2009),
/// equation 2.
package struct MatrixFactorization: Hashable, Sendable {
  /// How many factors, and how to fit them.
  package struct Settings: Sendable {
    /// The number of factors of a user and of an item.
    package var factors = 2
    /// λ, the price of large factors.
    package var penalty = 0.1
    /// How many times users and items are fitted.
    package var steps = 50
    /// What the first items are drawn from.
    package var seed: UInt64

    /// Two factors, drawn with a seed.
    package init(seed: UInt64) { self.seed = seed }
  }

  /// The factors after a step.
  package struct Step: Hashable, Sendable {
    /// U: the factors of the users by rows.
    package let users: Tensor
    /// V: the factors of the items by rows.
    package let items: Tensor
    /// What is lowered.
    package let loss: Double

    /// U Vᵀ: every rating, also those that are not known.
    package var product: Tensor { .matrixProduct(users, items.transpose) }
  }

  /// Factors that the history holds at most; of large tables it holds the first steps only.
  private static let historyLimit = 10_000_000

  /// The factors at the end.
  package let last: Step
  /// The factors after each step.
  package let history: [Step]
  /// The loss after each step.
  package let losses: [Double]

  /// Users are rows, items are columns, and NaN is a rating that is not known.
  package init(_ ratings: Tensor, settings: Settings) throws(ArgumentError) {
    try settings.check(ratings)
    let table = RatingTable(ratings)
    let byItem = table.transposed
    guard table.count > 0 else {
      throw ArgumentError("R", "expected at least one rating that is known, found none")
    }
    var generator = Xoshiro256(seed: settings.seed)
    // All are positive: such factors begin alike in sign, as ratings do.
    let drawn = (0..<ratings.shape[1] * settings.factors).map { _ in generator.openUnit() }
    var items = Tensor(shape: [ratings.shape[1], settings.factors], elements: drawn)
    var (history, losses): ([Step], [Double]) = ([], [])
    var last: Step?
    for _ in 0..<settings.steps {
      let users = try table.fittedRows(to: items, penalty: settings.penalty)
      items = try byItem.fittedRows(to: users, penalty: settings.penalty)
      let loss =
        table.squaredError(users, items)
        + settings.penalty * (users.squaredNorm + items.squaredNorm)
      let step = Step(users: users, items: items, loss: loss)
      if history.count < Self.historyLimit / (users.count + items.count) { history.append(step) }
      losses.append(loss)
      last = step
    }
    guard let last else { throw ArgumentError("steps", "expected at least 1, found \(settings.steps)") }
    (self.last, self.history, self.losses) = (last, history, losses)
  }
}
