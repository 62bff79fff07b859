/// The densities of the gamma and beta distributions, from which many others are made.
///
/// Differences of logarithms of the gamma function lose as many digits as those logarithms have. With
/// J = `stirlingError` and D = `deviance` all that is large cancels before it is computed:
/// log Γ(a) = (a − ½) log a − a + ½ log 2π + J(a). Source: Loader, "Fast and accurate computation of binomial
/// probabilities" (2000), for whole numbers; the same holds for all.

/// x^a e^(−x) / Γ(a): x times the density of the gamma distribution of rate 1.
func gammaKernel<Number: RealNumber>(_ a: Number, _ x: Number) -> Number {
  (a / twoPi).applying(.squareRoot) * (-gammaExponent(a, x)).applying(.exponential)
}

/// Its logarithm.
func logGammaKernel<Number: RealNumber>(_ a: Number, _ x: Number) -> Number {
  0.5 * (a / twoPi).applying(.logarithm) - gammaExponent(a, x)
}

private func gammaExponent<Number: RealNumber>(_ a: Number, _ x: Number) -> Number {
  a.applying(.stirlingError) + a.applying(.deviance, with: x)
}

/// x^a y^b / B(a, b) for y = 1 − x: x y times the density of the beta distribution.
func betaKernel<Number: RealNumber>(_ a: Number, _ b: Number, _ x: Number, _ y: Number) -> Number {
  let factor = a / (a + b) * b / twoPi
  return factor.applying(.squareRoot) * (-betaExponent(a, b, x, y)).applying(.exponential)
}

/// The same at x = odds / (1 + odds).
func betaKernel<Number: RealNumber>(_ a: Number, _ b: Number, odds: Number) -> Number {
  betaKernel(a, b, odds / (odds + 1), odds.constant(1) / (odds + 1))
}

/// Its logarithm.
func logBetaKernel<Number: RealNumber>(_ a: Number, _ b: Number, _ x: Number, _ y: Number) -> Number {
  let factor = a / (a + b) * b / twoPi
  return 0.5 * factor.applying(.logarithm) - betaExponent(a, b, x, y)
}

private func betaExponent<Number: RealNumber>(
  _ a: Number, _ b: Number, _ x: Number, _ y: Number
) -> Number {
  let sum = a + b
  let errors = a.applying(.stirlingError) + b.applying(.stirlingError) - sum.applying(.stirlingError)
  return errors + a.applying(.deviance, with: sum * x) + b.applying(.deviance, with: sum * y)
}

let twoPi = 6.28318530717958647693
let logarithmOfRootOfTwoPi = 0.918938533204672741780
