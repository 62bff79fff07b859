import Diagnostics
import MathCore
import TestSupport
import Testing

@Suite struct LinearSystemTests {
  private let regular = squareMatrices.filter {
    !["1 to 9", "rank 3 of 6 × 6", "Hilbert"].contains($0.name)
  }

  @Test func `A x = b and A inverse(A) = I`() throws {
    for (name, a) in regular {
      let n = a.shape[0]
      let b = Tensor.random(n, 3, seed: 5)
      expectEqual(product(a, try solve(a, b)), b, within: 1e-12, name)
      expectEqual(product(a, try inverse(a)), .identity(n), within: 1e-12, name)
      #expect(try solve(a, Tensor(b.column(0))).shape == [n])
    }
  }

  @Test(arguments: [2, 3, 6, 9])
  func `The inverse of Hilbert's matrix is the one of whole numbers`(_ n: Int) throws {
    // (−1)^(i+j) (i+j+1) C(n+i, n−j−1) C(n+j, n−i−1) C(i+j, i)², Choi 1983.
    let exact = Tensor(
      shape: [n, n],
      elements: (0..<n * n).map { place in
        let (i, j) = (Double(place / n), Double(place % n))
        let n = Double(n)
        let middle = binomialCoefficient(i + j, i)
        return (Int(i + j) % 2 == 0 ? 1 : -1) * (i + j + 1) * binomialCoefficient(n + i, n - j - 1)
          * binomialCoefficient(n + j, n - i - 1) * middle * middle
      })
    let condition = try MatrixNorm.columnSum.condition(of: hilbert(n))
    expectEqual(try inverse(hilbert(n)), exact, within: 1e-15 * condition)
  }

  @Test(
    arguments: [
      ([[0]], "rank 0 of 1"), ([[1, 2], [2, 4]], "rank 1 of 2"), ([[0, 0], [0, 0]], "rank 0 of 2"),
      ([[1, 2, 3], [4, 5, 6], [7, 8, 9]], "rank 2 of 3"), ([[0.1, 0.3], [0.2, 0.6]], "rank 1 of 2"),
      ([[1e-200, 2e-200], [2e-200, 4e-200]], "rank 1 of 2"),
    ] as [([[Double]], String)])
  func `A singular matrix is an error`(_ rows: [[Double]], _ rank: String) {
    let a = Tensor(rows: rows)
    let expected = "a: expected a matrix that has an inverse, found a singular one, of \(rank)"
    #expect(complaint { () throws(ArgumentError) in _ = try inverse(a) } == expected)
    #expect(
      complaint { () throws(ArgumentError) in _ = try solve(a, Tensor(Array(repeating: 1, count: rows.count)))
      }
        == expected)
    #expect((try? MatrixNorm.columnSum.condition(of: a)) == .infinity)
  }

  @Test func `Every random matrix of low rank is found singular, and no regular one`() throws {
    for n in 2...20 {
      for seed in 1...10 {
        let (low, full) = (
          Tensor.random(n, n, rank: n - 1, seed: UInt64(seed)), Tensor.random(n, n, seed: UInt64(seed))
        )
        #expect(throws: ArgumentError.self, "\(n), \(seed)") { try inverse(low) }
        #expect(try SingularValueDecomposition(of: low).rank == n - 1)
        #expect(try SingularValueDecomposition(of: full).rank == n)
        _ = try inverse(full)
      }
    }
  }

  @Test func `Units do not make a matrix singular`() throws {
    let (p, q, r) = (0x1p-100, 0x1p80, 0x1p60)
    let x = try solve(Tensor(rows: [[p, 2 * p * r], [3 * q, -q * r]]), Tensor([3 * p, 2 * q])).elements
    #expect(isClose(x[0], 1, within: 1e-15) && isClose(x[1], 1 / r, within: 1e-15))
    expectEqual(try inverse(diagonal([1e-300, 1e300])), diagonal([1e300, 1e-300]))
    let least = Double.leastNonzeroMagnitude
    #expect(try solve(diagonal([least, 1]), Tensor([least, 1])).elements == [1, 1])
  }

  @Test(arguments: squareMatrices)
  func `The determinant is the product of the eigenvalues`(_ name: String, _ a: Tensor) throws {
    let eigen = try GeneralEigen(of: a)
    let whole = zip(eigen.values, eigen.imaginary).reduce((1.0, 0.0)) { product, value in
      (product.0 * value.0 - product.1 * value.1, product.0 * value.1 + product.1 * value.0)
    }
    let determinant = try Determinant(of: a)
    // Hadamard's bound, in parts of which the errors are.
    let bound = a.rows.reduce(1.0) { bound, row in bound * row.reduce(0) { $0 + $1 * $1 }.squareRoot() }
    #expect(abs(determinant.value - whole.0) <= 1e-12 * max(bound, 1e-300), "\(determinant.value), \(whole)")
    #expect(abs(whole.1) <= 1e-12 * max(bound, 1e-300))
    if a.count != 9, !name.hasPrefix("rank"), determinant.value != 0 {
      #expect(
        isClose(
          determinant.logarithm, UnaryFunction.logarithm(abs(determinant.value)), within: 1e-12,
          absolute: 1e-13))
      #expect((determinant.value < 0) == (determinant.sign < 0))
    }
  }

  @Test func `Determinants of whole numbers are whole, and large ones have logarithms`() throws {
    #expect(try Determinant(of: Tensor(rows: [[1, 2], [3, 4]])).value == -2)
    #expect(try Determinant(of: Tensor(rows: [[1, 2, 3], [4, 5, 6], [7, 8, 9]])).value == 0)
    #expect(try Determinant(of: Tensor(shape: [0, 0], elements: [])).value == 1)
    let large = try Determinant(of: diagonal([Double](repeating: -1e200, count: 5)))
    #expect(large.value == -.infinity && large.sign == -1)
    #expect(isClose(large.logarithm, 1000 * 2.302585092994046, within: 1e-15))
    let zero = try Determinant(of: Tensor(repeating: 0, shape: [4, 4]))
    #expect(zero.value == 0 && zero.sign == 0 && zero.logarithm == -.infinity)
  }

  @Test(arguments: 1...4)
  func `Cofactors solve what elimination solves`(_ n: Int) throws {
    let (a, b) = (Tensor.random(n, n, seed: 3), Tensor.random(n, 2, seed: 4))
    expectEqual(
      Tensor(shape: [n, 2], elements: Cofactors.solve(a.elements, n, b.elements, width: 2)), try solve(a, b))
    expectEqual(Tensor(shape: [n, n], elements: Cofactors.inverse(a.elements, n)), try inverse(a))
    let lu = try LUDecomposition(of: a)
    let pivots = (0..<n).reduce(lu.sign) { $0 * lu.upper.elements[$1 * n + $1] }
    #expect(isClose(Cofactors.determinant(a.elements, n), pivots, within: 1e-13))
  }

  @Test(arguments: matrices)
  func `A A⁺ A = A, and both products are symmetric`(_ name: String, _ a: Tensor) throws {
    let inverse = try SingularValueDecomposition(of: a).pseudoInverse
    let condition = name == "Hilbert" ? 1e10 : 1e2
    expectEqual(product(a, inverse, a), a, within: 1e-14 * condition, name)
    expectEqual(product(inverse, a, inverse), inverse, within: 1e-14 * condition, name)
    for square in [product(a, inverse), product(inverse, a)] {
      expectEqual(square.transpose, square, within: 1e-14 * condition, name)
    }
  }

  @Test(arguments: matrices)
  func `Residuals are at right angles to all columns, and the solution to the null space`(
    _ name: String, _ a: Tensor
  ) throws {
    let b = Tensor.random(a.shape[0], 2, seed: 17)
    let found = try leastSquares(a, b)
    let norm = found.singularValues.first ?? 0
    let forces = product(a.transpose, found.residual)
    #expect(forces.elements.allSatisfy { abs($0) <= 1e-14 * Double(a.shape[0]) * norm }, "\(name)")
    expectEqual(BinaryFunction.add(found.fitted, found.residual), b, within: 1e-15, name)
    let solution = found.solution.elements.reduce(0) { max($0, abs($1)) }
    let difference = BinaryFunction.subtract(product(a, found.solution), found.fitted)
    #expect(difference.elements.allSatisfy { abs($0) <= 1e-14 * (10 + norm * solution) }, "\(name)")
    let null = try SingularValueDecomposition(of: a, full: true).nullSpace
    #expect(null.shape == [a.shape[1], a.shape[1] - found.rank])
    #expect(
      product(null.transpose, found.solution).elements.allSatisfy { abs($0) <= 1e-13 * solution }, "\(name)")
  }

  @Test(
    arguments: [
      (Tensor(repeating: 1, shape: [3]), "b: expected 2 elements, as a has rows, found 3"),
      (Tensor(repeating: 1, shape: [1, 2]), "b: expected 2 rows, as a has rows, found 1"),
      (Tensor(repeating: 1, shape: [2, 1, 1]), "b: expected a vector or a matrix, found 3 axes"),
      (Tensor(rows: [[1, 2], [3, .nan]]), "b: expected finite numbers, found nan in row 1"),
    ] as [(Tensor, String)])
  func `A right side has to fit`(_ b: Tensor, _ expected: String) {
    #expect(complaint { () throws(ArgumentError) in _ = try solve(.identity(2), b) } == expected)
    #expect(complaint { () throws(ArgumentError) in _ = try leastSquares(.identity(2), b) } == expected)
  }
}
