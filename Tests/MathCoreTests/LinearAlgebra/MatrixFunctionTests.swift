import Diagnostics
import MathCore
import TestSupport
import Testing

@Suite struct MatrixFunctionTests {
  @Test(arguments: [(1, 0.01), (3, 0.1), (4, 0.5), (5, 1), (6, 3), (3, 20), (2, 200), (12, 1)])
  func `expm(A) expm(−A) = I`(_ n: Int, _ size: Double) throws {
    let random = Tensor.random(n, n, seed: UInt64(n))
    // Turned by a skew part, so that both are of moderate size.
    let a = BinaryFunction.multiply(Tensor(size), BinaryFunction.subtract(random, random.transpose))
    let minus = BinaryFunction.multiply(Tensor(-1), a)
    let identity = product(try matrixExponential(a), try matrixExponential(minus))
    expectEqual(identity, .identity(n), within: 1e-14 * max(1, a.columnSumNorm))
  }

  @Test func `expm has closed forms`() throws {
    let scalar = try matrixExponential(Tensor(rows: [[-3]])).elements[0]
    #expect(isClose(scalar, UnaryFunction.exponential(-3), within: 1e-14))
    for angle in [1e-8, 1e-3, 0.2, 0.7, 2, 5, 100] {
      let (c, s) = (UnaryFunction.cosine(angle), UnaryFunction.sine(angle))
      let turned = try matrixExponential(Tensor(rows: [[0, -angle], [angle, 0]]))
      expectEqual(turned, Tensor(rows: [[c, -s], [s, c]]), within: 1e-15 * max(10, angle))
    }
    // A nilpotent matrix: the series ends.
    let a = Tensor(rows: [[0, 6, 0], [0, 0, 1], [0, 0, 0]])
    expectEqual(try matrixExponential(a), Tensor(rows: [[1, 6, 3], [0, 1, 1], [0, 0, 1]]), within: 1e-15)
    expectEqual(try matrixExponential(diagonal([-1e5, 0])), diagonal([0, 1]), within: 1e-11)
    // By eigenvalues and vectors of a symmetric matrix.
    let random = Tensor.random(8, 8, seed: 2)
    let symmetric = BinaryFunction.add(random, random.transpose)
    let eigen = try SymmetricEigen(of: symmetric)
    let exponentials = eigen.values.map { UnaryFunction.exponential($0) }
    expectEqual(
      try matrixExponential(symmetric),
      product(eigen.vectors, diagonal(exponentials), eigen.vectors.transpose))
  }

  @Test(arguments: [[[1000.0]], [[1e308, 1e308], [1e308, 1e308]], [[0, 1e300], [1e300, 0]]])
  func `An exponential that is too large is an error`(_ rows: [[Double]]) {
    let message = complaint { () throws(ArgumentError) in _ = try matrixExponential(Tensor(rows: rows)) }
    #expect(message.hasPrefix("a: expected a matrix whose exponential is finite, found one of norm"))
  }

  @Test(arguments: matrices)
  func `Norms bound one another`(_ name: String, _ a: Tensor) throws {
    let (spectral, nuclear) = (try MatrixNorm.spectral(a), try MatrixNorm.nuclear(a))
    let frobenius = try MatrixNorm.frobenius(a)
    let (column, row) = (try MatrixNorm.columnSum(a), try MatrixNorm.rowSum(a))
    let rank = Double(try SingularValueDecomposition(of: a).rank)
    let slack = 1 + 1e-12
    #expect(spectral <= frobenius * slack && frobenius <= nuclear * slack, "\(name)")
    #expect(nuclear <= rank.squareRoot() * frobenius * slack, "\(name)")
    #expect(spectral <= (column.squareRoot() * row.squareRoot()) * slack, "\(name)")
    let sum = a.elements.reduce(0) { $0 + $1 * $1 }
    if sum > 1e-200, sum < 1e200 { #expect(isClose(frobenius, sum.squareRoot(), within: 1e-14)) }
  }

  @Test func `Condition numbers have closed forms`() throws {
    let a = Tensor(rows: [[1, 2], [3, 4]])
    // ‖A‖₁ = 6, ‖A⁻¹‖₁ = 3.5; ‖A‖∞ = 7, ‖A⁻¹‖∞ = 3; ‖A‖F = √30, ‖A⁻¹‖F = √30 / 2.
    #expect(isClose(try MatrixNorm.columnSum.condition(of: a), 21, within: 1e-14))
    #expect(isClose(try MatrixNorm.rowSum.condition(of: a), 21, within: 1e-14))
    #expect(isClose(try MatrixNorm.frobenius.condition(of: a), 15, within: 1e-14))
    // σ² are the roots of x² − 30 x + 4.
    let ratio = (15 + 221.0.squareRoot()) / 2
    #expect(isClose(try MatrixNorm.spectral.condition(of: a), ratio, within: 1e-14))
    #expect(try MatrixNorm.spectral.condition(of: Tensor(repeating: 0, shape: [2, 3])) == .infinity)
    #expect(isClose(try MatrixNorm.spectral.condition(of: hilbert(8)), 15_257_575_538.0725, within: 1e-6))
    #expect(isClose(try MatrixNorm.frobenius(diagonal([3e200, 4e200])), 5e200, within: 1e-15))
    let message = complaint { () throws(ArgumentError) in
      _ = try MatrixNorm.spectral.condition(of: Tensor(repeating: 0, shape: [0, 3]))
    }
    #expect(message == "a: expected at least one element, found none")
  }

  @Test(arguments: matrices)
  func `Column space and null space are orthonormal and complete`(_ name: String, _ a: Tensor) throws {
    let svd = try SingularValueDecomposition(of: a, full: true)
    let (range, null) = (svd.columnSpace, svd.nullSpace)
    #expect(range.shape[1] + null.shape[1] == a.shape[1], "\(name)")
    expectEqual(product(range.transpose, range), .identity(svd.rank))
    expectEqual(product(null.transpose, null), .identity(a.shape[1] - svd.rank))
    expectEqual(product(range, range.transpose, a), a, within: 1e-13, name)
    let size = svd.values.first ?? 0
    #expect(product(a, null).elements.allSatisfy { abs($0) <= 1e-13 * size }, "\(name)")
    expectTurned(range.columns + null.columns, name)
  }

  @Test(arguments: matrices.filter { $0.matrix.shape[0] >= $0.matrix.shape[1] && $0.matrix.count > 0 })
  func `Gram and Schmidt agree with Householder, and their steps add up`(
    _ name: String, _ a: Tensor
  ) throws {
    let svd = try SingularValueDecomposition(of: a)
    guard svd.rank == a.shape[1] else {
      #expect(throws: ArgumentError.self, "\(name)") { try GramSchmidt(of: a) }
      return
    }
    let (process, qr) = (try GramSchmidt(of: a), try QRDecomposition(of: a))
    let condition = svd.values[0] / svd.values[svd.values.count - 1]
    expectEqual(process.orthonormal, qr.orthogonal, within: 1e-14 * condition, name)
    expectEqual(process.triangular, qr.triangular, within: 1e-13, name)
    expectEqual(
      product(process.orthonormal.transpose, process.orthonormal), .identity(a.shape[1]), within: 1e-14, name)
    // Each column is what is left of it and all that was subtracted.
    var sums = process.orthogonal
    let (m, n) = (a.shape[0], a.shape[1])
    for (place, part) in process.projections.elements.enumerated() {
      sums.elements[place % m * n + place / m / n] += part
    }
    expectEqual(sums, a, within: 1e-14, name)
  }

  @Test(
    arguments: [
      (
        [[1, 2], [2, 4]], "a: expected independent columns, but column 1 is a combination of those before it"
      ),
      ([[1, 0], [2, 0]], "a: expected independent columns, but column 1 is zero"),
      (
        [[1, 0, 1], [0, 1, 1]],
        "a: expected independent columns, but column 2 is a combination of those before it"
      ),
      (
        [[0.1, 0.3], [0.7, 2.1]],
        "a: expected independent columns, but column 1 is a combination of those before it"
      ),
    ] as [([[Double]], String)])
  func `Dependent columns have no process`(_ rows: [[Double]], _ expected: String) {
    #expect(complaint { () throws(ArgumentError) in _ = try GramSchmidt(of: Tensor(rows: rows)) } == expected)
  }

  @Test(arguments: matrices.filter { $0.matrix.shape[0] > 0 })
  func `A projection is idempotent, and what it leaves is at right angles`(
    _ name: String, _ a: Tensor
  ) throws {
    let m = a.shape[0]
    let p = try projection(.identity(m), ontoColumnsOf: a)
    expectEqual(product(p, p), p, within: 1e-13, name)
    expectEqual(p.transpose, p, within: 1e-14, name)
    expectEqual(product(p, a), a, within: 1e-13, name)
    let b = Tensor.random(m, 1, seed: 3)
    expectEqual(
      try projection(Tensor(b.elements), ontoColumnsOf: a).reshaped(to: [m, 1]), product(p, b), within: 1e-13)
  }

  @Test func `Distances are metrics`() throws {
    let x = Tensor(rows: [[0, 0], [3, 4], [-1, 1]])
    let expected: [(Metric, [Double])] = [
      (.euclidean, [0, 5, 2.0.squareRoot(), 5, 0, 5, 2.0.squareRoot(), 5, 0]),
      (.manhattan, [0, 7, 2, 7, 0, 7, 2, 7, 0]), (.chebyshev, [0, 4, 1, 4, 0, 4, 1, 4, 0]),
    ]
    for (metric, numbers) in expected { #expect(try distances(x, x, metric).elements == numbers) }
    let cosines = try distances(x, x, .cosine)
    #expect(cosines.elements.prefix(3).allSatisfy { $0.isNaN })
    #expect(isClose(cosines.elements[5], 1 - 1 / (5 * 2.0.squareRoot()), within: 1e-15))
    #expect(try distances(Tensor(repeating: 0, shape: [0, 2]), x, .euclidean).shape == [0, 3])
    #expect(
      complaint { () throws(ArgumentError) in
        _ = try distances(x, Tensor(repeating: 0, shape: [1, 3]), .euclidean)
      }
        == "Y: expected 2 columns, as X has, found 3")
  }
}
