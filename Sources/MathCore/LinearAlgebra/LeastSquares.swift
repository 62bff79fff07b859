package import Diagnostics

/// The x that makes ‖A x − b‖₂ smallest; where many do, the shortest of them.
///
/// Source: Golub and Van Loan, "Matrix computations" (2013), section 5.5.1, by the singular value
/// decomposition.
package struct LeastSquares: Sendable {
  /// x: a vector, or a column for each column of b.
  package let solution: Tensor
  /// A x, as the projection of b onto the columns of A.
  package let fitted: Tensor
  /// b − A x, at right angles to the columns of A.
  package let residual: Tensor
  /// The rank of A.
  package let rank: Int
  /// The singular values of A, descending.
  package let singularValues: [Double]
}

/// The least-squares solution of A x = b, of a vector b or of each column of a matrix.
package func leastSquares(_ a: Tensor, _ b: Tensor) throws(ArgumentError) -> LeastSquares {
  let factors = try SingularValueDecomposition(of: a)
  let columns = try rightSide(b, of: a)
  let solution = factors.applyingInverse(to: columns)
  // Not A x, whose rounding errors grow with x.
  let basis = factors.left.columns(0..<factors.rank)
  let fitted = Tensor.matrixProduct(basis, .matrixProduct(basis.transpose, columns))
  let width = Array(b.shape.dropFirst())
  return LeastSquares(
    solution: solution.reshaped(to: [a.shape[1]] + width), fitted: fitted.reshaped(to: b.shape),
    residual: BinaryFunction.subtract(b, fitted.reshaped(to: b.shape)), rank: factors.rank,
    singularValues: factors.values)
}

/// A vector as a column, or a matrix, with as many rows as A, of finite numbers.
func rightSide(_ b: Tensor, of a: Tensor) throws(ArgumentError) -> Tensor {
  guard b.rank == 1 || b.rank == 2 else {
    throw ArgumentError("b", "expected a vector or a matrix, found \(b.rank) axes")
  }
  let isVector = b.rank == 1
  guard b.shape[0] == a.shape[0] else {
    throw ArgumentError(
      "b",
      "expected \(a.shape[0]) \(isVector ? "elements" : "rows"), as a has rows, found \(b.shape[0])")
  }
  if let place = b.elements.firstIndex(where: { !$0.isFinite }) {
    throw ArgumentError(
      "b",
      "expected finite numbers, found \(plain(b.elements[place])) in row \(place / (b.count / b.shape[0]))")
  }
  return isVector ? b.reshaped(to: [b.count, 1]) : b
}
