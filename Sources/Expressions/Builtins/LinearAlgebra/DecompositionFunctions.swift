internal import Diagnostics
internal import MathCore

/// Factors of matrices.
///
/// Of the vectors v and −v, that is shown whose component of largest absolute value, the first of equals, is
/// positive.
let decompositionFunctions: [Builtin] = [
  Builtin(
    "lu", ["a"],
    "The factors of A = P L U by partial pivoting: a record with the permutation P, L and U.",
    Example("lu([[1, 2], [2, 2]]).U", "[[2 2] [0 1]]")
  ) { (evaluation, call) throws(Diagnostic) in
    let a = try evaluation.matrix(0, of: call, work: 1)
    try evaluation.chargeElements([a.shape[0], a.shape[0]], at: call.place)
    let factors = try call.checked { () throws(ArgumentError) in try LUDecomposition(of: a) }
    return .record(
      "LU decomposition",
      [("P", Value(factors.permutation)), ("L", Value(factors.lower)), ("U", Value(factors.upper))])
  },
  Builtin(
    "qr", ["a"],
    "The factors of A = Q R: a record with Q, whose columns are orthonormal, and the upper triangle R, "
      + "whose diagonal is not negative.",
    Example("qr([[3, 1], [4, 2]]).R", "[[5 2.2] [0 0.4]]")
  ) { (evaluation, call) throws(Diagnostic) in
    let a = try evaluation.matrix(0, of: call, work: 4)
    let factors = try call.checked { () throws(ArgumentError) in try QRDecomposition(of: a) }
    return .record(
      "QR decomposition", [("Q", Value(factors.orthogonal)), ("R", Value(factors.triangular))])
  },
  Builtin(
    "cholesky", ["a"],
    "The lower triangle L of A = L Lᵀ, for a symmetric positive definite matrix.",
    Example("cholesky([[4, 2], [2, 2]])", "[[2 0] [1 1]]")
  ) { (evaluation, call) throws(Diagnostic) in
    let a = try evaluation.matrix(0, of: call, work: 1)
    return Value(try call.checked { () throws(ArgumentError) in try Cholesky(of: a).factor })
  },
  Builtin(
    "eigh", ["a"],
    "The eigenvalues of a symmetric matrix, ascending, and its orthonormal eigenvectors: a record with "
      + "values and vectors, by columns.",
    Example("eigh([[2, 1], [1, 2]]).values", "[1 3]")
  ) { (evaluation, call) throws(Diagnostic) in
    let a = try evaluation.matrix(0, of: call, work: 6)
    let eigen = try call.checked { () throws(ArgumentError) in try SymmetricEigen(of: a) }
    return .record(
      "spectral decomposition", [("values", .vector(eigen.values)), ("vectors", Value(eigen.vectors))])
  },
  Builtin(
    "eig", ["a"],
    "The eigenvalues of a square matrix, ascending, and its unit eigenvectors by columns: a record with "
      + "is_real, values and vectors, which are the real parts, and imaginary and imaginary_vectors.",
    Example("eig([[2, 1], [0, 3]]).values", "[2 3]")
  ) { (evaluation, call) throws(Diagnostic) in
    let eigen = try evaluation.eigen(call)
    return .record(
      "eigenvalue decomposition",
      [
        ("is_real", .boolean(eigen.isReal)), ("values", .vector(eigen.values)),
        ("imaginary", .vector(eigen.imaginary)), ("vectors", Value(eigen.vectors)),
        ("imaginary_vectors", Value(eigen.imaginaryVectors)),
      ])
  },
  Builtin(
    "eigvals", ["a"], "The eigenvalues of a square matrix, ascending, if all of them are real.",
    Example("eigvals([[2, 1], [0, 3]])", "[2 3]")
  ) { (evaluation, call) throws(Diagnostic) in
    let eigen = try evaluation.eigen(call)
    guard let place = eigen.imaginary.firstIndex(where: { $0 != 0 }) else { return .vector(eigen.values) }
    throw call.mistake(
      0,
      "expected real eigenvalues, found \(shortest(eigen.values[place])) ± "
        + "\(shortest(abs(eigen.imaginary[place])))i",
      help: "eig(a) gives their real parts as values and their imaginary parts as imaginary")
  },
  Builtin(
    "svd", ["a", .init("full_matrices", .boolean(false))],
    "The factors of A = U diag(S) Vt: a record with U, the singular values S, descending, and Vt; with as "
      + "many vectors as values, or with full_matrices square ones.",
    Example("svd([[3, 0], [0, 4], [0, 0]]).S", "[4 3]")
  ) { (evaluation, call) throws(Diagnostic) in
    let svd = try evaluation.singularValues(0, of: call, full: try call.boolean(1))
    return .record(
      "singular value decomposition",
      [("U", Value(svd.left)), ("S", .vector(svd.values)), ("Vt", Value(svd.right))])
  },
]

extension Evaluation {
  /// The singular values and vectors of a matrix argument.
  mutating func singularValues(
    _ index: Int, of call: Call, full isFull: Bool = false
  ) throws(Diagnostic) -> SingularValueDecomposition {
    let a = try matrix(index, of: call, work: 12)
    if isFull {
      let (short, long) = (a.shape.min() ?? 0, a.shape.max() ?? 0)
      try chargeElements([long, long], at: call.place)
      try chargeOperations(4 * long * long, times: short, at: call.place)
    }
    let name = call.parameterNames[index]
    return try call.checked { () throws(ArgumentError) in
      try SingularValueDecomposition(of: a, full: isFull, named: name)
    }
  }

  fileprivate mutating func eigen(_ call: Call) throws(Diagnostic) -> GeneralEigen {
    let a = try matrix(0, of: call, work: 25)
    return try call.checked { () throws(ArgumentError) in try GeneralEigen(of: a) }
  }
}
