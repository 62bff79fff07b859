package import Diagnostics

/// The exponential I + A + A²/2! + … of a square matrix, right to about 2⁻⁵² ‖A‖₁ of its norm.
///
/// Throws where its numbers are too large. Source: Higham, "The scaling and squaring method for the matrix
/// exponential revisited" (2005), algorithm 2.3, without its preprocessing.
package func matrixExponential(
  _ matrix: Tensor, named name: String = "a"
) throws(ArgumentError) -> Tensor {
  let a = try matrix.checkedSquare(name)
  if a.count == 0 { return a }
  let norm = a.columnSumNorm
  var exponential: Tensor
  if let row = smallPadé.first(where: { norm <= $0.bound }) {
    exponential = try padé(a, lowOrderTerms(a, row.coefficients))
  } else {
    let squarings = squaringCount(norm: norm)
    let scale = Double(sign: .plus, exponent: -squarings, significand: 1)
    let scaled = BinaryFunction.multiply(Tensor(scale), a)
    exponential = try padé(scaled, highOrderTerms(scaled))
    for _ in 0..<squarings { exponential = .matrixProduct(exponential, exponential) }
  }
  guard exponential.elements.allSatisfy(\.isFinite) else {
    throw ArgumentError(
      name, "expected a matrix whose exponential is finite, found one of norm \(plain(norm))")
  }
  return exponential
}

/// About how many products of matrices of the size of A its exponential takes.
package func matrixExponentialProducts(_ matrix: Tensor) -> Int {
  8 + squaringCount(norm: matrix.columnSumNorm)
}

/// How often A is halved so that its norm is at most θ₁₃; at most 1023.
private func squaringCount(norm: Double) -> Int {
  let ratio = norm / 5.371920351148152
  return ratio > 1 ? min(1023, Int(ratio.nextDown.exponent) + 1) : 0
}

/// Up to which norm which degree is enough: θ of table 2.3, and the coefficients of (2.2) and (10.33).
private let smallPadé: [(bound: Double, coefficients: [Double])] = [
  (1.495585217958292e-2, [120, 60, 12, 1]),
  (2.539398330063230e-1, [30240, 15120, 3360, 420, 30, 1]),
  (9.504178996162932e-1, [17_297_280, 8_648_640, 1_995_840, 277200, 25200, 1512, 56, 1]),
  (
    2.097847961257068,
    [17_643_225_600, 8_821_612_800, 2_075_673_600, 302_702_400, 30_270_240, 2_162_160, 110880, 3960, 90, 1]
  ),
]

/// The coefficients of degree 13.
private let largePadé: [Double] = [
  64_764_752_532_480_000, 32_382_376_266_240_000, 7_771_770_303_897_600, 1_187_353_796_428_800,
  129_060_195_264_000, 10_559_470_521_600, 670_442_572_800, 33_522_128_640, 1_323_241_920, 40_840_800,
  960960, 16380, 182, 1,
]

/// The parts of the approximant (V − U)⁻¹ (V + U) with U = A times odd.
private typealias Terms = (odd: Tensor, even: Tensor)

private func padé(_ a: Tensor, _ terms: Terms) throws(ArgumentError) -> Tensor {
  let u = Tensor.matrixProduct(a, terms.odd)
  let system = try LinearSystem(BinaryFunction.subtract(terms.even, u))
  return try system.solve(BinaryFunction.add(terms.even, u))
}

private func lowOrderTerms(_ a: Tensor, _ b: [Double]) -> Terms {
  let square = Tensor.matrixProduct(a, a)
  var power = Tensor.identity(a.shape[0])
  var (odd, even) = (sum([(b[1], power)]), sum([(b[0], power)]))
  for k in stride(from: 2, to: b.count, by: 2) {
    power = .matrixProduct(power, square)
    (odd, even) = (sum([(1, odd), (b[k + 1], power)]), sum([(1, even), (b[k], power)]))
  }
  return (odd, even)
}

/// Six products instead of twelve, (10.33) of Higham's "Functions of matrices" (2008).
private func highOrderTerms(_ a: Tensor) -> Terms {
  let b = largePadé
  let a2 = Tensor.matrixProduct(a, a)
  let a4 = Tensor.matrixProduct(a2, a2)
  let a6 = Tensor.matrixProduct(a4, a2)
  let one = Tensor.identity(a.shape[0])
  func half(_ first: Int) -> Tensor {
    let high = Tensor.matrixProduct(a6, sum([(b[12 + first], a6), (b[10 + first], a4), (b[8 + first], a2)]))
    return sum([
      (1, high), (b[6 + first], a6), (b[4 + first], a4), (b[2 + first], a2), (b[first], one),
    ])
  }
  return (half(1), half(0))
}

/// The sum of multiples of matrices of equal shape.
private func sum(_ terms: [(factor: Double, matrix: Tensor)]) -> Tensor {
  var total = Tensor(repeating: 0, shape: terms[0].matrix.shape)
  for (factor, matrix) in terms {
    for i in total.elements.indices { total.elements[i] += factor * matrix.elements[i] }
  }
  return total
}
