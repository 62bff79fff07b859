import Diagnostics
import MathCore
import TestSupport
import Testing

@Suite struct DecompositionTests {
  @Test(arguments: matrices)
  func `A = P L U, with multipliers up to 1`(_ name: String, _ a: Tensor) throws {
    let lu = try LUDecomposition(of: a)
    expectEqual(product(lu.permutation, lu.lower, lu.upper), a, within: 1e-13, name)
    #expect(lu.order.sorted() == Array(0..<a.shape[0]))
    for (i, row) in lu.lower.rows.enumerated() {
      for (j, number) in row.enumerated() {
        #expect(j < i ? abs(number) <= 1 : number == (i == j ? 1 : 0), "\(name)")
      }
    }
    for (i, row) in lu.upper.rows.enumerated() { #expect(row.prefix(i).allSatisfy { $0 == 0 }) }
  }

  @Test(arguments: matrices)
  func `A = Q R, Q'Q = I, and no diagonal number of R is negative`(_ name: String, _ a: Tensor) throws {
    let qr = try QRDecomposition(of: a)
    let (q, r) = (qr.orthogonal, qr.triangular)
    expectEqual(product(q, r), a, within: 1e-13, name)
    expectEqual(product(q.transpose, q), .identity(min(a.shape[0], a.shape[1])), within: 1e-13, name)
    for (i, row) in r.rows.enumerated() {
      #expect(row.prefix(i).allSatisfy { $0 == 0 } && row[i] >= 0, "\(name)")
    }
  }

  @Test(arguments: matrices, [false, true])
  func `A = U S V', with orthonormal vectors and descending values`(
    _ row: (name: String, matrix: Tensor), _ isFull: Bool
  ) throws {
    let a = row.matrix
    let svd = try SingularValueDecomposition(of: a, full: isFull)
    var s = Tensor(repeating: 0, shape: [svd.left.shape[1], svd.right.shape[0]])
    for (i, value) in svd.values.enumerated() { s.elements[i * s.shape[1] + i] = value }
    expectEqual(product(svd.left, s, svd.right), a, within: 1e-13, row.name)
    expectEqual(product(svd.left.transpose, svd.left), .identity(svd.left.shape[1]), within: 1e-13, row.name)
    expectEqual(
      product(svd.right, svd.right.transpose), .identity(svd.right.shape[0]), within: 1e-13, row.name)
    #expect(svd.values == svd.values.sorted(by: >) && svd.values.allSatisfy { $0 >= 0 })
    expectTurned(svd.right.rows, row.name)
    if isFull { #expect(svd.left.shape[0] == svd.left.shape[1] && svd.right.shape[0] == a.shape[1]) }
  }

  @Test(arguments: squareMatrices)
  func `A v = λ v for symmetric matrices, with orthonormal vectors`(_ name: String, _ square: Tensor) throws {
    let a = BinaryFunction.add(square, square.transpose)
    let eigen = try SymmetricEigen(of: a)
    let v = eigen.vectors
    expectEqual(product(a, v), product(v, diagonal(eigen.values)), within: 1e-13, name)
    expectEqual(product(v.transpose, v), .identity(a.shape[0]), within: 1e-13, name)
    #expect(eigen.values == eigen.values.sorted())
    expectTurned(v.columns, name)
  }

  @Test(arguments: squareMatrices)
  func `A v = λ v for all matrices, in real and imaginary parts`(_ name: String, _ a: Tensor) throws {
    let eigen = try GeneralEigen(of: a)
    let (re, im) = (eigen.vectors, eigen.imaginaryVectors)
    let (c, d) = (diagonal(eigen.values), diagonal(eigen.imaginary))
    expectEqual(product(a, re), BinaryFunction.subtract(product(re, c), product(im, d)), within: 1e-13, name)
    expectEqual(product(a, im), BinaryFunction.add(product(re, d), product(im, c)), within: 1e-13, name)
    for (x, y) in zip(re.columns, im.columns) {
      #expect(isClose(zip(x, y).reduce(0) { $0 + $1.0 * $1.0 + $1.1 * $1.1 }, 1, within: 1e-13), "\(name)")
      let sizes = zip(x, y).map { ($0 * $0 + $1 * $1).squareRoot() }
      let first = sizes.firstIndex { $0 >= (sizes.max() ?? 0) * (1 - 1e-8) } ?? 0
      #expect(x[first] > 0 && y[first] == 0, "\(name)")
    }
    for (i, j) in zip(0..., 1..<max(1, a.shape[0])) {
      #expect((eigen.values[i], eigen.imaginary[i]) <= (eigen.values[j], eigen.imaginary[j]))
    }
  }

  @Test(arguments: [1, 2, 3, 8, 30])
  func `L L' = A, and what is solved with it`(_ n: Int) throws {
    let b = Tensor.random(n, n, seed: UInt64(n))
    let a = BinaryFunction.add(product(b, b.transpose), .identity(n))
    let cholesky = try Cholesky(of: a)
    let l = cholesky.factor
    expectEqual(product(l, l.transpose), a)
    for (i, row) in l.rows.enumerated() { #expect(row[i] > 0 && row[(i + 1)...].allSatisfy { $0 == 0 }) }
    let right = Tensor.random(n, 1, seed: 99)
    expectEqual(
      product(a, Tensor(shape: [n, 1], elements: cholesky.solve(right.elements))), right, within: 1e-12)
    expectEqual(product(l, Tensor(shape: [n, 1], elements: cholesky.forward(right.elements))), right)
    let eigenvalues = try SymmetricEigen(of: a).values
    let logarithm = eigenvalues.reduce(0) { $0 + UnaryFunction.logarithm($1) }
    #expect(isClose(cholesky.logDeterminant, logarithm, within: 1e-12, absolute: 1e-12))
  }

  @Test func `A vector and its opposite are told apart by the first of the largest components`() throws {
    let eigen = try SymmetricEigen(of: Tensor(rows: [[2, 1], [1, 2]]))
    let r = 0.5.squareRoot()
    let negative = -r
    expectEqual(eigen.vectors, Tensor(rows: [[r, r], [negative, r]]))
    // What turns by a rounding error does not flip.
    for seed in 1...20 {
      let noise = Tensor.random(2, 2, seed: UInt64(seed))
      let matrix = Tensor(rows: [[2 + 1e-14 * noise.elements[0], 1], [1, 2 + 1e-14 * noise.elements[1]]])
      expectEqual(try SymmetricEigen(of: matrix).vectors, eigen.vectors)
    }
  }

  @Test(
    arguments: [
      ([[1, .nan]], "a: expected finite numbers, found nan in row 0, column 1"),
      ([[1], [-.infinity]], "a: expected finite numbers, found −∞ in row 1, column 0"),
    ] as [([[Double]], String)])
  func `Numbers that are not finite are refused`(_ rows: [[Double]], _ expected: String) {
    let a = Tensor(rows: rows)
    #expect(complaint { () throws(ArgumentError) in _ = try LUDecomposition(of: a) } == expected)
    #expect(complaint { () throws(ArgumentError) in _ = try QRDecomposition(of: a) } == expected)
    #expect(complaint { () throws(ArgumentError) in _ = try SingularValueDecomposition(of: a) } == expected)
    #expect(complaint { () throws(ArgumentError) in _ = try SymmetricEigen(of: a) } == expected)
    #expect(complaint { () throws(ArgumentError) in _ = try Cholesky(of: a) } == expected)
    #expect(complaint { () throws(ArgumentError) in _ = try GeneralEigen(of: a) } == expected)
  }

  @Test func `What is not symmetric, square or positive definite is said`() {
    let tilted = Tensor(rows: [[1, 2, 0], [2, 1, 3], [0, 4, 1]])
    let message = "a: expected a symmetric matrix, found 3 in row 1, column 2 but 4 in row 2, column 1"
    #expect(complaint { () throws(ArgumentError) in _ = try SymmetricEigen(of: tilted) } == message)
    #expect(complaint { () throws(ArgumentError) in _ = try Cholesky(of: tilted) } == message)
    let wide = Tensor.random(2, 3, seed: 1)
    let square = "a: expected a square matrix, found 2 × 3"
    #expect(complaint { () throws(ArgumentError) in _ = try SymmetricEigen(of: wide) } == square)
    #expect(complaint { () throws(ArgumentError) in _ = try GeneralEigen(of: wide) } == square)
    #expect(complaint { () throws(ArgumentError) in _ = try LinearSystem(wide) } == square)
    for (rows, block) in [
      ([[1, 2], [2, 1]], "its leading 2 × 2 block"), ([[0]], "its first element"),
      ([[1, 1], [1, 1]], "its leading 2 × 2 block"),
    ] as [([[Double]], String)] {
      #expect(
        complaint { () throws(ArgumentError) in _ = try Cholesky(of: Tensor(rows: rows)) }
          == "a: expected a positive definite matrix, found one where \(block) is not")
    }
  }
}

/// What is wrong with the arguments of a function, or nothing.
func complaint(_ body: () throws(ArgumentError) -> Void) -> String {
  do {
    try body()
    return ""
  } catch {
    return (error.argument.map { "\($0): " } ?? "") + error.message
  }
}
