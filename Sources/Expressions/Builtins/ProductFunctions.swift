internal import Diagnostics
internal import MathCore

/// Products and lengths of vectors and matrices.
let productFunctions: [Builtin] = [
  Builtin(
    "dot", ["a", "b"], "The scalar product of two vectors, or the matrix product.",
    Example("dot([1, 2, 3], [4, 5, 6])", "32")
  ) { (evaluation, call) throws(Diagnostic) in
    try evaluation.matrixProduct(call[0], call[1], call.name, at: call.place)
  },
  Builtin(
    "matmul", ["a", "b"], "The matrix product, as a @ b.",
    Example("matmul([[1, 2], [3, 4]], [1, 1])", "[3 7]")
  ) { (evaluation, call) throws(Diagnostic) in
    try evaluation.matrixProduct(call[0], call[1], call.name, at: call.place)
  },
  Builtin(
    "outer", ["a", "b"], "The products of every element of a with every element of b.",
    Example("outer([1, 2], [3, 4])", "[[3 4] [6 8]]")
  ) { (evaluation, call) throws(Diagnostic) in
    let rows = try evaluation.shape(of: call[0], call.name, at: call.place).reduce(1, *)
    let columns = try evaluation.shape(of: call[1], call.name, at: call.place).reduce(1, *)
    let a = try evaluation.reshaped(call[0], [rows, 1], call)
    let b = try evaluation.reshaped(call[1], [1, columns], call)
    return try evaluation.combine(.multiply, a, b, call.name, at: call.place)
  },
  Builtin(
    "cross", ["a", "b"], "The vector at right angles to two vectors of 3, as long as the area they span.",
    Example("cross([1, 0, 0], [0, 1, 0])", "[0 0 1]")
  ) { (evaluation, call) throws(Diagnostic) in
    try evaluation.cross(call)
  },
  Builtin(
    "norm", ["x", .init("ord", .text("euclidean")), everyAxis],
    "The length of a vector: Euclidean, or of order 1, inf or any other p; of a matrix, over all elements "
      + "(fro), its largest column (1) or row (inf) sum, its largest singular value (2) or their sum (nuc).",
    Example("[norm([3, 4]), norm([3, 4], 1), norm([3, 4], inf)]", "[5 7 4]")
  ) { (evaluation, call) throws(Diagnostic) in
    try evaluation.norm(call)
  },
]

extension Evaluation {
  fileprivate mutating func cross(_ call: Call) throws(Diagnostic) -> Value {
    for value in call.values {
      guard try shape(of: value, call.name, at: call.place) == [3] else {
        throw value.mismatch("cross", expected: "vectors of 3", at: call.place.location)
      }
    }
    func turned(_ value: Value, _ order: [Int]) throws(Diagnostic) -> Value {
      try gathered(value, order, [3], at: call.place)
    }
    let left = try combine(
      .multiply, try turned(call[0], [1, 2, 0]), try turned(call[1], [2, 0, 1]), call.name, at: call.place)
    let right = try combine(
      .multiply, try turned(call[0], [2, 0, 1]), try turned(call[1], [1, 2, 0]), call.name, at: call.place)
    return try combine(.subtract, left, right, call.name, at: call.place)
  }

  fileprivate mutating func norm(_ call: Call) throws(Diagnostic) -> Value {
    let rank = try shape(of: call[0], call.name, at: call.place).count
    var isWhole = false
    if case .text("all") = call[2] { isWhole = true }
    if case .text("nuc") = call[1], isWhole, rank == 2 { return try matrixNorm(.nuclear, call) }
    if case .text(let text) = call[1] {
      guard text == "euclidean" || text == "fro" else {
        throw Diagnostic(
          "norm: unknown order '\(text)'", at: call.place.location,
          help: "known: 1, 2, inf, any other number, and 'fro' and 'nuc' for matrices")
      }
      return try length(2, of: call[0], axis: call[2], call)
    }
    let order = try call[1].number(of: "norm: ord", at: call.place.location)
    guard isWhole, rank > 1 else { return try length(order, of: call[0], axis: call[2], call) }
    if rank == 2, order == 2 { return try matrixNorm(.spectral, call) }
    guard rank == 2, order == 1 || order == .infinity else {
      throw Diagnostic(
        "norm: expected order 1, 2, inf, 'nuc' or 'fro' for \(call[0].typeDescription), found \(shortest(order))",
        at: call.place.location)
    }
    let sums = try length(1, of: call[0], axis: .number(order == 1 ? 0 : 1), call)
    return try length(.infinity, of: sums, axis: .text("all"), call)
  }

  /// A norm that singular values tell.
  private mutating func matrixNorm(_ norm: MatrixNorm, _ call: Call) throws(Diagnostic) -> Value {
    let a = try matrix(0, of: call, work: 12)
    return .number(try call.checked { () throws(ArgumentError) in try norm(a, named: "x") })
  }

  /// The p-th root of the sum of p-th powers of sizes along an axis.
  private mutating func length(
    _ order: Double, of x: Value, axis: Value, _ call: Call
  ) throws(Diagnostic) -> Value {
    let axes = try axes(axis, of: x, call)
    func sum(_ terms: Value) throws(Diagnostic) -> Value {
      try reduce(.sum, terms, axes: axes, call.name, at: call.place)
    }
    if order == 2 {
      let squares = try combine(.multiply, x, x, call.name, at: call.place)
      return try apply(.squareRoot, try sum(squares), call.name, at: call.place)
    }
    let sizes = try apply(.absolute, x, call.name, at: call.place)
    switch order {
    case 1: return try sum(sizes)
    case .infinity:
      let largest = try reduce(.maximum, sizes, axes: axes, call.name, at: call.place)
      // The largest of no sizes is 0.
      return try combine(.maximum, largest, .number(0), call.name, at: call.place)
    case let p where p > 0:
      let powers = try combine(.power, sizes, .number(p), call.name, at: call.place)
      return try combine(.power, try sum(powers), .number(1 / p), call.name, at: call.place)
    default:
      throw Diagnostic(
        "norm: expected an order of more than 0, found \(shortest(order))", at: call.place.location)
    }
  }
}
