internal import Diagnostics
internal import MathCore

/// The functions of neural networks.
let activationFunctions: [Builtin] = [
  elementwise("sigmoid", .sigmoid, "1 / (1 + exp(−x)).", "sigmoid([-1, 0, 1])", "[0.268941 0.5 0.731059]"),
  elementwise(
    "softplus", .softplus, "log(1 + exp(x)) without overflow.", "softplus([0, 1000])", "[0.693147 1000]"),
  Builtin(
    "relu", ["x"], "x where it is positive, else 0.", Example("relu([-1, 0, 2])", "[0 0 2]")
  ) { (evaluation, call) throws(Diagnostic) in
    try evaluation.rectified(call, below: .number(0))
  },
  Builtin(
    "leaky_relu", ["x", .init("slope", .number(0.01))], "x where it is positive, else slope · x.",
    Example("leaky_relu([-1, 2])", "[−0.01 2]")
  ) { (evaluation, call) throws(Diagnostic) in
    let low = try evaluation.combine(.multiply, call[1], call[0], call.name, at: call.place)
    return try evaluation.rectified(call, below: low)
  },
  Builtin(
    "elu", ["x", .init("alpha", .number(1))], "x where it is positive, else alpha · (exp(x) − 1).",
    Example("elu([-1, 2])", "[−0.632121 2]")
  ) { (evaluation, call) throws(Diagnostic) in
    let low = try evaluation.combine(.minimum, call[0], .number(0), call.name, at: call.place)
    let curve = try evaluation.apply(.exponentialMinusOne, low, call.name, at: call.place)
    let scaled = try evaluation.combine(.multiply, call[1], curve, call.name, at: call.place)
    return try evaluation.rectified(call, below: scaled)
  },
  Builtin(
    "silu", ["x"], "x · sigmoid(x), also called swish.", Example("silu([-1, 2])", "[−0.268941 1.76159]")
  ) { (evaluation, call) throws(Diagnostic) in
    let gate = try evaluation.apply(.sigmoid, call[0], call.name, at: call.place)
    return try evaluation.combine(.multiply, call[0], gate, call.name, at: call.place)
  },
  Builtin(
    "gelu", ["x"], "x times the probability that a standard normal number is smaller.",
    Example("gelu([-1, 2])", "[−0.158655 1.9545]")
  ) { (evaluation, call) throws(Diagnostic) in
    let z = try evaluation.combine(.multiply, .number(-0.5.squareRoot()), call[0], call.name, at: call.place)
    let tail = try evaluation.apply(.complementaryErrorFunction, z, call.name, at: call.place)
    let half = try evaluation.combine(.multiply, .number(0.5), call[0], call.name, at: call.place)
    return try evaluation.combine(.multiply, half, tail, call.name, at: call.place)
  },
  Builtin(
    "step", ["x"], "1 from 0 on, else 0: the threshold of a perceptron.",
    Example("step([-1, 0, 2])", "[0 1 1]")
  ) { (evaluation, call) throws(Diagnostic) in
    let isOn = try evaluation.combine(.lessOrEqual, .number(0), call[0], call.name, at: call.place)
    let isUnknown = try evaluation.apply(.isNaN, call[0], call.name, at: call.place)
    return try evaluation.choose(isUnknown, .number(.nan), isOn, call.name, at: call.place)
  },
]

extension Evaluation {
  fileprivate mutating func rectified(_ call: Call, below: Value) throws(Diagnostic) -> Value {
    // NaN is not "at most 0", so it stays NaN.
    let isLow = try combine(.lessOrEqual, call[0], .number(0), call.name, at: call.place)
    return try choose(isLow, below, call[0], call.name, at: call.place)
  }
}
