package import Diagnostics

/// The determinant of a square matrix, also where it is too large or too small for a number.
///
/// Source: Golub and Van Loan, "Matrix computations" (2013), section 3.2.7, from the LU factors.
package struct Determinant: Sendable {
  /// The determinant: of matrices up to 3 × 3 by cofactors, so that whole numbers give whole numbers.
  package let value: Double
  /// −1, 0 or 1.
  package let sign: Double
  /// The natural logarithm of its absolute value, −∞ for 0.
  package let logarithm: Double

  /// The determinant of a square matrix of finite numbers; that of an empty one is 1.
  package init(of matrix: Tensor, named name: String = "a") throws(ArgumentError) {
    let matrix = try matrix.checkedSquare(name)
    let n = matrix.shape[0]
    let factors = try LUDecomposition(of: matrix, named: name)
    let pivots = factors.pivots
    sign = pivots.reduce(factors.sign) { $1 == 0 ? 0 : $1 < 0 ? -$0 : $0 }
    logarithm = pivots.reduce(0) { $0 + UnaryFunction.logarithm(abs($1)) }
    value =
      (1...3).contains(n)
      ? Cofactors.determinant(matrix.elements, n) : pivots.reduce(factors.sign, *)
  }
}
