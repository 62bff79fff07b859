internal import Diagnostics
internal import MathCore

private func derivation(_ derivation: Derivation, _ summary: String) -> Builtin {
  Builtin(derivation.rawValue, ["f"], summary) { (evaluation, call) throws(Diagnostic) in
    .function(try evaluation.derived(derivation, call[0], at: call.place))
  }
}

/// Functions of functions; all derivatives are exact.
let calculusFunctions: [Builtin] = [
  derivation(.grad, "The gradient, as a function of the same arguments."),
  derivation(.derivative, "The derivative of a function of one number."),
  derivation(.hessian, "The matrix of second derivatives."),
  derivation(.jacobian, "The matrix of first derivatives of a function whose value is a vector."),
  Builtin(
    "trace", ["f", "at"], "The computation of f at a point: nodes with their values and gradients."
  ) { (evaluation, call) throws(Diagnostic) in
    let function = try call[0].function(of: "trace: f", at: call.place.location)
    return try evaluation.trace(function, at: call[1], at: call.place)
  },
]
