internal import Diagnostics

/// The ratings that are known, by rows.
struct RatingTable {
  private let rows: [[(column: Int, rating: Double)]]
  private let columnCount: Int

  /// A matrix in which NaN is a rating that is not known.
  init(_ ratings: Tensor) {
    columnCount = ratings.shape[1]
    rows = (0..<ratings.shape[0]).map { row in
      (0..<ratings.shape[1]).compactMap { column in
        let rating = ratings.elements[row * ratings.shape[1] + column]
        return rating.isNaN ? nil : (column, rating)
      }
    }
  }

  private init(rows: [[(column: Int, rating: Double)]], columnCount: Int) {
    (self.rows, self.columnCount) = (rows, columnCount)
  }

  /// How many ratings are known.
  var count: Int { rows.reduce(0) { $0 + $1.count } }

  /// Columns as rows.
  var transposed: RatingTable {
    var columns = [[(column: Int, rating: Double)]](repeating: [], count: columnCount)
    for (row, known) in rows.enumerated() {
      for (column, rating) in known { columns[column].append((row, rating)) }
    }
    return RatingTable(rows: columns, columnCount: rows.count)
  }

  /// The factors of each row that fit those of the columns best: (Σ v vᵀ + λ I) u = Σ r v.
  func fittedRows(to columns: Tensor, penalty: Double) throws(ArgumentError) -> Tensor {
    let k = columns.shape[1]
    var factors: [Double] = []
    for known in rows {
      var matrix = Tensor(repeating: 0, shape: [k, k])
      var right = [Double](repeating: 0, count: k)
      for (column, rating) in known {
        for a in 0..<k {
          let value = columns.elements[column * k + a]
          right[a] += rating * value
          for b in 0..<k { matrix.elements[a * k + b] += value * columns.elements[column * k + b] }
        }
      }
      for a in 0..<k { matrix.elements[a * k + a] += penalty }
      factors += try Self.solved(matrix, right)
    }
    return Tensor(shape: [rows.count, k], elements: factors)
  }

  private static func solved(_ matrix: Tensor, _ right: [Double]) throws(ArgumentError) -> [Double] {
    do throws(ArgumentError) {
      return try Cholesky(of: matrix).solve(right)
    } catch {
      throw ArgumentError(
        "lambda", "a user or an item has too few ratings to fit its factors without a penalty",
        help: "a lambda greater than 0, such as 0.1, makes the fit unique")
    }
  }

  /// Σ (r − u·v)² over the known ratings.
  func squaredError(_ users: Tensor, _ items: Tensor) -> Double {
    let k = users.shape[1]
    var sum = 0.0
    for (row, known) in rows.enumerated() {
      for (column, rating) in known {
        var rest = rating
        for a in 0..<k { rest -= users.elements[row * k + a] * items.elements[column * k + a] }
        sum += rest * rest
      }
    }
    return sum
  }
}

extension Tensor {
  /// The sum of all squares.
  var squaredNorm: Double { elements.reduce(0) { $0 + $1 * $1 } }
}

extension MatrixFactorization.Settings {
  /// Whether they fit one another and the ratings.
  func check(_ ratings: Tensor) throws(ArgumentError) {
    guard ratings.rank == 2 else { throw ArgumentError("R", "expected a matrix, found \(ratings.rank) axes") }
    if let place = ratings.elements.firstIndex(where: { abs($0) > 1e140 }) {
      throw ArgumentError(
        "R",
        "expected ratings of at most 1e140, whose squares can be added up, found \(plain(ratings.elements[place]))"
      )
    }
    guard factors >= 1 else { throw ArgumentError("k", "expected at least 1, found \(factors)") }
    guard penalty >= 0, penalty.isFinite else {
      throw ArgumentError("lambda", "expected a finite number of at least 0, found \(plain(penalty))")
    }
    guard steps >= 1 else { throw ArgumentError("steps", "expected at least 1, found \(steps)") }
  }
}
