/// The distribution of (Z + δ) / S, where Z is standard normal and ν S² is chi-squared with ν degrees of
/// freedom: that of Student's statistic where the hypothesis is wrong by δ standard errors.
///
/// P(T ≤ t) = ∫ Φ(t s − δ) f(s) ds over the density f of S, by quadrature; f is divided by its own integral
/// instead of by gamma functions. Absolute errors are below 1e-12. Source: Johnson, Kotz and Balakrishnan,
/// "Continuous Univariate Distributions 2" (1995), section 31.
package struct NoncentralT: Hashable, Sendable {
  /// ν, at least 1.
  package let degreesOfFreedom: Double
  /// δ.
  package let noncentrality: Double

  package init(df: Double, noncentrality: Double) {
    (degreesOfFreedom, self.noncentrality) = (df, noncentrality)
  }

  /// The probability of a value up to `t`.
  package func cumulative(at t: Double) -> Double {
    mean { (s) in 0.5 * UnaryFunction.complementaryErrorFunction((noncentrality - t * s) * rootOfHalf) }
  }

  /// The probability of a value beyond `t`.
  package func survival(at t: Double) -> Double {
    mean { (s) in 0.5 * UnaryFunction.complementaryErrorFunction((t * s - noncentrality) * rootOfHalf) }
  }

  /// The expected value of a function of S.
  private func mean(_ function: (Double) -> Double) -> Double {
    let nu = degreesOfFreedom
    // f(1 + u) falls at least as fast as exp(−ν u²/2), so that less than 1e-18 lies further out than this.
    let reach = 9.1 / nu.squareRoot()
    let ends = (max(-1, -reach), reach)
    func weight(_ u: Double) -> Double {
      let logarithm = UnaryFunction.logarithmOfOnePlus(u)
      return UnaryFunction.exponential((nu - 1) * logarithm - nu * (u + 0.5 * u * u))
    }
    let whole = Integral(from: ends.0, to: ends.1) { us in us.map(weight) }
    let part = Integral(from: ends.0, to: ends.1) { us in us.map { weight($0) * function(1 + $0) } }
    return min(1, part.value / whole.value)
  }
}

private let rootOfHalf = 0.707106781186547524401
