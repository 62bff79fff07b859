/// Determinants and inverses of small matrices as formulas, so that they can be compiled and differentiated.
///
/// A matrix is its elements row by row. Source: Golub and Van Loan, "Matrix computations" (2013), section
/// 2.1.4, Laplace's expansion.
package enum Cofactors {
  /// Larger matrices have too many terms.
  package static let largestSize = 4

  /// The determinant of an n × n matrix, n from 1.
  package static func determinant<Number: RealNumber>(_ a: [Number], _ n: Int) -> Number {
    guard n > 1 else { return a[0] }
    return (1..<n).reduce(a[0] * minor(a, n, 0, 0)) { sum, j in
      let term = a[j] * minor(a, n, 0, j)
      return j % 2 == 0 ? sum + term : sum - term
    }
  }

  /// The inverse times the determinant.
  package static func adjugate<Number: RealNumber>(_ a: [Number], _ n: Int) -> [Number] {
    if n == 1 { return [a[0].constant(1)] }
    return (0..<n * n).map { place in
      let (i, j) = place.quotientAndRemainder(dividingBy: n)
      return (i + j) % 2 == 0 ? minor(a, n, j, i) : -minor(a, n, j, i)
    }
  }

  /// The inverse of an n × n matrix, n from 1; not finite where it is singular.
  package static func inverse<Number: RealNumber>(_ a: [Number], _ n: Int) -> [Number] {
    let determinant = determinant(a, n)
    return adjugate(a, n).map { $0 / determinant }
  }

  /// The X of A X = B by Cramer's rule, with `width` columns; not finite where A is singular.
  package static func solve<Number: RealNumber>(
    _ a: [Number], _ n: Int, _ b: [Number], width: Int
  ) -> [Number] {
    let (determinant, adjugate) = (determinant(a, n), adjugate(a, n))
    return (0..<n * width).map { place in
      let (i, column) = place.quotientAndRemainder(dividingBy: width)
      let sum = (1..<n).reduce(adjugate[i * n] * b[column]) { sum, j in
        sum + adjugate[i * n + j] * b[j * width + column]
      }
      return sum / determinant
    }
  }

  /// The determinant without a row and a column.
  private static func minor<Number: RealNumber>(
    _ a: [Number], _ n: Int, _ row: Int, _ column: Int
  ) -> Number {
    let kept = a.indices.filter { $0 / n != row && $0 % n != column }
    return determinant(kept.map { a[$0] }, n - 1)
  }
}
