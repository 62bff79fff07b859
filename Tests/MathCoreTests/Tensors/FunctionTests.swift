import Glibc
import Kernels
import MathCore
import TestSupport
import Testing

/// A kernel function with the C library's, which is another program by other people.
struct ReferencePair: Sendable, CustomTestStringConvertible {
  var function: UnaryFunction
  var operation: kernel_operation
  var range: ClosedRange<Double>
  var reference: @Sendable (Double) -> Double
  var testDescription: String { "\(function)" }

  init(
    _ function: UnaryFunction, _ operation: kernel_operation, _ range: ClosedRange<Double>,
    _ reference: @escaping @Sendable (Double) -> Double
  ) {
    self.function = function
    self.operation = operation
    self.range = range
    self.reference = reference
  }

  static let all: [ReferencePair] = [
    ReferencePair(.negate, KERNEL_NEGATE, -9...9) { 0 - $0 },
    ReferencePair(.absolute, KERNEL_ABSOLUTE, -9...9) { fabs($0) },
    ReferencePair(.sign, KERNEL_SIGN, -9...9) { $0 > 0 ? 1 : $0 < 0 ? -1 : $0 },
    ReferencePair(.floor, KERNEL_FLOOR, -9...9) { floor($0) },
    ReferencePair(.ceiling, KERNEL_CEILING, -9...9) { ceil($0) },
    ReferencePair(.round, KERNEL_ROUND, -9...9) { rint($0) },
    ReferencePair(.truncate, KERNEL_TRUNCATE, -9...9) { trunc($0) },
    ReferencePair(.squareRoot, KERNEL_SQUARE_ROOT, 0...1e9) { sqrt($0) },
    ReferencePair(.cubeRoot, KERNEL_CUBE_ROOT, -1e9...1e9) { cbrt($0) },
    ReferencePair(.sine, KERNEL_SINE, -50...50) { sin($0) },
    ReferencePair(.cosine, KERNEL_COSINE, -1e6...1e6) { cos($0) },
    ReferencePair(.tangent, KERNEL_TANGENT, -50...50) { tan($0) },
    ReferencePair(.arcSine, KERNEL_ARC_SINE, -1...1) { asin($0) },
    ReferencePair(.arcCosine, KERNEL_ARC_COSINE, -1...1) { acos($0) },
    ReferencePair(.arcTangent, KERNEL_ARC_TANGENT, -50...50) { atan($0) },
    ReferencePair(.hyperbolicSine, KERNEL_HYPERBOLIC_SINE, -50...50) { sinh($0) },
    ReferencePair(.hyperbolicCosine, KERNEL_HYPERBOLIC_COSINE, -50...50) { cosh($0) },
    ReferencePair(.hyperbolicTangent, KERNEL_HYPERBOLIC_TANGENT, -5...5) { tanh($0) },
    ReferencePair(.areaSine, KERNEL_AREA_SINE, -50...50) { asinh($0) },
    ReferencePair(.areaCosine, KERNEL_AREA_COSINE, 1...50) { acosh($0) },
    ReferencePair(.areaTangent, KERNEL_AREA_TANGENT, -1...1) { atanh($0) },
    ReferencePair(.exponential, KERNEL_EXPONENTIAL, -700...700) { exp($0) },
    ReferencePair(.exponentialMinusOne, KERNEL_EXPONENTIAL_MINUS_ONE, -2...2) { expm1($0) },
    ReferencePair(.powerOfTwo, KERNEL_POWER_OF_TWO, -1000...1000) { exp2($0) },
    ReferencePair(.logarithm, KERNEL_LOGARITHM, 0...1e9) { log($0) },
    ReferencePair(.logarithmOfOnePlus, KERNEL_LOGARITHM_OF_ONE_PLUS, -0.9...2) { log1p($0) },
    ReferencePair(.binaryLogarithm, KERNEL_BINARY_LOGARITHM, 0...1e9) { log2($0) },
    ReferencePair(.decimalLogarithm, KERNEL_DECIMAL_LOGARITHM, 0...1e9) { log10($0) },
    ReferencePair(.errorFunction, KERNEL_ERROR_FUNCTION, -4...4) { erf($0) },
    ReferencePair(.complementaryErrorFunction, KERNEL_COMPLEMENTARY_ERROR_FUNCTION, -4...25) { erfc($0) },
    ReferencePair(.logarithmOfGamma, KERNEL_LOGARITHM_OF_GAMMA, 3...150) { lgamma($0) },
    ReferencePair(.gamma, KERNEL_GAMMA, 0.1...150) { tgamma($0) },
    // Differences of a function that the C library has.
    ReferencePair(.digamma, KERNEL_DIGAMMA, 2...50) { x in
      let h = 1e-2
      let near = (lgamma(x + h) - lgamma(x - h)) / (2 * h)
      let far = (lgamma(x + 2 * h) - lgamma(x - 2 * h)) / (4 * h)
      return near + (near - far) / 3
    },
    ReferencePair(.sigmoid, KERNEL_SIGMOID, -700...700) { 1 / (1 + exp(-$0)) },
    ReferencePair(.softplus, KERNEL_SOFTPLUS, -30...30) { log1p(exp($0)) },
    ReferencePair(.not, KERNEL_NOT, -1...1) { $0 == 0 ? 1 : 0 },
    ReferencePair(.isFinite, KERNEL_IS_FINITE, -1...1) { $0.isFinite ? 1 : 0 },
    ReferencePair(.hyperbolicSecantSquared, KERNEL_HYPERBOLIC_SECANT_SQUARED, -300...300) {
      1 / (cosh($0) * cosh($0))
    },
    ReferencePair(.isNaN, KERNEL_IS_NAN, -1...1) { $0.isNaN ? 1 : 0 },
  ]

  /// Units in the last place, nearly: how close to the C library a function has to be.
  var tolerance: Double {
    switch function {
    case .digamma: 1e-6
    case .hyperbolicSecantSquared: 2e-15
    default: 6e-16
    }
  }
}

@Suite struct FunctionTests {
  @Test(arguments: ReferencePair.all)
  func `A function is the kernel of its name and agrees with the C library`(_ pair: ReferencePair) {
    #expect(UInt32(pair.function.rawValue) == pair.operation.rawValue)
    var random = SplitMix64(seed: 7)
    for _ in 0..<500 {
      let x = Double.random(in: pair.range, using: &random)
      let (found, expected) = (pair.function(x), pair.reference(x))
      #expect(
        isClose(found, expected, within: pair.tolerance, absolute: 1e-300), "\(x): \(found), \(expected)")
    }
  }

  @Test func `Every function has a reference, or an inverse that is tested`() {
    let known = ReferencePair.all.map(\.function) + [.normalQuantile, .stirlingError, .stirlingSlope]
    #expect(Set(known) == Set(UnaryFunction.allCases))
  }

  @Test func `The normal quantile inverts the distribution function in both tails`() {
    for x in stride(from: -37.0, through: 5, by: 0.37) {
      let p = 0.5 * erfc(-x / 2.0.squareRoot())
      #expect(isClose(UnaryFunction.normalQuantile(p), x, within: 1e-10, absolute: 1e-13))
    }
    #expect(UnaryFunction.normalQuantile(0) == -.infinity)
    #expect(UnaryFunction.normalQuantile(1) == .infinity)
    #expect(UnaryFunction.normalQuantile(-0.1).isNaN)
  }

  @Test(arguments: [
    (BinaryFunction.add, KERNEL_ADD), (.subtract, KERNEL_SUBTRACT), (.multiply, KERNEL_MULTIPLY),
    (.divide, KERNEL_DIVIDE), (.power, KERNEL_POWER), (.remainder, KERNEL_REMAINDER),
    (.minimum, KERNEL_MINIMUM), (.maximum, KERNEL_MAXIMUM),
    (.arcTangentOfRatio, KERNEL_ARC_TANGENT_OF_RATIO), (.hypotenuse, KERNEL_HYPOTENUSE),
    (.less, KERNEL_LESS), (.lessOrEqual, KERNEL_LESS_OR_EQUAL), (.equal, KERNEL_EQUAL),
    (.notEqual, KERNEL_NOT_EQUAL), (.and, KERNEL_AND), (.or, KERNEL_OR),
    (.polygamma, KERNEL_POLYGAMMA),
  ])
  func `A function of two numbers is the kernel of its name`(
    _ function: BinaryFunction, _ operation: kernel_operation
  ) {
    #expect(UInt32(function.rawValue) == operation.rawValue)
  }

  @Test func `Functions of two numbers agree with the C library`() {
    var random = SplitMix64(seed: 8)
    for _ in 0..<500 {
      let x = Double.random(in: -9...9, using: &random)
      let y = Double.random(in: -9...9, using: &random)
      #expect(isClose(BinaryFunction.power(abs(x), y), pow(abs(x), y), within: 6e-16))
      #expect(isClose(BinaryFunction.arcTangentOfRatio(y, x), atan2(y, x), within: 6e-16))
      #expect(isClose(BinaryFunction.hypotenuse(x, y), hypot(x, y), within: 4e-16))
      let remainder = x - y * floor(x / y)
      #expect(isClose(BinaryFunction.remainder(x, y), remainder, within: 1e-12, absolute: 1e-14))
    }
    // Abramowitz and Stegun, table 6.2: ψ'(1) = π²/6; ψ''(1) = −2 ζ(3).
    #expect(isClose(BinaryFunction.polygamma(1, 1), .pi * .pi / 6, within: 1e-14))
    #expect(isClose(BinaryFunction.polygamma(2, 1), -2.404113806319188570800, within: 1e-14))
  }

  @Test func `Edge cases are those of NumPy`() {
    let (inf, nan) = (Double.infinity, Double.nan)
    #expect(BinaryFunction.divide(1, -0.0) == -inf)
    #expect(BinaryFunction.divide(0, 0).isNaN)
    #expect(BinaryFunction.maximum(nan, 1).isNaN && BinaryFunction.maximum(1, nan).isNaN)
    #expect(BinaryFunction.minimum(nan, 1).isNaN && BinaryFunction.minimum(1, nan).isNaN)
    #expect(BinaryFunction.power(0, 0) == 1 && BinaryFunction.power(nan, 0) == 1)
    #expect(BinaryFunction.power(-8, 1.0 / 3).isNaN && BinaryFunction.power(-2, 5) == -32)
    #expect(BinaryFunction.remainder(-7, 3) == 2 && BinaryFunction.remainder(7, -3) == -2)
    #expect(UnaryFunction.logarithm(0) == -inf && UnaryFunction.logarithm(-1).isNaN)
    #expect(UnaryFunction.exponential(-inf) == 0 && UnaryFunction.exponential(800) == inf)
    #expect(UnaryFunction.squareRoot(-0.0).sign == .minus && UnaryFunction.sine(inf).isNaN)
    #expect(UnaryFunction.sign(-0.0).sign == .minus && UnaryFunction.sign(nan).isNaN)
    #expect(UnaryFunction.round(2.5) == 2 && UnaryFunction.round(-1.5) == -2)
    #expect(UnaryFunction.softplus(1000) == 1000 && UnaryFunction.softplus(-800) == 0)
    #expect(UnaryFunction.sigmoid(-inf) == 0 && UnaryFunction.sigmoid(inf) == 1)
    #expect(UnaryFunction.digamma(-2).isNaN)
  }
}
