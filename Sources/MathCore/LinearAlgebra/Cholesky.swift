package import Diagnostics

/// The lower triangular L of A = L Lᵀ, with a positive diagonal, of a symmetric positive definite matrix.
///
/// Source: Golub and Van Loan, "Matrix computations" (2013), section 4.2.
package struct Cholesky: Sendable {
  /// L, with zeros above its diagonal.
  package let factor: Tensor

  /// Opposite elements may differ by 1e-8 of the largest element; their mean counts.
  package init(of matrix: Tensor, named name: String = "a") throws(ArgumentError) {
    let matrix = try matrix.checkedSymmetric(name)
    guard matrix.count > 0 else {
      factor = matrix
      return
    }
    var factored = ColumnMajor(matrix)
    if let size = try LAPACK.factorCholesky(&factored) {
      let block = size == 1 ? "its first element" : "its leading \(size) × \(size) block"
      throw ArgumentError(
        name, "expected a positive definite matrix, found one where \(block) is not",
        help: "all its eigenvalues have to be greater than 0: see eigh(\(name)).values")
    }
    var factor = factored.tensor
    let n = factor.shape[0]
    for i in 0..<n {
      for j in (i + 1)..<max(i + 1, n) { factor.elements[i * n + j] = 0 }
    }
    self.factor = factor
  }

  /// The x of A x = b; b has as many elements as A has rows.
  package func solve(_ b: [Double]) -> [Double] {
    let n = factor.shape[0]
    var x = forward(b)
    factor.elements.withUnsafeBufferPointer { factor in
      for i in stride(from: n - 1, through: 0, by: -1) {
        x[i] /= factor[i * n + i]
        for j in 0..<i { x[j] -= factor[i * n + j] * x[i] }
      }
    }
    return x
  }

  /// The y of L y = b: of a deviation under a covariance, independent standard scores.
  package func forward(_ b: [Double]) -> [Double] {
    let n = factor.shape[0]
    precondition(b.count == n, "a right side has as many elements as the matrix has rows")
    var y = b
    factor.elements.withUnsafeBufferPointer { factor in
      for i in 0..<n {
        var sum = y[i]
        for j in 0..<i { sum -= factor[i * n + j] * y[j] }
        y[i] = sum / factor[i * n + i]
      }
    }
    return y
  }

  /// The logarithm of the determinant of A.
  package var logDeterminant: Double {
    let n = factor.shape[0]
    return 2 * (0..<n).reduce(0.0) { $0 + UnaryFunction.logarithm(factor.elements[$1 * n + $1]) }
  }
}
