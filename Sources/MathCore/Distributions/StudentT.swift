/// Student's t distribution.
package struct StudentT: DistributionFamily {
  package static let parameters = [DistributionParameter("df", .positive)]

  package let parameterValues: [Double]

  package init(parameterValues: [Double]) { self.parameterValues = parameterValues }

  /// `df` are the degrees of freedom, greater than 0; they need not be whole.
  package init(df: Double) { parameterValues = [df] }

  // The density at 0 is 1 / (√df B(½, df/2)); B by Stirling's formula and its error.
  private static func logDensityAtZero<Number: RealNumber>(_ df: Number) -> Number {
    let b = 0.5 * df
    let errors = (b + 0.5).applying(.stirlingError) - b.applying(.stirlingError)
    let ratio = (df.constant(1) / df).applying(.logarithmOfOnePlus)
    return b * ratio + errors - (logarithmOfRootOfTwoPi + 0.5)
  }

  package static func logDensity<Number: RealNumber>(inside x: Number, _ parameters: [Number]) -> Number {
    let df = parameters[0]
    let bell = (df + 1) * (x * x / df).applying(.logarithmOfOnePlus)
    return logDensityAtZero(df) - 0.5 * bell
  }

  package static func density<Number: RealNumber>(inside x: Number, _ parameters: [Number]) -> Number {
    logDensity(inside: x, parameters).applying(.exponential)
  }

  package static func cumulative<Number: RealNumber>(inside x: Number, _ parameters: [Number]) -> Number {
    let df = parameters[0]
    let square = x * x / df
    let tail = 0.5 * (0.5 * df).applying(.regularizedBeta, with: x.constant(0.5), and: x.constant(1) / square)
    let half = x.isLess(than: x.constant(0)).choosing(tail, else: x.constant(1) - tail)
    // At the center the tail has no slope, because it is a function of the square.
    let line = logDensityAtZero(df).applying(.exponential) * x + 0.5
    return square.isLess(than: x.constant(1e-20)).choosing(line, else: half)
  }

  package static func survival<Number: RealNumber>(inside x: Number, _ parameters: [Number]) -> Number {
    cumulative(inside: -x, parameters)
  }

  package static func quantile<Number: RealNumber>(inside p: Number, _ parameters: [Number]) -> Number {
    let df = parameters[0]
    let isLower = p.isAtMost(p.constant(0.5))
    let tail = isLower.choosing(p, else: p.constant(1) - p)
    let odds = (0.5 * df).applying(.betaQuantile, with: p.constant(0.5), and: 2 * tail)
    let distance = (df / odds).applying(.squareRoot)
    let line = (p - 0.5) / logDensityAtZero(df).applying(.exponential)
    let isCentral = (p - 0.5).applying(.absolute).isLess(than: p.constant(1e-10))
    return isCentral.choosing(line, else: isLower.choosing(-distance, else: distance))
  }

  package static func mean<Number: RealNumber>(_ parameters: [Number]) -> Number {
    let df = parameters[0]
    return df.constant(1).isLess(than: df).choosing(df.constant(0), else: df.constant(.nan))
  }

  package static func variance<Number: RealNumber>(_ parameters: [Number]) -> Number {
    let df = parameters[0]
    let infinite = df.constant(1).isLess(than: df).choosing(df.constant(.infinity), else: df.constant(.nan))
    return df.constant(2).isLess(than: df).choosing(df / (df - 2), else: infinite)
  }

  // (df + 1)/2 (ψ((df + 1)/2) − ψ(df/2)) − log f(0), where ψ(x) = log x − 1/(2x) + the slope of the error.
  package static func entropy<Number: RealNumber>(_ parameters: [Number]) -> Number? {
    let df = parameters[0]
    let b = 0.5 * df
    let one = df.constant(1)
    let main = (one / df).applying(.logarithmOfOnePlus) + one / (df * (df + 1))
    let slopes = (b + 0.5).applying(.stirlingSlope) - b.applying(.stirlingSlope)
    return (b + 0.5) * (main + slopes) - logDensityAtZero(df)
  }
}
