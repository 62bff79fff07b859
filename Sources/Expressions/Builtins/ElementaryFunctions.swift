internal import Diagnostics
internal import MathCore

/// A row for a function of each element.
func elementwise(_ name: String, _ function: UnaryFunction, _ summary: String) -> Builtin {
  Builtin(name, ["x"], summary) { (evaluation, call) throws(Diagnostic) in
    try evaluation.apply(function, call[0], call.name, at: call.place)
  }
}

/// A row for a function of pairs of elements.
func pairwise(
  _ name: String, _ function: BinaryFunction, _ parameters: [Builtin.Parameter], _ summary: String
) -> Builtin {
  Builtin(name, parameters, summary) { (evaluation, call) throws(Diagnostic) in
    try evaluation.combine(function, call[0], call[1], call.name, at: call.place)
  }
}

let elementaryFunctions: [Builtin] = [
  elementwise("sin", .sine, "The sine of an angle in radians."),
  elementwise("cos", .cosine, "The cosine of an angle in radians."),
  elementwise("tan", .tangent, "The tangent of an angle in radians."),
  elementwise("asin", .arcSine, "The angle in −π/2 … π/2 with that sine; NaN outside of −1 … 1."),
  elementwise("acos", .arcCosine, "The angle in 0 … π with that cosine; NaN outside of −1 … 1."),
  elementwise("atan", .arcTangent, "The angle in −π/2 … π/2 with that tangent."),
  pairwise("atan2", .arcTangentOfRatio, ["y", "x"], "The angle of the point (x, y), in −π … π."),
  elementwise("sinh", .hyperbolicSine, "The hyperbolic sine."),
  elementwise("cosh", .hyperbolicCosine, "The hyperbolic cosine."),
  elementwise("tanh", .hyperbolicTangent, "The hyperbolic tangent."),
  elementwise("asinh", .areaSine, "The inverse of sinh."),
  elementwise("acosh", .areaCosine, "The inverse of cosh; NaN below 1."),
  elementwise("atanh", .areaTangent, "The inverse of tanh; NaN outside of −1 … 1."),
  elementwise("exp", .exponential, "e to the power x."),
  elementwise("expm1", .exponentialMinusOne, "exp(x) − 1 with all digits near 0."),
  elementwise("exp2", .powerOfTwo, "2 to the power x."),
  elementwise("log", .logarithm, "The natural logarithm; NaN below 0."),
  elementwise("ln", .logarithm, "The natural logarithm; NaN below 0."),
  elementwise("log1p", .logarithmOfOnePlus, "log(1 + x) with all digits near 0."),
  elementwise("log2", .binaryLogarithm, "The logarithm to base 2; NaN below 0."),
  elementwise("log10", .decimalLogarithm, "The logarithm to base 10; NaN below 0."),
  elementwise("sqrt", .squareRoot, "The square root; NaN below 0."),
  elementwise("cbrt", .cubeRoot, "The cube root."),
  pairwise("pow", .power, ["x", "y"], "x to the power y."),
  pairwise("hypot", .hypotenuse, ["x", "y"], "sqrt(x² + y²) without overflow."),
  pairwise("mod", .remainder, ["x", "y"], "The remainder of x / y, with the sign of y."),
  elementwise("abs", .absolute, "The absolute value."),
  elementwise("sign", .sign, "−1, 0 or 1."),
  elementwise("floor", .floor, "The next whole number below."),
  elementwise("ceil", .ceiling, "The next whole number above."),
  elementwise("round", .round, "The nearest whole number, halves to the even one."),
  elementwise("trunc", .truncate, "The next whole number towards 0."),
  elementwise("erf", .errorFunction, "The error function."),
  elementwise("erfc", .complementaryErrorFunction, "1 − erf(x) with all digits where it is tiny."),
  elementwise("gamma_function", .gamma, "The gamma function, (x − 1)! of whole numbers."),
  elementwise("lgamma", .logarithmOfGamma, "The logarithm of |gamma_function(x)|."),
  elementwise("digamma", .digamma, "The derivative of lgamma."),
  elementwise("isnan", .isNaN, "1 where x is NaN, else 0."),
  elementwise("isfinite", .isFinite, "1 where x is neither NaN nor infinite, else 0."),
  Builtin("where", ["condition", "a", "b"], "a where the condition holds, else b, for each element.") {
    (evaluation, call) throws(Diagnostic) in
    try evaluation.choose(call[0], call[1], call[2], call.name, at: call.place)
  },
  Builtin("clip", ["x", "lower", "upper"], "x, but at least the lower and at most the upper bound.") {
    (evaluation, call) throws(Diagnostic) in
    let raised = try evaluation.combine(.maximum, call[0], call[1], call.name, at: call.place)
    return try evaluation.combine(.minimum, raised, call[2], call.name, at: call.place)
  },
  Builtin("lerp", ["a", "b", "t"], "The point a fraction t of the way from a to b.") {
    (evaluation, call) throws(Diagnostic) in
    let span = try evaluation.combine(.subtract, call[1], call[0], call.name, at: call.place)
    let way = try evaluation.combine(.multiply, span, call[2], call.name, at: call.place)
    return try evaluation.combine(.add, call[0], way, call.name, at: call.place)
  },
]
