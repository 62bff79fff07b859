import Foundation
import MathCore
import TestSupport
import Testing

/// The product of matrices one after another.
func product(_ matrices: Tensor...) -> Tensor {
  matrices.dropFirst().reduce(matrices[0]) { Tensor.matrixProduct($0, $1) }
}

/// A square matrix with numbers on its diagonal.
func diagonal(_ numbers: [Double]) -> Tensor {
  var matrix = Tensor(repeating: 0, shape: [numbers.count, numbers.count])
  for (i, number) in numbers.enumerated() { matrix.elements[i * numbers.count + i] = number }
  return matrix
}

/// Expects equal shapes, and elements that differ by less than a part of the largest.
func expectEqual(
  _ actual: Tensor, _ expected: Tensor, within tolerance: Double = 1e-13, _ what: String = "",
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(actual.shape == expected.shape, "\(what)", sourceLocation: sourceLocation)
  guard actual.shape == expected.shape else { return }
  let size = expected.elements.reduce(0) { max($0, abs($1)) }
  let distance = zip(actual.elements, expected.elements).reduce(0) { max($0, abs($1.0 - $1.1)) }
  #expect(
    distance <= tolerance * size && actual.elements.allSatisfy(\.isFinite), "\(what) off by \(distance)",
    sourceLocation: sourceLocation)
}

/// Expects the rule of `SignRule` of every vector.
func expectTurned(
  _ vectors: [[Double]], _ what: String = "", sourceLocation: SourceLocation = #_sourceLocation
) {
  for vector in vectors {
    let largest = vector.reduce(0) { max($0, abs($1)) }
    let first = vector.first { abs($0) >= largest * (1 - 1e-8) }
    #expect((first ?? 1) >= 0, "\(what) \(vector)", sourceLocation: sourceLocation)
  }
}

extension Tensor {
  /// The rows of a matrix.
  var rows: [[Double]] { (0..<shape[0]).map { Array(elements[$0 * shape[1]..<($0 + 1) * shape[1]]) } }
  /// The columns of a matrix.
  var columns: [[Double]] { (0..<shape[1]).map { column($0) } }

  /// A matrix of its rows.
  init(rows: [[Double]]) {
    self.init(shape: [rows.count, rows.first?.count ?? 0], elements: rows.flatMap { $0 })
  }

  /// Numbers between −1 and 1.
  static func random(_ m: Int, _ n: Int, seed: UInt64) -> Tensor {
    var generator = SplitMix64(seed: seed)
    return Tensor(
      shape: [m, n], elements: (0..<m * n).map { _ in Double.random(in: -1...1, using: &generator) })
  }

  /// The product of a tall and a wide random matrix.
  static func random(_ m: Int, _ n: Int, rank: Int, seed: UInt64) -> Tensor {
    product(random(m, rank, seed: seed), random(rank, n, seed: seed &+ 1))
  }
}

/// Matrices of many shapes: empty, single, square, tall, wide, of lower rank, badly scaled.
let matrices: [(name: String, matrix: Tensor)] = randomMatrices + namedMatrices

private let randomMatrices: [(name: String, matrix: Tensor)] = {
  let shapes: [(Int, Int)] = [
    (0, 0), (0, 3), (3, 0), (1, 1), (2, 2), (3, 3), (5, 5), (12, 12), (40, 40), (7, 3), (3, 7), (50, 4),
    (1, 6),
  ]
  return shapes.map { ("\($0) × \($1)", Tensor.random($0, $1, seed: UInt64($0 * 100 + $1))) }
}()

private let namedMatrices: [(name: String, matrix: Tensor)] = [
  ("zeros", Tensor(repeating: 0, shape: [3, 4])), ("identity", .identity(4)),
  ("rank 2 of 5 × 4", .random(5, 4, rank: 2, seed: 7)), ("rank 3 of 6 × 6", .random(6, 6, rank: 3, seed: 8)),
  ("1 to 9", Tensor(rows: [[1, 2, 3], [4, 5, 6], [7, 8, 9]])),
  ("rotation", Tensor(rows: [[0, -1], [1, 0]])),
  ("shear", Tensor(rows: [[1, 1], [0, 1]])), ("reflection", Tensor(rows: [[0, 1], [1, 0]])),
  ("Hilbert", hilbert(8)), ("large", Tensor(rows: [[3e150, 1e150], [1e150, 2e150]])),
  ("small", Tensor(rows: [[3e-150, 1e-150], [1e-150, 2e-150]])),
]

/// The matrix of 1 / (i + j + 1), which is hard to invert.
func hilbert(_ n: Int) -> Tensor {
  Tensor(shape: [n, n], elements: (0..<n * n).map { 1 / Double($0 / n + $0 % n + 1) })
}

/// Those with as many rows as columns.
let squareMatrices = matrices.filter { $0.matrix.shape[0] == $0.matrix.shape[1] }
