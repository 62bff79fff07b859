internal import Kernels

/// The elementwise functions of one argument that the kernels compute; raw values are the kernels' own.
package enum UnaryFunction: UInt16, CaseIterable, Hashable, Sendable {
  case negate = 1
  case absolute
  case sign
  case floor
  case ceiling
  /// To the nearest whole number, halves to the even one, as in NumPy.
  case round
  case truncate
  case squareRoot
  case cubeRoot
  case sine
  case cosine
  case tangent
  case arcSine
  case arcCosine
  case arcTangent
  case hyperbolicSine
  case hyperbolicCosine
  case hyperbolicTangent
  case areaSine
  case areaCosine
  case areaTangent
  case exponential
  case exponentialMinusOne
  case powerOfTwo
  case logarithm
  case logarithmOfOnePlus
  case binaryLogarithm
  case decimalLogarithm
  case errorFunction
  case complementaryErrorFunction
  case logarithmOfGamma
  case gamma
  case digamma
  /// The inverse of the standard normal distribution function.
  case normalQuantile
  /// 1 / (1 + exp(−x)).
  case sigmoid
  /// log(1 + exp(x)), without overflow.
  case softplus
  /// 1 for 0, and 0 for everything else.
  case not
  case isFinite
  case isNaN
  /// 1 / cosh², the derivative of the hyperbolic tangent.
  case hyperbolicSecantSquared
  /// log Γ(x) − (x − ½) log x + x − ½ log 2π for x ≥ 0: the error of Stirling's formula.
  case stirlingError
  /// Its derivative: digamma(x) − log x + 1/(2x).
  case stirlingSlope
}

/// The elementwise functions of two arguments; truth is 1 and 0.
package enum BinaryFunction: UInt16, CaseIterable, Hashable, Sendable {
  case add = 64
  case subtract
  case multiply
  case divide
  case power
  /// With the sign of the divisor, as Python's `%`.
  case remainder
  case minimum
  case maximum
  /// The angle of the point (second, first).
  case arcTangentOfRatio
  case hypotenuse
  case less
  case lessOrEqual
  case equal
  case notEqual
  case and
  case or
  /// The derivative of order `first` of the digamma function, at `second`.
  case polygamma
  /// x log(x/m) − x + m, which is 0 at x = m; NaN below 0.
  case deviance
  /// The lower incomplete gamma function of shape `first` at `second`, over the gamma function.
  case regularizedGamma
  /// 1 minus that, with all digits where it is tiny.
  case complementaryRegularizedGamma
  /// Where the regularized gamma function of shape `first` is `second`; NaN outside of 0…1.
  case gammaQuantile
  /// The least whole number up to which a Poisson distribution of rate `first` has probability `second`.
  case poissonQuantile

  /// Whether its values are true or false.
  package var isTruth: Bool {
    switch self {
    case .less, .lessOrEqual, .equal, .notEqual, .and, .or: true
    default: false
    }
  }

  /// Whether the order of the arguments does not matter, to the last bit.
  var isCommutative: Bool {
    switch self {
    case .add, .multiply, .equal, .notEqual, .and, .or: true
    default: false
    }
  }
}

/// The functions of three arguments; fused ones round once and come from the compiler alone.
package enum TernaryFunction: UInt16, CaseIterable, Hashable, Sendable {
  /// The second where the first is not 0, else the third.
  case select = 128
  /// a·b + c.
  case multiplyAdd
  /// a·b − c.
  case multiplySubtract
  /// c − a·b.
  case subtractProduct
  /// The regularized incomplete beta function of shapes a and b at x = c / (1 + c): given the odds, both
  /// x and 1 − x have all their digits.
  case regularizedBeta
  /// The odds at which the regularized beta function of shapes a and b is c; NaN outside of 0…1.
  case betaQuantile
  /// The least number of successes in a trials of chance b up to which they have probability c.
  case binomialQuantile
  /// The least number of failures before success number a, of chance b, up to which they have probability c.
  case negativeBinomialQuantile
}
