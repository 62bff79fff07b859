package import Diagnostics

/// How the size of a matrix is measured.
package enum MatrixNorm: Sendable {
  /// How much it stretches a vector at most: the largest singular value, ‖A‖₂.
  case spectral
  /// The sum of the singular values.
  case nuclear
  /// The root of the sum of all squares.
  case frobenius
  /// The largest sum of absolute values in a column, ‖A‖₁.
  case columnSum
  /// The largest sum of absolute values in a row, ‖A‖∞.
  case rowSum

  /// The norm of a matrix of finite numbers; 0 if it is empty.
  package func callAsFunction(_ matrix: Tensor, named name: String = "a") throws(ArgumentError) -> Double {
    let matrix = try matrix.checkedMatrix(name)
    switch self {
    case .spectral: return try SingularValueDecomposition(of: matrix, named: name).values.first ?? 0
    case .nuclear: return try SingularValueDecomposition(of: matrix, named: name).values.reduce(0, +)
    case .frobenius: return length(matrix.elements)
    case .columnSum: return matrix.columnSumNorm
    case .rowSum: return matrix.rowSumNorm
    }
  }

  /// The condition number ‖A‖ ‖A⁻¹‖: by how much A can magnify a relative error; infinite where A is
  /// singular.
  ///
  /// In the spectral norm it is the ratio of the largest and smallest singular value, of any shape.
  package func condition(of matrix: Tensor, named name: String = "a") throws(ArgumentError) -> Double {
    let matrix = try matrix.checkedMatrix(name)
    guard matrix.count > 0 else {
      throw ArgumentError(name, "expected at least one element, found none")
    }
    if self == .spectral {
      let values = try SingularValueDecomposition(of: matrix, named: name).values
      let (largest, smallest) = (values[0], values[values.count - 1])
      return smallest > 0 ? largest / smallest : .infinity
    }
    let norm = try self(try matrix.checkedSquare(name))
    guard let inverse = try? inverse(matrix) else { return .infinity }
    return norm * (try self(inverse))
  }
}

/// The Euclidean length of a vector, without overflow or underflow on the way.
func length(_ vector: some Collection<Double>) -> Double {
  let largest = vector.reduce(0) { max($0, abs($1)) }
  guard largest > 0, largest.isFinite else { return largest }
  let scale = Double(sign: .plus, exponent: max(-1000, min(1000, Int(largest.exponent))), significand: 1)
  let sum = vector.reduce(0) { $0 + ($1 / scale) * ($1 / scale) }
  return sum.squareRoot() * scale
}
