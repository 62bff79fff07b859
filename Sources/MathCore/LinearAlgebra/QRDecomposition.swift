package import Diagnostics

/// The factors of A = Q R: Q with orthonormal columns, R upper triangular with no negative number on its
/// diagonal, which makes them unique where A has full column rank.
///
/// Source: Golub and Van Loan, "Matrix computations" (2013), section 5.2, Householder reflections.
package struct QRDecomposition: Sendable {
  /// Q, with as many columns as the shorter side of A is long.
  package let orthogonal: Tensor
  /// R.
  package let triangular: Tensor

  /// The reduced factors of a matrix of any shape.
  package init(of matrix: Tensor, named name: String = "a") throws(ArgumentError) {
    let matrix = try matrix.checkedMatrix(name)
    guard matrix.count > 0 else {
      orthogonal = Tensor(repeating: 0, shape: [matrix.shape[0], 0])
      triangular = Tensor(repeating: 0, shape: [0, matrix.shape[1]])
      return
    }
    let (q, r) = try LAPACK.factorQR(ColumnMajor(matrix))
    let signs = (0..<r.rows).map { r.elements[$0 * r.rows + $0] < 0 ? -1.0 : 1 }
    orthogonal = q.tensor.turningColumns(signs)
    triangular = r.tensor.turningRows(signs)
  }
}
