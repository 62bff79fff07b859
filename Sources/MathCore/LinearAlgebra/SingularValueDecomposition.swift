package import Diagnostics

/// The factors of A = U diag(σ) Vᵀ, with Uᵀ U = I and Vᵀ V = I.
///
/// Source: Golub and Van Loan, "Matrix computations" (2013), section 8.6; divide and conquer. Each value is
/// right to a few units of rounding of the largest one.
package struct SingularValueDecomposition: Sendable {
  /// U: the left singular vectors as columns.
  package let left: Tensor
  /// σ, descending; as many as the shorter side is long.
  package let values: [Double]
  /// Vᵀ: the right singular vectors as rows, with the sign of `SignRule`; the left vectors follow them.
  package let right: Tensor

  /// With as many vectors as values, or with `full` square factors, whose other columns and rows follow the
  /// sign rule each.
  package init(of matrix: Tensor, full: Bool = false, named name: String = "a") throws(ArgumentError) {
    let matrix = try matrix.checkedMatrix(name)
    let (m, n) = (matrix.shape[0], matrix.shape[1])
    guard matrix.count > 0 else {
      values = []
      left = full ? .identity(m) : Tensor(repeating: 0, shape: [m, 0])
      right = full ? .identity(n) : Tensor(repeating: 0, shape: [0, n])
      return
    }
    let (u, s, vt) = try LAPACK.singularValues(ColumnMajor(matrix), full: full)
    guard s[0].isFinite else {
      throw ArgumentError(name, "expected smaller numbers: the largest singular value is not finite")
    }
    let (left, right) = (u.tensor, vt.tensor)
    let signs = (0..<vt.rows).map { SignRule.sign(right.elements[$0 * n..<($0 + 1) * n]) }
    self.right = right.turningRows(signs)
    self.left = left.turningColumns(
      (0..<u.columns).map { $0 < s.count ? signs[$0] : SignRule.sign(left.column($0)) })
    values = s
  }

  /// Singular values up to this one count as 0: the largest one, times the longer side, times 2⁻⁵².
  ///
  /// Source: Press and others, "Numerical recipes" (2007), section 2.6.
  package var tolerance: Double {
    (values.first ?? 0) * Double(max(left.shape[0], right.shape[1])) * .ulpOfOne
  }

  /// How many singular values are not 0 within the tolerance.
  package var rank: Int { rank(above: tolerance) }

  /// How many singular values are greater than a bound.
  package func rank(above bound: Double) -> Int { values.count { $0 > bound } }

  /// The pseudo-inverse V diag(1/σ) Uᵀ over the singular values that are not 0.
  package var pseudoInverse: Tensor { applyingInverse(to: left.transpose, isRotated: true) }

  /// V diag(1/σ) Uᵀ B, or V diag(1/σ) B if B is multiplied by Uᵀ already.
  func applyingInverse(to b: Tensor, isRotated: Bool = false) -> Tensor {
    var scores = isRotated ? b : .matrixProduct(left.transpose, b)
    let (width, bound) = (scores.shape[1], tolerance)
    for (row, value) in values.enumerated() {
      for column in 0..<width {
        let score = scores.elements[row * width + column]
        scores.elements[row * width + column] = value > bound ? score / value : 0
      }
    }
    return .matrixProduct(right.transpose, scores)
  }
}
