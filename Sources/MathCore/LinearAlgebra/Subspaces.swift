package import Diagnostics

extension SingularValueDecomposition {
  /// An orthonormal basis of the column space, as columns with the sign of `SignRule`.
  package var columnSpace: Tensor { left.columns(0..<rank).columnsTurned }

  /// An orthonormal basis of the null space, as columns with the sign of `SignRule`; the decomposition of a
  /// wide matrix must be a full one.
  package var nullSpace: Tensor {
    precondition(right.shape[0] == right.shape[1], "only a full decomposition knows the null space")
    return right.transpose.columns(rank..<right.shape[0])
  }
}

/// The points of a column space that are nearest to b: A (AᵀA)⁻¹ Aᵀ b, of a vector b or of each column of a
/// matrix.
///
/// Source: Golub and Van Loan, "Matrix computations" (2013), section 2.5.1, as U Uᵀ b; columns of A may
/// depend on one another.
package func projection(_ b: Tensor, ontoColumnsOf a: Tensor) throws(ArgumentError) -> Tensor {
  let basis = try SingularValueDecomposition(of: a).columnSpace
  let columns = try rightSide(b, of: a)
  return Tensor.matrixProduct(basis, .matrixProduct(basis.transpose, columns)).reshaped(to: b.shape)
}

extension Tensor {
  /// Some neighboring columns of a matrix.
  func columns(_ range: Range<Int>) -> Tensor {
    let (m, n) = (shape[0], shape[1])
    return Tensor(
      shape: [m, range.count], elements: (0..<m).flatMap { row in range.map { elements[row * n + $0] } })
  }
}
