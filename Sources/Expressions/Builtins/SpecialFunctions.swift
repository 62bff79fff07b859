internal import Diagnostics
internal import MathCore

/// The error function, the gamma function and its kin.
let specialFunctions: [Builtin] = [
  elementwise("erf", .errorFunction, "The error function.", "erf(1)", "0.842701"),
  elementwise(
    "erfc", .complementaryErrorFunction, "1 − erf(x) with all digits where it is tiny.", "erfc(1)",
    "0.157299"),
  elementwise(
    "gamma_function", .gamma, "The gamma function, (x − 1)! of whole numbers.", "gamma_function(5)",
    "24"),
  elementwise(
    "lgamma", .logarithmOfGamma, "The logarithm of |gamma_function(x)|.", "lgamma(100)", "359.134"),
  elementwise("digamma", .digamma, "The derivative of lgamma.", "digamma(1)", "−0.577216"),
  Builtin(
    "factorial", ["n"], "1 · 2 · … · n, for whole numbers from 0.",
    Example("factorial([0, 1, 5, 20])", "[1 1 120 2.4329e+18]")
  ) { (evaluation, call) throws(Diagnostic) in
    try evaluation.expectCounts(call[0], "n", call)
    if case .known(let n) = try evaluation.operand(call[0], call.name, at: call.place) {
      try evaluation.chargeElements(n.shape, at: call.place)
      return Value(Tensor(shape: n.shape, elements: n.elements.map(factorial)))
    }
    let next = try evaluation.combine(.add, call[0], .number(1), call.name, at: call.place)
    return try evaluation.apply(.gamma, next, call.name, at: call.place)
  },
  Builtin(
    "comb", ["n", "k"], "In how many ways k of n things can be chosen.",
    Example("comb(5, [0, 1, 2])", "[1 5 10]")
  ) { (evaluation, call) throws(Diagnostic) in
    try evaluation.combinations(call)
  },
]

extension Evaluation {
  /// Checks that all known numbers are whole and not negative; NaN is passed on.
  fileprivate func expectCounts(_ value: Value, _ parameter: String, _ call: Call) throws(Diagnostic) {
    guard case .known(let tensor) = try operand(value, call.name, at: call.place) else { return }
    for number in tensor.elements where number < 0 || number.rounded() != number {
      if number.isNaN { continue }
      throw Diagnostic(
        "\(call.name): \(parameter): expected whole numbers from 0, found \(shortest(number))",
        at: call.place.location)
    }
  }

  fileprivate mutating func combinations(_ call: Call) throws(Diagnostic) -> Value {
    try expectCounts(call[0], "n", call)
    try expectCounts(call[1], "k", call)
    let (n, k) = (
      try operand(call[0], call.name, at: call.place), try operand(call[1], call.name, at: call.place)
    )
    let shape = try broadcast(n.shape, k.shape, call.name, at: call.place)
    try chargeElements(shape, at: call.place)
    if case .known(let n) = n, case .known(let k) = k {
      let counts = zip(n.broadcast(to: shape).elements, k.broadcast(to: shape).elements)
      return Value(Tensor(shape: shape, elements: counts.map { binomialCoefficient($0, $1) }))
    }
    // Through logarithms of factorials, which also have derivatives.
    func logarithm(_ x: Value) throws(Diagnostic) -> Value {
      let next = try combine(.add, x, .number(1), call.name, at: call.place)
      return try apply(.logarithmOfGamma, next, call.name, at: call.place)
    }
    let rest = try combine(.subtract, call[0], call[1], call.name, at: call.place)
    let chosen = try combine(
      .subtract, try logarithm(call[0]), try logarithm(call[1]), call.name, at: call.place)
    let difference = try combine(.subtract, chosen, try logarithm(rest), call.name, at: call.place)
    return try apply(.exponential, difference, call.name, at: call.place)
  }
}
