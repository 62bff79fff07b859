internal import Diagnostics
internal import MathCore

/// A row for a function of each element.
func elementwise(
  _ name: String, _ function: UnaryFunction, _ summary: String, _ example: String, _ result: String
) -> Builtin {
  Builtin(name, ["x"], summary, Example(example, result)) { (evaluation, call) throws(Diagnostic) in
    try evaluation.apply(function, call[0], call.name, at: call.place)
  }
}

/// A row for a function of pairs of elements.
func pairwise(
  _ name: String, _ function: BinaryFunction, _ parameters: [Builtin.Parameter], _ summary: String,
  _ example: String, _ result: String
) -> Builtin {
  Builtin(name, parameters, summary, Example(example, result)) {
    (evaluation, call) throws(Diagnostic) in
    try evaluation.combine(function, call[0], call[1], call.name, at: call.place)
  }
}

/// A row for a multiple of each element.
private func scaling(
  _ name: String, by factor: Double, _ summary: String, _ example: String, _ result: String
) -> Builtin {
  Builtin(name, ["x"], summary, Example(example, result)) { (evaluation, call) throws(Diagnostic) in
    try evaluation.combine(.multiply, call[0], .number(factor), call.name, at: call.place)
  }
}

/// Angles, exponentials, logarithms, roots and powers of each element.
let elementaryFunctions: [Builtin] = [
  elementwise("sin", .sine, "The sine of an angle in radians.", "sin(pi/6)", "0.5"),
  elementwise("cos", .cosine, "The cosine of an angle in radians.", "cos([0, pi])", "[1 −1]"),
  elementwise("tan", .tangent, "The tangent of an angle in radians.", "tan(pi/4)", "1"),
  elementwise(
    "asin", .arcSine, "The angle in −π/2 … π/2 with that sine; NaN outside of −1 … 1.", "asin(1)",
    "1.5708"),
  elementwise(
    "acos", .arcCosine, "The angle in 0 … π with that cosine; NaN outside of −1 … 1.", "acos(-1)",
    "3.14159"),
  elementwise(
    "atan", .arcTangent, "The angle in −π/2 … π/2 with that tangent.", "atan(inf)", "1.5708"),
  pairwise(
    "atan2", .arcTangentOfRatio, ["y", "x"], "The angle of the point (x, y), in −π … π.",
    "degrees(atan2(1, -1))", "135"),
  scaling("degrees", by: 180 / .pi, "An angle in radians, in degrees.", "degrees(pi/2)", "90"),
  scaling("radians", by: .pi / 180, "An angle in degrees, in radians.", "radians(180)", "3.14159"),
  elementwise("sinh", .hyperbolicSine, "The hyperbolic sine.", "sinh(1)", "1.1752"),
  elementwise("cosh", .hyperbolicCosine, "The hyperbolic cosine.", "cosh(1)", "1.54308"),
  elementwise("tanh", .hyperbolicTangent, "The hyperbolic tangent.", "tanh([0, 1])", "[0 0.761594]"),
  elementwise("asinh", .areaSine, "The inverse of sinh.", "asinh(sinh(2))", "2"),
  elementwise("acosh", .areaCosine, "The inverse of cosh; NaN below 1.", "acosh(cosh(2))", "2"),
  elementwise(
    "atanh", .areaTangent, "The inverse of tanh; NaN outside of −1 … 1.", "atanh(0.5)", "0.549306"),
  elementwise("exp", .exponential, "e to the power x.", "exp([0, 1])", "[1 2.71828]"),
  elementwise(
    "expm1", .exponentialMinusOne, "exp(x) − 1 with all digits near 0.", "expm1(0.5)", "0.648721"),
  elementwise("exp2", .powerOfTwo, "2 to the power x.", "exp2(10)", "1024"),
  elementwise("log", .logarithm, "The natural logarithm; NaN below 0.", "log(10)", "2.30259"),
  elementwise("ln", .logarithm, "The natural logarithm; NaN below 0.", "ln(e^2)", "2"),
  elementwise(
    "log1p", .logarithmOfOnePlus, "log(1 + x) with all digits near 0.", "log1p(0.5)", "0.405465"),
  elementwise("log2", .binaryLogarithm, "The logarithm to base 2; NaN below 0.", "log2(1024)", "10"),
  elementwise(
    "log10", .decimalLogarithm, "The logarithm to base 10; NaN below 0.", "log10(0.001)", "−3"),
  elementwise("sqrt", .squareRoot, "The square root; NaN below 0.", "sqrt([4, 9])", "[2 3]"),
  elementwise("cbrt", .cubeRoot, "The cube root.", "cbrt(-27)", "−3"),
  pairwise("pow", .power, ["x", "y"], "x to the power y.", "pow(2, [1, 2, 3])", "[2 4 8]"),
  pairwise("hypot", .hypotenuse, ["x", "y"], "sqrt(x² + y²) without overflow.", "hypot(3, 4)", "5"),
]
