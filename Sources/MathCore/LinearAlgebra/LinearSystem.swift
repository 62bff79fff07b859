package import Diagnostics

/// A square matrix that has an inverse, ready to solve A x = b.
///
/// Rows and columns are scaled by powers of 2, which loses no digit, before A is factored, so that units do
/// not decide what counts as singular: a reciprocal condition number up to n · 2⁻⁵², as it leaves no digit.
/// Source: Golub and Van Loan, "Matrix computations" (2013), sections 3.4 and 3.5.
package struct LinearSystem: Sendable {
  private let factors: ColumnMajor
  private let pivots: [Int32]
  private let rowScales: [Double]
  private let columnScales: [Double]

  /// Throws if the matrix is singular to working precision.
  package init(_ matrix: Tensor, named name: String = "a") throws(ArgumentError) {
    let matrix = try matrix.checkedSquare(name)
    let n = matrix.shape[0]
    let rows = (0..<n).map { Self.scale(matrix.elements[$0 * n..<($0 + 1) * n]) }
    var scaled = matrix
    for i in scaled.elements.indices { scaled.elements[i] *= rows[i / n] }
    let columns = (0..<n).map { Self.scale(scaled.column($0)[...]) }
    for i in scaled.elements.indices { scaled.elements[i] *= columns[i % n] }
    (rowScales, columnScales) = (rows, columns)
    var factors = ColumnMajor(scaled)
    guard n > 0 else {
      (self.factors, pivots) = (factors, [])
      return
    }
    pivots = try LAPACK.factorLU(&factors)
    self.factors = factors
    let isSingular = (0..<n).contains { factors.elements[$0 * n + $0] == 0 }
    let condition =
      isSingular ? 0 : try LAPACK.reciprocalCondition(factors, norm: scaled.columnSumNorm)
    guard condition > Double(n) * .ulpOfOne else {
      throw Self.singular(name, rank: try SingularValueDecomposition(of: scaled).rank, of: n)
    }
  }

  /// The X of A X = B, a column for each column of B.
  package func solve(_ b: Tensor) throws(ArgumentError) -> Tensor {
    let width = b.shape[1]
    guard b.count > 0 else { return b }
    var scaled = b
    for i in scaled.elements.indices { scaled.elements[i] *= rowScales[i / width] }
    var columns = ColumnMajor(scaled)
    try LAPACK.solveLU(factors, pivots, &columns)
    var solution = columns.tensor
    for i in solution.elements.indices {
      solution.elements[i] = solution.elements[i] * columnScales[i / width] + 0
    }
    return solution
  }

  /// The power of 2 that brings the largest number to between 1 and 2; 1 for zeros.
  private static func scale(_ numbers: ArraySlice<Double>) -> Double {
    let largest = numbers.reduce(0) { max($0, abs($1)) }
    guard largest > 0 else { return 1 }
    return Double(sign: .plus, exponent: -min(1000, max(-1000, Int(largest.exponent))), significand: 1)
  }

  private static func singular(_ name: String, rank: Int, of n: Int) -> ArgumentError {
    let found = rank < n ? "a singular one, of rank \(rank) of \(n)" : "one that is singular but for rounding"
    return ArgumentError(
      name, "expected a matrix that has an inverse, found \(found)",
      help: "lstsq(a, b) finds the best solution, pinv(a) the pseudo-inverse, matrix_rank(a) the rank")
  }
}

/// The x of A x = b, of a vector b or of each column of a matrix.
package func solve(_ a: Tensor, _ b: Tensor) throws(ArgumentError) -> Tensor {
  let system = try LinearSystem(a)
  return try system.solve(try rightSide(b, of: a)).reshaped(to: b.shape)
}

/// The inverse of a square matrix.
package func inverse(_ matrix: Tensor) throws(ArgumentError) -> Tensor {
  try LinearSystem(matrix).solve(.identity(matrix.shape[0]))
}
