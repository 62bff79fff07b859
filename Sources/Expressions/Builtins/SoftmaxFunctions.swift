internal import Diagnostics
internal import MathCore

private let lastAxis = Builtin.Parameter("axis", .number(-1))

/// The softmax family in its stable form, and measures of information in nats.
let softmaxFunctions: [Builtin] = [
  Builtin(
    "softmax", ["z", lastAxis], "Scores as probabilities: exp(z) over its sum.",
    Example("softmax([2, 1, 0.1])", "[0.659001 0.242433 0.0985659]")
  ) { (evaluation, call) throws(Diagnostic) in
    let parts = try evaluation.exponentials(call)
    return try evaluation.combine(.divide, parts.exponentials, parts.sum, call.name, at: call.place)
  },
  Builtin(
    "log_softmax", ["z", lastAxis], "The logarithm of softmax, without overflow.",
    Example("log_softmax([1000, 1001])", "[−1.31326 −0.313262]")
  ) { (evaluation, call) throws(Diagnostic) in
    let parts = try evaluation.exponentials(call)
    let logarithm = try evaluation.apply(.logarithm, parts.sum, call.name, at: call.place)
    return try evaluation.combine(.subtract, parts.shifted, logarithm, call.name, at: call.place)
  },
  Builtin(
    "logsumexp", ["z", lastAxis], "The logarithm of the sum of exp(z), without overflow.",
    Example("logsumexp([1000, 1000])", "1000.69")
  ) { (evaluation, call) throws(Diagnostic) in
    let parts = try evaluation.exponentials(call, isInfinityKept: true)
    let logarithm = try evaluation.apply(.logarithm, parts.sum, call.name, at: call.place)
    let total = try evaluation.combine(.add, parts.maximum, logarithm, call.name, at: call.place)
    return try evaluation.withoutAxis(total, call)
  },
  Builtin(
    "cross_entropy", ["p", "q", lastAxis],
    "−Σ p log q: how many nats outcomes of p take in a code made for q.",
    Example("cross_entropy([1, 0, 0], [0.7, 0.2, 0.1])", "0.356675")
  ) { (evaluation, call) throws(Diagnostic) in
    try evaluation.expectedSurprise(of: call[0], call[1], call)
  },
  Builtin(
    "entropy", ["p", lastAxis], "−Σ p log p: the mean surprise in nats.",
    Example("entropy([0.5, 0.5])", "0.693147")
  ) { (evaluation, call) throws(Diagnostic) in
    try evaluation.expectedSurprise(of: call[0], call[0], call)
  },
  Builtin(
    "kl_divergence", ["p", "q", lastAxis], "Σ p log(p/q): how far q is from p, in nats.",
    Example("kl_divergence([0.5, 0.5], [0.9, 0.1])", "0.510826")
  ) { (evaluation, call) throws(Diagnostic) in
    // Where p is 0 the ratio does not count, and must not bring a NaN into derivatives either.
    let isNever = try evaluation.combine(.equal, call[0], .number(0), call.name, at: call.place)
    let p = try evaluation.choose(isNever, .number(1), call[0], call.name, at: call.place)
    let ratio = try evaluation.combine(.divide, call[1], p, call.name, at: call.place)
    return try evaluation.expectedSurprise(of: call[0], ratio, call)
  },
]

extension Evaluation {
  /// Scores less their maximum along an axis, which is kept; their exponentials, and the sum of those.
  fileprivate mutating func exponentials(
    _ call: Call, isInfinityKept: Bool = false
  ) throws(Diagnostic) -> (shifted: Value, exponentials: Value, sum: Value, maximum: Value) {
    let axis = try self.axis(call[1], of: call[0], call)
    let extents = try shape(of: call[0], call.name, at: call.place)
    guard extents[axis] > 0 else {
      throw Diagnostic("\(call.name): expected at least one element, found none", at: call.place.location)
    }
    var maximum = try reduceKeeping(.maximum, call[0], axis: axis, call)
    if isInfinityKept {
      // The difference of infinities would be NaN.
      let size = try apply(.absolute, maximum, call.name, at: call.place)
      let isInfinite = try combine(.equal, size, .number(.infinity), call.name, at: call.place)
      maximum = try choose(isInfinite, .number(0), maximum, call.name, at: call.place)
    }
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

  /// −Σ p log q along the axis that is the call's last argument; nothing where p is 0, whatever q is.
  fileprivate mutating func expectedSurprise(
    of p: Value, _ q: Value, _ call: Call
  ) throws(Diagnostic) -> Value {
    let isNever = try combine(.equal, p, .number(0), call.name, at: call.place)
    let chances = try choose(isNever, .number(1), q, call.name, at: call.place)
    let logarithms = try apply(.logarithm, chances, call.name, at: call.place)
    let terms = try combine(.multiply, p, logarithms, call.name, at: call.place)
    let axis = try axis(call.values.last ?? .number(-1), of: terms, call)
    let sum = try reduce(.sum, terms, axes: [axis], call.name, at: call.place)
    return try apply(.negate, sum, call.name, at: call.place)
  }
}
