internal import Diagnostics
internal import MathCore

private let areRows = Builtin.Parameter("rowvar", .boolean(true))

/// How variables vary together.
let correlationFunctions: [Builtin] = [
  Builtin(
    "cov", ["x", .optional("y"), areRows, .init("ddof", .number(1))],
    "The covariance matrix of the rows of a matrix (of its columns with rowvar=false), or of two vectors.",
    Example("cov([1, 2, 3], [2, 4, 9])", "[[1 3.5] [3.5 13]]")
  ) { (evaluation, call) throws(Diagnostic) in
    let points = try evaluation.observations(call)
    let freedom = try call.number(3)
    let matrix = try call.checked { () throws(ArgumentError) in
      try covariance(of: points, lessBy: freedom)
    }
    return single(matrix)
  },
  Builtin(
    "corrcoef", ["x", .optional("y"), areRows],
    "The correlation matrix of the rows of a matrix (of its columns with rowvar=false), or of two vectors.",
    Example("corrcoef([1, 2, 3], [2, 4, 9])", "[[1 0.970725] [0.970725 1]]")
  ) { (evaluation, call) throws(Diagnostic) in
    let points = try evaluation.observations(call)
    return single(try call.checked { () throws(ArgumentError) in try correlation(of: points) })
  },
  Builtin(
    "pearson", ["x", "y"], "Pearson's correlation r of two vectors, from −1 to 1.",
    Example("pearson([1, 2, 3, 4], [1, 3, 2, 4])", "0.8")
  ) { (evaluation, call) throws(Diagnostic) in
    let (x, y) = (try call.vector(0), try call.vector(1))
    try evaluation.chargeOperations(20, times: x.count, at: call.place)
    return .number(try call.checked { () throws(ArgumentError) in try pearson(x, y) })
  },
  Builtin(
    "spearman", ["x", "y"], "Spearman's correlation ρ: that of the ranks, equal elements sharing theirs.",
    Example("spearman([1, 2, 3, 4], [1, 8, 27, 64])", "1")
  ) { (evaluation, call) throws(Diagnostic) in
    let (x, y) = (try call.vector(0), try call.vector(1))
    try evaluation.chargeOperations(1_000, times: x.count, at: call.place)
    return .number(try call.checked { () throws(ArgumentError) in try spearman(x, y) })
  },
]

/// A matrix, or the only number in it.
private func single(_ matrix: Tensor) -> Value {
  matrix.count == 1 ? .number(matrix.elements[0]) : .tensor(matrix)
}

extension Evaluation {
  /// The observations by rows, from variables by rows as NumPy has them, from columns, or from two vectors.
  fileprivate mutating func observations(_ call: Call) throws(Diagnostic) -> Tensor {
    var points: Tensor
    if call.isGiven(1) {
      let (x, y) = (try call.vector(0), try call.vector(1))
      guard x.count == y.count else {
        throw call.mistake(1, "expected as many elements as x has, found \(y.count) for \(x.count)")
      }
      points = Tensor(shape: [x.count, 2], elements: zip(x, y).flatMap { [$0, $1] })
    } else if case .tensor(let tensor) = call[0], tensor.rank == 2 {
      let matrix = try call.matrix(0)
      points = try call.boolean(2) ? matrix.transposed([1, 0]) : matrix
    } else {
      let x = try call.vector(0)
      points = Tensor(shape: [x.count, 1], elements: x)
    }
    let (n, p) = (points.shape[0], points.shape[1])
    guard n > 0, p > 0 else { throw call.mistake(0, "expected at least one observation, found none") }
    try chargeElements([p, p], at: call.place)
    try chargeOperations(n * p, times: p, at: call.place)
    return points
  }
}
