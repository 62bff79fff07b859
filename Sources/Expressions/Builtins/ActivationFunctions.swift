internal import Diagnostics
internal import MathCore

/// The functions of neural networks, and the softmax family in its stable form.
let activationFunctions: [Builtin] = [
  elementwise("sigmoid", .sigmoid, "1 / (1 + exp(−x))."),
  elementwise("softplus", .softplus, "log(1 + exp(x)) without overflow."),
  Builtin("relu", ["x"], "x where it is positive, else 0.") { (evaluation, call) throws(Diagnostic) in
    try evaluation.rectified(call, below: .number(0))
  },
  Builtin("leaky_relu", ["x", .init("slope", .number(0.01))], "x where it is positive, else slope · x.") {
    (evaluation, call) throws(Diagnostic) in
    let low = try evaluation.combine(.multiply, call[1], call[0], call.name, at: call.place)
    return try evaluation.rectified(call, below: low)
  },
  Builtin("elu", ["x", .init("alpha", .number(1))], "x where it is positive, else alpha · (exp(x) − 1).") {
    (evaluation, call) throws(Diagnostic) in
    let low = try evaluation.combine(.minimum, call[0], .number(0), call.name, at: call.place)
    let curve = try evaluation.apply(.exponentialMinusOne, low, call.name, at: call.place)
    let scaled = try evaluation.combine(.multiply, call[1], curve, call.name, at: call.place)
    return try evaluation.rectified(call, below: scaled)
  },
  Builtin("silu", ["x"], "x · sigmoid(x).") { (evaluation, call) throws(Diagnostic) in
    let gate = try evaluation.apply(.sigmoid, call[0], call.name, at: call.place)
    return try evaluation.combine(.multiply, call[0], gate, call.name, at: call.place)
  },
  Builtin("gelu", ["x"], "x times the probability that a standard normal number is smaller.") {
    (evaluation, call) throws(Diagnostic) in
    let z = try evaluation.combine(.multiply, .number(-0.5.squareRoot()), call[0], call.name, at: call.place)
    let tail = try evaluation.apply(.complementaryErrorFunction, z, call.name, at: call.place)
    let half = try evaluation.combine(.multiply, .number(0.5), call[0], call.name, at: call.place)
    return try evaluation.combine(.multiply, half, tail, call.name, at: call.place)
  },
  Builtin("softmax", ["z", .init("axis", .number(-1))], "Scores as probabilities: exp(z) over its sum.") {
    (evaluation, call) throws(Diagnostic) in
    let parts = try evaluation.exponentials(call)
    return try evaluation.combine(.divide, parts.exponentials, parts.sum, call.name, at: call.place)
  },
  Builtin("log_softmax", ["z", .init("axis", .number(-1))], "The logarithm of softmax, without overflow.") {
    (evaluation, call) throws(Diagnostic) in
    let parts = try evaluation.exponentials(call)
    let logarithm = try evaluation.apply(.logarithm, parts.sum, call.name, at: call.place)
    return try evaluation.combine(.subtract, parts.shifted, logarithm, call.name, at: call.place)
  },
  Builtin("logsumexp", ["z", .init("axis", .number(-1))], "The logarithm of the sum of exp(z).") {
    (evaluation, call) throws(Diagnostic) in
    let parts = try evaluation.exponentials(call)
    let logarithm = try evaluation.apply(.logarithm, parts.sum, call.name, at: call.place)
    let total = try evaluation.combine(.add, parts.maximum, logarithm, call.name, at: call.place)
    return try evaluation.withoutAxis(total, call)
  },
]

extension Evaluation {
  fileprivate mutating func rectified(_ call: Call, below: Value) throws(Diagnostic) -> Value {
    // NaN is not "at most 0", so it stays NaN.
    let isLow = try combine(.lessOrEqual, call[0], .number(0), call.name, at: call.place)
    return try choose(isLow, below, call[0], call.name, at: call.place)
  }

  /// Scores less their maximum along an axis, which is kept; their exponentials, and the sum of those.
  fileprivate mutating func exponentials(
    _ call: Call
  ) throws(Diagnostic) -> (shifted: Value, exponentials: Value, sum: Value, maximum: Value) {
    let axis = try self.axis(call[1], of: call[0], call)
    guard try shape(of: call[0], call.name, at: call.place)[axis] > 0 else {
      throw Diagnostic("\(call.name): expected at least one element, found none", at: call.place.location)
    }
    let maximum = try reduceKeeping(.maximum, call[0], axis: axis, call)
    let shifted = try combine(.subtract, call[0], maximum, call.name, at: call.place)
    let exponentials = try apply(.exponential, shifted, call.name, at: call.place)
    return (shifted, exponentials, try reduceKeeping(.sum, exponentials, axis: axis, call), maximum)
  }

  /// A reduction along an axis that stays, with one element.
  private mutating func reduceKeeping(
    _ reduction: Reduction, _ x: Value, axis: Int, _ call: Call
  ) throws(Diagnostic) -> Value {
    var shape = try shape(of: x, call.name, at: call.place)
    shape[axis] = 1
    let reduced = try reduce(reduction, x, axes: [axis], call.name, at: call.place)
    return try reshaped(reduced, shape, call)
  }

  /// A value without the axis of one element that a reduction kept.
  fileprivate mutating func withoutAxis(_ x: Value, _ call: Call) throws(Diagnostic) -> Value {
    var shape = try shape(of: x, call.name, at: call.place)
    shape.remove(at: try axis(call[1], of: call[0], call))
    return try reshaped(x, shape, call)
  }
}
