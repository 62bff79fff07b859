/// The regularized incomplete gamma function: the probability up to `x` of a gamma distribution of rate 1.
///
/// NaN for a shape that is not positive; with all digits also where it is tiny.
package func regularizedGamma(lower x: Double, shape: Double) -> Double {
  BinaryFunction.regularizedGamma(shape, x)
}

/// 1 minus the regularized incomplete gamma function, with all digits also where it is tiny.
package func regularizedGamma(upper x: Double, shape: Double) -> Double {
  BinaryFunction.complementaryRegularizedGamma(shape, x)
}

/// The regularized incomplete beta function at `x` in 0…1: the probability up to `x` of a beta distribution.
///
/// 1 minus it, with all digits, is `regularizedBeta(1 - x, b, a)`. NaN for a shape that is not positive.
package func regularizedBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
  if x > 1 { return a > 0 && b > 0 ? 1 : .nan }
  return TernaryFunction.regularizedBeta(a, b, x / (1 - x))
}
