package import Diagnostics

/// Eigenvalues and eigenvectors of a symmetric matrix: A V = V diag(λ), with Vᵀ V = I.
///
/// Source: Golub and Van Loan, "Matrix computations" (2013), section 8.4, divide and conquer. Each value is
/// right to a few units of rounding of the largest one.
package struct SymmetricEigen: Sendable {
  /// The eigenvalues, ascending.
  package let values: [Double]
  /// The unit eigenvectors as columns, in the order of the values, with the sign of `SignRule`.
  package let vectors: Tensor

  /// Opposite elements may differ by 1e-8 of the largest element; their mean counts.
  package init(of matrix: Tensor, named name: String = "a") throws(ArgumentError) {
    let matrix = try matrix.checkedSymmetric(name)
    guard matrix.count > 0 else {
      (values, vectors) = ([], matrix)
      return
    }
    var factored = ColumnMajor(matrix)
    values = try LAPACK.symmetricEigen(&factored)
    vectors = factored.tensor.columnsTurned
  }
}
