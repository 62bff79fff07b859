internal import Diagnostics
internal import MathCore

/// Powers, exponentials and numbers that say something about a matrix.
let matrixFunctions: [Builtin] = [
  Builtin(
    "matrix_power", ["a", "n"],
    "A square matrix multiplied by itself, n times; with a negative n its inverse.",
    Example("matrix_power([[1, 1], [1, 0]], 10)", "[[89 55] [55 34]]")
  ) { (evaluation, call) throws(Diagnostic) in
    try evaluation.matrixPower(call)
  },
  Builtin(
    "expm", ["a"], "The exponential I + A + A²/2! + … of a square matrix.",
    Example("expm([[0, 1], [0, 0]])", "[[1 1] [0 1]]")
  ) { (evaluation, call) throws(Diagnostic) in
    let matrix = try call.matrix(0)
    let a = try evaluation.matrix(0, of: call, work: 3 + matrixExponentialProducts(matrix) / 4)
    return Value(try call.checked { () throws(ArgumentError) in try matrixExponential(a) })
  },
  Builtin(
    "cond", ["x", .init("ord", .number(2))],
    "The condition number ‖A‖ ‖A⁻¹‖ in the norm of order 2, 1, inf or 'fro': how much A can magnify a "
      + "relative error; inf for a singular matrix.",
    Example("cond([[2, 0], [0, 8]])", "4")
  ) { (evaluation, call) throws(Diagnostic) in
    let norm = try conditionNorm(call)
    let a = try evaluation.matrix(0, of: call, work: 12)
    return .number(try call.checked { () throws(ArgumentError) in try norm.condition(of: a, named: "x") })
  },
  rankFunction("matrix_rank", "The number of independent rows or columns: singular values above "),
  rankFunction("rank", "The rank of a matrix, as matrix_rank: its singular values above "),
  Builtin(
    "kron", ["a", "b"], "The Kronecker product: every element of a times the matrix b, as one matrix.",
    Example("kron([[1, 2]], [[1], [3]])", "[[1 2] [3 6]]")
  ) { (evaluation, call) throws(Diagnostic) in
    try evaluation.kronecker(call)
  },
]

private func rankFunction(_ name: String, _ summary: String) -> Builtin {
  Builtin(
    name, ["a", .optional("tol")],
    summary + "tol, by default 2⁻⁵² of the largest times the longer side.",
    Example("\(name)([[1, 2], [2, 4]])", "1")
  ) { (evaluation, call) throws(Diagnostic) in
    let bound = try call.optional(1) { (call) in call.number }
    let svd = try evaluation.singularValues(0, of: call)
    return .number(Double(svd.rank(above: bound ?? svd.tolerance)))
  }
}

private func conditionNorm(_ call: Call) throws(Diagnostic) -> MatrixNorm {
  if case .text = call[1] {
    _ = try call.word(1, among: ["fro"])
    return .frobenius
  }
  switch try call[1].number(of: call.title(of: 1), at: call.location(of: 1)) {
  case 1: return .columnSum
  case 2: return .spectral
  case .infinity: return .rowSum
  case let order: throw call.mistake(1, "expected 1, 2, inf or 'fro', found \(shortest(order))")
  }
}

extension Evaluation {
  /// By squaring, so that the number of products is that of the exponent's digits.
  fileprivate mutating func matrixPower(_ call: Call) throws(Diagnostic) -> Value {
    let shape = try shape(of: call[0], call.name, at: call.place)
    guard shape.count == 2, shape[0] == shape[1] else {
      throw call.mistake(0, "expected a square matrix, found \(shapeDescription(shape))")
    }
    let exponent = try call.integer(1, in: -1_000_000_000...1_000_000_000)
    var base = call[0]
    if exponent < 0 {
      let inverse = Function(name: "inv", body: .builtin(systemFunctions[1]))
      base = try self.call(inverse, [Argument(name: nil, value: base, place: call.place)], at: call.place)
    }
    var power = Value(Tensor.identity(shape[0]))
    var rest = abs(exponent)
    while rest > 0 {
      if rest % 2 == 1 {
        power = rest == abs(exponent) ? base : try matrixProduct(power, base, call.name, at: call.place)
      }
      rest /= 2
      if rest > 0 { base = try matrixProduct(base, base, call.name, at: call.place) }
    }
    return power
  }

  fileprivate mutating func kronecker(_ call: Call) throws(Diagnostic) -> Value {
    let (a, b) = (
      try shape(of: call[0], call.name, at: call.place), try shape(of: call[1], call.name, at: call.place)
    )
    guard a.count == 2, b.count == 2 else {
      throw call[a.count == 2 ? 1 : 0].mismatch(
        call.title(of: a.count == 2 ? 1 : 0), expected: "a matrix",
        at: call.location(of: a.count == 2 ? 1 : 0))
    }
    let left = try reshaped(call[0], [a[0], 1, a[1], 1], call)
    let right = try reshaped(call[1], [1, b[0], 1, b[1]], call)
    let product = try combine(.multiply, left, right, call.name, at: call.place)
    return try reshaped(product, [a[0] * b[0], a[1] * b[1]], call)
  }
}
