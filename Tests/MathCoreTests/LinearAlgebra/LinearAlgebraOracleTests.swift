import MathCore
import TestSupport
import Testing

/// What NumPy and SciPy computed of random matrices, by name.
private struct Oracle: Decodable {
  var cases: [[String: OracleTensor]]
}

/// A number, a list of them, or a list of lists.
private struct OracleTensor: Decodable {
  var tensor: Tensor

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let number = try? container.decode(Double.self) {
      tensor = Tensor(number)
    } else if let numbers = try? container.decode([Double].self) {
      tensor = Tensor(numbers)
    } else {
      tensor = Tensor(rows: try container.decode([[Double]].self))
    }
  }
}

@Suite struct LinearAlgebraOracleTests {
  /// What MathCore says to each name of the oracle.
  private func answers(_ row: [String: Tensor]) throws -> [String: Tensor] {
    func given(_ name: String) throws -> Tensor { try #require(row[name]) }
    let (a, b, tall, vector) = (try given("A"), try given("B"), try given("R"), try given("b"))
    let column = vector.reshaped(to: [vector.count, 1])
    let (first, second) = (Tensor(rows: [a.rows[0]]), Tensor(rows: [b.rows[0]]))
    let eigen = try GeneralEigen(of: a)
    let n = a.shape[0]
    return [
      "A@B": product(a, b), "det": Tensor(try Determinant(of: a).value), "inverse": try inverse(a),
      "solve": try solve(a, vector),
      "trace": Tensor((0..<n).reduce(0) { $0 + a.elements[$1 * n + $1] }),
      "rank_AxB": Tensor(Double(try SingularValueDecomposition(of: product(a, b)).rank)),
      "symmetric_eigenvalues_ascending": Tensor(try SymmetricEigen(of: try given("symmetric")).values),
      "eigenvalues": Tensor(rows: zip(eigen.values, eigen.imaginary).map { [$0, $1] }),
      "singular_values": Tensor(try SingularValueDecomposition(of: tall).values),
      "least_squares": try leastSquares(tall, try given("least_squares_rhs")).solution,
      "norm1_b": Tensor(try MatrixNorm.columnSum(column)),
      "norm2_b": Tensor(try MatrixNorm.frobenius(column)),
      "norminf_b": Tensor(try MatrixNorm.rowSum(column)),
      "frobenius_A": Tensor(try MatrixNorm.frobenius(a)), "spectral_A": Tensor(try MatrixNorm.spectral(a)),
      "dot": product(first, second.transpose).reshaped(to: []),
      "cosine": Tensor(1 - (try distances(first, second, .cosine)).elements[0]),
      "projection_of_A0_on_B0": try projection(Tensor(a.rows[0]), ontoColumnsOf: second.transpose),
      "expm": try matrixExponential(a),
    ]
  }

  @Test func `Every number of NumPy and SciPy is met to ten digits`() throws {
    let given: Set = ["A", "B", "b", "symmetric", "R", "least_squares_rhs"]
    let cases = try oracle("linear_algebra.json", as: Oracle.self).cases
    #expect(cases.count == 3)
    for row in cases {
      let found = try answers(row.mapValues(\.tensor))
      #expect(given.union(found.keys) == Set(row.keys))
      for (name, actual) in found {
        let expected = try #require(row[name]).tensor
        #expect(actual.shape == expected.shape, "\(name)")
        for (x, y) in zip(actual.elements, expected.elements) {
          #expect(isClose(x, y, within: 1e-10), "\(name): \(x), \(y)")
        }
      }
    }
  }
}
