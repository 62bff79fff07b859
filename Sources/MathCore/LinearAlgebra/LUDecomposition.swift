package import Diagnostics

/// The factors of A = P L U: P a permutation, L lower triangular with ones on its diagonal, U upper
/// triangular.
///
/// Source: Golub and Van Loan, "Matrix computations" (2013), section 3.4, partial pivoting.
package struct LUDecomposition: Sendable {
  /// Row i of L U is row `order[i]` of A.
  package let order: [Int]
  /// L, with as many columns as the shorter side of A is long.
  package let lower: Tensor
  /// U.
  package let upper: Tensor
  /// 1 or −1, the determinant of P.
  package let sign: Double

  /// The factors of a matrix of any shape, also of a singular one.
  package init(of matrix: Tensor, named name: String = "a") throws(ArgumentError) {
    let matrix = try matrix.checkedMatrix(name)
    let (m, n) = (matrix.shape[0], matrix.shape[1])
    let k = min(m, n)
    var order = Array(0..<m)
    var sign = 1.0
    var lower = Tensor(repeating: 0, shape: [m, k])
    var upper = Tensor(repeating: 0, shape: [k, n])
    if k > 0 {
      var factored = ColumnMajor(matrix)
      for (row, pivot) in try LAPACK.factorLU(&factored).enumerated() where Int(pivot) - 1 != row {
        order.swapAt(row, Int(pivot) - 1)
        sign = -sign
      }
      let factors = factored.tensor.elements
      for i in 0..<m {
        for j in 0..<min(i, k) { lower.elements[i * k + j] = factors[i * n + j] }
        if i < k { lower.elements[i * k + i] = 1 }
        for j in min(i, n)..<n where i < k { upper.elements[i * n + j] = factors[i * n + j] }
      }
    }
    (self.order, self.sign, self.lower, self.upper) = (order, sign, lower, upper)
  }

  /// P as a matrix.
  package var permutation: Tensor {
    let m = order.count
    var matrix = Tensor(repeating: 0, shape: [m, m])
    for (i, row) in order.enumerated() { matrix.elements[row * m + i] = 1 }
    return matrix
  }

  /// The diagonal of U.
  var pivots: [Double] {
    (0..<lower.shape[1]).map { upper.elements[$0 * upper.shape[1] + $0] }
  }
}
