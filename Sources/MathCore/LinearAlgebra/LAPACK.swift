internal import CLAPACK
internal import Diagnostics

/// A matrix written column by column, as LAPACK takes it.
struct ColumnMajor {
  let rows: Int
  let columns: Int
  var elements: [Double]

  init(_ matrix: Tensor) {
    (rows, columns) = (matrix.shape[0], matrix.shape[1])
    elements = matrix.transposed([1, 0]).elements
  }

  init(zeros rows: Int, _ columns: Int) {
    (self.rows, self.columns) = (rows, columns)
    elements = [Double](repeating: 0, count: rows * columns)
  }

  /// The same matrix written row by row.
  var tensor: Tensor {
    Tensor(shape: [columns, rows], elements: elements).transposed([1, 0])
  }
}

/// The only door to LAPACK: each routine on matrices that are not empty and whose numbers are finite.
///
/// Source: Anderson and others, "LAPACK users' guide" (third edition, 1999). Every routine is bounded; one
/// that finds no answer throws.
enum LAPACK {
  /// Matrices with more elements are refused: LAPACK counts its working memory, a small multiple of them,
  /// with 32 bits.
  static let elementLimit = Int(Int32.max) / 8

  /// The factors of P A = L U in place of A, by partial pivoting (`dgetrf`).
  ///
  /// Row i was exchanged with row `pivots[i] - 1`, in ascending order of i. A pivot of 0 is no error.
  static func factorLU(_ a: inout ColumnMajor) throws(ArgumentError) -> [Int32] {
    let (m, n) = try extents(a)
    var pivots = [Int32](repeating: 0, count: Int(min(m, n)))
    try check("dgetrf", LAPACKE_dgetrf(LAPACK_COL_MAJOR, m, n, &a.elements, m, &pivots), allowed: .max)
    return pivots
  }

  /// The solution of A X = B in place of B, from the factors of A (`dgetrs`); no pivot may be 0.
  static func solveLU(
    _ factors: ColumnMajor, _ pivots: [Int32], _ b: inout ColumnMajor
  ) throws(ArgumentError) {
    let (n, count) = try extents(b)
    precondition(factors.rows == b.rows && factors.columns == b.rows && pivots.count == b.rows)
    try check(
      "dgetrs",
      LAPACKE_dgetrs(
        LAPACK_COL_MAJOR, letter("N"), n, count, factors.elements, n, pivots, &b.elements, n))
  }

  /// An estimate of 1 / (‖A‖₁ ‖A⁻¹‖₁) from the factors of A and ‖A‖₁ (`dgecon`).
  static func reciprocalCondition(
    _ factors: ColumnMajor, norm: Double
  ) throws(ArgumentError) -> Double {
    let (n, _) = try extents(factors)
    var result = 0.0
    try check(
      "dgecon",
      LAPACKE_dgecon(LAPACK_COL_MAJOR, letter("1"), n, factors.elements, n, norm, &result), allowed: .max)
    return result
  }

  /// Q in place of A, with as many columns as the shorter side, and R above the diagonal (`dgeqrf`, `dorgqr`).
  static func factorQR(_ a: ColumnMajor) throws(ArgumentError) -> (q: ColumnMajor, r: ColumnMajor) {
    let (m, n) = try extents(a)
    let k = min(m, n)
    var reflected = a
    var scales = [Double](repeating: 0, count: Int(k))
    try check("dgeqrf", LAPACKE_dgeqrf(LAPACK_COL_MAJOR, m, n, &reflected.elements, m, &scales))
    var q = ColumnMajor(zeros: a.rows, Int(k))
    q.elements = Array(reflected.elements.prefix(q.elements.count))
    var r = ColumnMajor(zeros: Int(k), a.columns)
    for column in 0..<a.columns {
      for row in 0...min(column, r.rows - 1) {
        r.elements[column * r.rows + row] = reflected.elements[column * a.rows + row]
      }
    }
    try check("dorgqr", LAPACKE_dorgqr(LAPACK_COL_MAJOR, m, k, k, &q.elements, m, scales))
    return (q, r)
  }

  /// L of A = L Lᵀ in place of the lower triangle of A, the only one that is read (`dpotrf`).
  ///
  /// Returns the number of leading rows and columns that are not positive definite, or `nil`.
  static func factorCholesky(_ a: inout ColumnMajor) throws(ArgumentError) -> Int? {
    let (n, _) = try extents(a)
    let code = LAPACKE_dpotrf(LAPACK_COL_MAJOR, letter("L"), n, &a.elements, n)
    try check("dpotrf", code, allowed: n)
    return code > 0 ? Int(code) : nil
  }

  /// Eigenvalues, ascending, and unit eigenvectors in place of a symmetric A (`dsyevd`).
  static func symmetricEigen(_ a: inout ColumnMajor) throws(ArgumentError) -> [Double] {
    let (n, _) = try extents(a)
    var values = [Double](repeating: 0, count: a.rows)
    try check(
      "dsyevd",
      LAPACKE_dsyevd(LAPACK_COL_MAJOR, letter("V"), letter("L"), n, &a.elements, n, &values))
    return values
  }

  /// Eigenvalues and unit right eigenvectors (`dgeev`).
  ///
  /// Complex pairs follow each other, the one with the positive imaginary part first; their columns hold
  /// the real and the imaginary part of the first's vector.
  static func eigen(
    _ a: ColumnMajor
  ) throws(ArgumentError) -> (real: [Double], imaginary: [Double], vectors: ColumnMajor) {
    let (n, _) = try extents(a)
    var destroyed = a
    var real = [Double](repeating: 0, count: a.rows)
    var imaginary = real
    var vectors = ColumnMajor(zeros: a.rows, a.rows)
    try check(
      "dgeev",
      LAPACKE_dgeev(
        LAPACK_COL_MAJOR, letter("N"), letter("V"), n, &destroyed.elements, n, &real, &imaginary, nil, n,
        &vectors.elements, n))
    return (real, imaginary, vectors)
  }

  /// The factors of A = U diag(S) Vᵀ by divide and conquer, or, where that fails, by QR iteration
  /// (`dgesdd`, `dgesvd`); square or with as many vectors as the shorter side.
  static func singularValues(
    _ a: ColumnMajor, full: Bool
  ) throws(ArgumentError) -> (u: ColumnMajor, s: [Double], vt: ColumnMajor) {
    let (m, n) = try extents(a)
    let k = min(m, n)
    let mode = letter(full ? "A" : "S")
    var u = ColumnMajor(zeros: a.rows, full ? a.rows : Int(k))
    var vt = ColumnMajor(zeros: full ? a.columns : Int(k), a.columns)
    _ = (try extents(u), try extents(vt))
    let height = Int32(vt.rows)
    var s = [Double](repeating: 0, count: Int(k))
    var destroyed = a
    let code = LAPACKE_dgesdd(
      LAPACK_COL_MAJOR, mode, m, n, &destroyed.elements, m, &s, &u.elements, m, &vt.elements, height)
    try check("dgesdd", code, allowed: .max)
    if code > 0 {
      destroyed = a
      var rest = [Double](repeating: 0, count: Int(k))
      try check(
        "dgesvd",
        LAPACKE_dgesvd(
          LAPACK_COL_MAJOR, mode, mode, m, n, &destroyed.elements, m, &s, &u.elements, m, &vt.elements,
          height, &rest))
    }
    return (u, s, vt)
  }

  private static func extents(_ a: ColumnMajor) throws(ArgumentError) -> (Int32, Int32) {
    precondition(a.rows > 0 && a.columns > 0, "LAPACK takes no empty matrices")
    guard a.elements.count <= elementLimit else {
      throw ArgumentError(
        nil, "expected at most \(elementLimit) elements, found \(a.elements.count)")
    }
    return (Int32(a.rows), Int32(a.columns))
  }

  /// Throws if a routine found nothing; codes from 1 to `allowed` are results of its caller.
  private static func check(
    _ routine: String, _ code: Int32, allowed: Int32 = 0
  ) throws(ArgumentError) {
    if code <= LAPACK_WORK_MEMORY_ERROR {
      throw ArgumentError(nil, "there is not enough memory for LAPACK's \(routine)")
    }
    // Extents are right, so what it refuses is NaN: infinity minus infinity.
    if code < 0 { throw ArgumentError(nil, "expected smaller numbers: they overflow on the way") }
    if code > allowed {
      throw ArgumentError(nil, "LAPACK's \(routine) found no result: its iteration did not converge")
    }
  }

  private static func letter(_ letter: Unicode.Scalar) -> CChar {
    CChar(truncatingIfNeeded: letter.value)
  }
}
