internal import Diagnostics
internal import MathCore

private func derivation(
  _ derivation: Derivation, _ summary: String, _ example: String, _ result: String
) -> Builtin {
  Builtin(derivation.rawValue, ["f"], summary, Example(example, result)) {
    (evaluation, call) throws(Diagnostic) in
    .function(try evaluation.derived(derivation, call[0], at: call.place))
  }
}

/// Functions of functions; all derivatives are exact.
let calculusFunctions: [Builtin] = [
  derivation(
    .grad, "The gradient, as a function of the same arguments; also ∇f.", "grad((x, y) -> x^2*y)(3, 2)",
    "[12 9]"),
  derivation(
    .derivative, "The derivative of a function of one number; also f'.", "derivative(x -> x^3)(2)", "12"),
  derivation(
    .hessian, "The matrix of second derivatives.", "hessian((x, y) -> x^2*y)(3, 2)", "[[4 6] [6 0]]"),
  derivation(
    .jacobian, "The matrix of first derivatives of a function whose value is a vector.",
    "jacobian((r, t) -> [r*cos(t), r*sin(t)])(2, 0)", "[[1 0] [0 2]]"),
  Builtin(
    "trace", ["f", "at"],
    "The computation of f at a point: nodes with operation, inputs, value, gradient and name.",
    .init("trace((w, b) -> (2*w + b)^2, [3, 1]).gradient", "[28 14]")
  ) { (evaluation, call) throws(Diagnostic) in
    let function = try call[0].function(of: "trace: f", at: call.location(of: 0))
    return try evaluation.trace(function, at: call[1], at: call.place)
  },
]
