internal import Diagnostics
internal import MathCore

/// Systems of equations and what decides whether they have a solution.
let systemFunctions: [Builtin] = [
  Builtin(
    "solve", ["a", "b"],
    "The x of A x = b, of a vector b or of each column of a matrix; A has to have an inverse.",
    Example("solve([[2, 1], [1, 3]], [3, 5])", "[0.8 1.4]")
  ) { (evaluation, call) throws(Diagnostic) in
    if call.isRecorded { return try evaluation.solveSmall(call) }
    let (a, b) = (try evaluation.matrix(0, of: call, work: 1), try evaluation.rightSide(1, of: call))
    return Value(try call.checked { () throws(ArgumentError) in try solve(a, b) })
  },
  Builtin(
    "inv", ["a"], "The inverse of a square matrix.",
    Example("inv([[2, 1], [1, 1]])", "[[1 −1] [−1 2]]")
  ) { (evaluation, call) throws(Diagnostic) in
    if call.isRecorded {
      let size = try evaluation.smallSize(of: call)
      return try evaluation.recordFormula(of: call.values, shape: [size, size], call) { elements in
        Cofactors.inverse(elements[0], size)
      }
    }
    let a = try evaluation.matrix(0, of: call, work: 3)
    return Value(try call.checked { () throws(ArgumentError) in try inverse(a) })
  },
  Builtin(
    "det", ["a"], "The determinant of a square matrix: by how much it scales areas or volumes.",
    Example("det([[3, 1], [1, 2]])", "5")
  ) { (evaluation, call) throws(Diagnostic) in
    if call.isRecorded {
      let size = try evaluation.smallSize(of: call)
      return try evaluation.recordFormula(of: call.values, shape: [], call) { elements in
        [Cofactors.determinant(elements[0], size)]
      }
    }
    return .number(try evaluation.determinant(call).value)
  },
  Builtin(
    "slogdet", ["a"],
    "The determinant that is too large or small for a number: a record with its sign and logabsdet.",
    Example("slogdet([[0, 2], [3, 0]]).logabsdet", "1.79176")
  ) { (evaluation, call) throws(Diagnostic) in
    let determinant = try evaluation.determinant(call)
    return .record(
      "determinant",
      [("sign", .number(determinant.sign)), ("logabsdet", .number(determinant.logarithm))])
  },
  Builtin(
    "lstsq", ["a", "b"],
    "The shortest x with the smallest ‖A x − b‖: a record with x, fitted, residual, rank and "
      + "singular_values.",
    Example("lstsq([[1, 0], [1, 1], [1, 2]], [1, 2, 4]).x", "[0.833333 1.5]")
  ) { (evaluation, call) throws(Diagnostic) in
    let (a, b) = (try evaluation.matrix(0, of: call, work: 12), try evaluation.rightSide(1, of: call))
    let found = try call.checked { () throws(ArgumentError) in try leastSquares(a, b) }
    return .record(
      "least-squares solution",
      [
        ("x", Value(found.solution)), ("fitted", Value(found.fitted)), ("residual", Value(found.residual)),
        ("rank", .number(Double(found.rank))), ("singular_values", .vector(found.singularValues)),
      ])
  },
  Builtin(
    "pinv", ["a"], "The pseudo-inverse of a matrix of any shape, by its singular values.",
    Example("pinv([[1, 0], [0, 2], [0, 0]])", "[[1 0 0] [0 0.5 0]]")
  ) { (evaluation, call) throws(Diagnostic) in
    Value(try evaluation.singularValues(0, of: call).pseudoInverse)
  },
]

extension Evaluation {
  /// A matrix argument, after the work is counted of a method that takes `work` times m n min(m, n)
  /// operations.
  mutating func matrix(_ index: Int, of call: Call, work: Int) throws(Diagnostic) -> Tensor {
    let matrix = try call.matrix(index)
    let (m, n) = (matrix.shape[0], matrix.shape[1])
    try chargeOperations(m * n * min(m, n), times: work, at: call.place)
    try chargeElements([2, m, n], at: call.place)
    return matrix
  }

  /// A vector or a matrix, which `checked` compares with the matrix on the left.
  func rightSide(_ index: Int, of call: Call) throws(Diagnostic) -> Tensor {
    switch call[index] {
    case .tensor(let tensor) where tensor.rank == 2: return tensor
    case .tensor, .range: return Tensor(try call.vector(index))
    default:
      throw call[index].mismatch(
        call.title(of: index), expected: "a vector or a matrix", at: call.location(of: index))
    }
  }

  fileprivate mutating func determinant(_ call: Call) throws(Diagnostic) -> Determinant {
    let a = try matrix(0, of: call, work: 1)
    return try call.checked { () throws(ArgumentError) in try Determinant(of: a) }
  }

  fileprivate mutating func solveSmall(_ call: Call) throws(Diagnostic) -> Value {
    let size = try smallSize(of: call)
    let shape = try shape(of: call[1], call.name, at: call.place)
    guard shape.count == 1 || shape.count == 2, shape[0] == size else {
      throw call.mistake(
        1, "expected \(size) elements or rows, as a has rows, found \(call[1].typeDescription)")
    }
    let width = shape.count == 2 ? shape[1] : 1
    return try recordFormula(of: call.values, shape: shape, call) { elements in
      Cofactors.solve(elements[0], size, elements[1], width: width)
    }
  }
}
