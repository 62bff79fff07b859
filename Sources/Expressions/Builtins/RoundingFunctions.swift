internal import Diagnostics
internal import MathCore

/// A row for a function that is true or false of each element.
private func test(
  _ name: String, _ summary: String, _ example: String, _ result: String,
  _ holds: @escaping @Sendable (inout Evaluation, Call) throws(Diagnostic) -> Value
) -> Builtin {
  Builtin(name, ["x"], summary, Example(example, result)) { (evaluation, call) throws(Diagnostic) in
    truth(try holds(&evaluation, call))
  }
}

/// A single 1 or 0 as true or false.
func truth(_ value: Value) -> Value {
  if case .number(let number) = value { return .boolean(number != 0) }
  return value
}

/// Sizes, signs, whole numbers, and what is no number.
let roundingFunctions: [Builtin] = [
  elementwise("abs", .absolute, "The absolute value.", "abs([-2, 3])", "[2 3]"),
  elementwise("sign", .sign, "−1, 0 or 1.", "sign([-2, 0, 5])", "[−1 0 1]"),
  elementwise("floor", .floor, "The next whole number below.", "floor([1.7, -1.2])", "[1 −2]"),
  elementwise("ceil", .ceiling, "The next whole number above.", "ceil([1.2, -1.7])", "[2 −1]"),
  elementwise("trunc", .truncate, "The next whole number towards 0.", "trunc([1.7, -1.7])", "[1 −1]"),
  Builtin(
    "round", ["x", .init("decimals", .number(0))],
    "The nearest number of that many decimals, halves to the even one.",
    Example("round([0.5, 1.5, 2.675], 2)", "[0.5 1.5 2.68]")
  ) { (evaluation, call) throws(Diagnostic) in
    try evaluation.rounded(call)
  },
  pairwise(
    "mod", .remainder, ["x", "y"], "The remainder of x / y, with the sign of y, as x % y.",
    "mod([7, -7], 3)", "[1 2]"),
  pairwise(
    "remainder", .remainder, ["x", "y"], "The remainder of x / y, with the sign of y, as x % y.",
    "remainder(7.5, 2)", "1.5"),
  test("isnan", "Whether x is NaN.", "isnan([1, nan])", "[0 1]") { (evaluation, call) throws(Diagnostic) in
    try evaluation.apply(.isNaN, call[0], call.name, at: call.place)
  },
  test("isfinite", "Whether x is neither NaN nor infinite.", "isfinite(1/0)", "false") {
    (evaluation, call) throws(Diagnostic) in
    try evaluation.apply(.isFinite, call[0], call.name, at: call.place)
  },
  test("isinf", "Whether x is ∞ or −∞.", "isinf([1, -inf, nan])", "[0 1 0]") {
    (evaluation, call) throws(Diagnostic) in
    let size = try evaluation.apply(.absolute, call[0], call.name, at: call.place)
    return try evaluation.combine(.equal, size, .number(.infinity), call.name, at: call.place)
  },
]

extension Evaluation {
  /// As NumPy: scaled by a power of ten, rounded, and scaled back.
  fileprivate mutating func rounded(_ call: Call) throws(Diagnostic) -> Value {
    let decimals = try call[1].integer(of: "round: decimals", in: -300...300, at: call.location(of: 1))
    if decimals == 0 { return try apply(.round, call[0], call.name, at: call.place) }
    let scale = Value.number(BinaryFunction.power(10, Double(abs(decimals))))
    let (up, down): (BinaryFunction, BinaryFunction) =
      decimals > 0 ? (.multiply, .divide) : (.divide, .multiply)
    let scaled = try combine(up, call[0], scale, call.name, at: call.place)
    let whole = try apply(.round, scaled, call.name, at: call.place)
    return try combine(down, whole, scale, call.name, at: call.place)
  }
}
