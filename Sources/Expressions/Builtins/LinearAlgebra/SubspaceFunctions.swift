internal import Diagnostics
internal import MathCore

/// Spaces that vectors span, and shadows on them.
let subspaceFunctions: [Builtin] = [
  Builtin(
    "null_space", ["a"],
    "An orthonormal basis of the vectors that A takes to 0, as columns.",
    Example("null_space([[3, 4]])", "[[0.8] [−0.6]]")
  ) { (evaluation, call) throws(Diagnostic) in
    // A matrix that is not wide has all of its right vectors without asking for more.
    let shape = try call.matrix(0).shape
    return Value(try evaluation.singularValues(0, of: call, full: shape[0] < shape[1]).nullSpace)
  },
  Builtin(
    "orth", ["a"], "An orthonormal basis of the column space of A, as columns.",
    Example("orth([[3, 6], [4, 8]])", "[[0.6] [0.8]]")
  ) { (evaluation, call) throws(Diagnostic) in
    Value(try evaluation.singularValues(0, of: call).columnSpace)
  },
  Builtin(
    "project", ["v", "onto"],
    "The shadow of a vector: the nearest point on the line along a vector, or in the column space of a "
      + "matrix.",
    Example("project([2, 3], onto=[1, 0])", "[2 0]")
  ) { (evaluation, call) throws(Diagnostic) in
    try evaluation.project(call)
  },
  Builtin(
    "gram_schmidt", ["a"],
    "The columns of A made orthonormal one after another: a record with Q, R, orthogonal, which is what "
      + "is left of each column, and projections, where [j, i] is what column j loses along column i of Q.",
    Example("gram_schmidt([[3, 1], [4, 2]]).Q", "[[0.6 −0.8] [0.8 0.6]]")
  ) { (evaluation, call) throws(Diagnostic) in
    let a = try evaluation.matrix(0, of: call, work: 0)
    let (m, n) = (a.shape[0], a.shape[1])
    try evaluation.chargeElements([n, n, m], at: call.place)
    try evaluation.chargeOperations(8 * n * n, times: m, at: call.place)
    let process = try call.checked { () throws(ArgumentError) in try GramSchmidt(of: a) }
    return .record(
      "Gram–Schmidt process",
      [
        ("Q", Value(process.orthonormal)), ("R", Value(process.triangular)),
        ("orthogonal", Value(process.orthogonal)), ("projections", Value(process.projections)),
      ])
  },
]

extension Evaluation {
  fileprivate mutating func project(_ call: Call) throws(Diagnostic) -> Value {
    let (v, onto) = (
      try shape(of: call[0], call.name, at: call.place), try shape(of: call[1], call.name, at: call.place)
    )
    guard v.count == 1 || v.count == 2 && onto.count == 2, onto.count == 1 || onto.count == 2 else {
      throw Diagnostic(
        "project: expected a vector, and a vector or matrix to project it onto, found "
          + "\(call[0].typeDescription) and \(call[1].typeDescription)", at: call.place.location)
    }
    guard v[0] == onto[0] else {
      throw call.mistake(
        1, "expected \(counted(v[0], onto.count == 1 ? "element" : "row")), as v has, found \(onto[0])")
    }
    func product(_ x: Value, _ y: Value) throws(Diagnostic) -> Value {
      try matrixProduct(x, y, call.name, at: call.place)
    }
    if onto.count == 2 {
      let basis = try singularValues(1, of: call).columnSpace
      let coordinates = try product(Value(basis.transpose), call[0])
      return try product(Value(basis), coordinates)
    }
    let square = try product(call[1], call[1])
    if case .number(0) = square {
      throw call.mistake(1, "expected a vector that has a direction, found zeros")
    }
    let factor = try combine(
      .divide, try product(call[0], call[1]), square, call.name, at: call.place)
    return try combine(.multiply, factor, call[1], call.name, at: call.place)
  }
}
