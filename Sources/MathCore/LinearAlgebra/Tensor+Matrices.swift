internal import Diagnostics

extension Tensor {
  /// The n × n matrix with ones on its diagonal.
  package static func identity(_ n: Int) -> Tensor {
    var matrix = Tensor(repeating: 0, shape: [n, n])
    for i in 0..<n { matrix.elements[i * n + i] = 1 }
    return matrix
  }

  /// A matrix with rows and columns exchanged.
  package var transpose: Tensor { transposed([1, 0]) }

  /// A column of a matrix.
  package func column(_ j: Int) -> [Double] {
    (0..<shape[0]).map { elements[$0 * shape[1] + j] }
  }

  /// The matrix itself, if it is one and all of its numbers are finite.
  func checkedMatrix(_ name: String) throws(ArgumentError) -> Tensor {
    guard rank == 2 else { throw ArgumentError(name, "expected a matrix, found \(rank) axes") }
    if let place = elements.firstIndex(where: { !$0.isFinite }) {
      let (row, column) = place.quotientAndRemainder(dividingBy: shape[1])
      throw ArgumentError(
        name, "expected finite numbers, found \(plain(elements[place])) in row \(row), column \(column)")
    }
    return self
  }

  /// The matrix itself, if it is square and all of its numbers are finite.
  func checkedSquare(_ name: String) throws(ArgumentError) -> Tensor {
    let matrix = try checkedMatrix(name)
    guard shape[0] == shape[1] else {
      throw ArgumentError(name, "expected a square matrix, found \(shape[0]) × \(shape[1])")
    }
    return matrix
  }

  /// The matrix, made exactly symmetric, if it is so but for rounding: opposite elements differ by at most
  /// 1e-8 of the largest one.
  func checkedSymmetric(_ name: String) throws(ArgumentError) -> Tensor {
    var matrix = try checkedSquare(name)
    let n = shape[0]
    let tolerance = 1e-8 * largestSize
    for i in 0..<n {
      for j in 0..<i {
        let (low, high) = (elements[i * n + j], elements[j * n + i])
        if low == high { continue }
        guard abs(low - high) <= tolerance else {
          throw ArgumentError(
            name,
            "expected a symmetric matrix, found \(plain(high)) in row \(j), column \(i) but \(plain(low)) in row "
              + "\(i), column \(j)")
        }
        let mean = 0.5 * low + 0.5 * high
        (matrix.elements[i * n + j], matrix.elements[j * n + i]) = (mean, mean)
      }
    }
    return matrix
  }

  /// The largest absolute value; 0 if there are no elements.
  var largestSize: Double { elements.reduce(0) { max($0, abs($1)) } }

  /// The largest sum of absolute values in a column, ‖A‖₁.
  package var columnSumNorm: Double { transpose.rowSumNorm }

  /// The largest sum of absolute values in a row, ‖A‖∞.
  package var rowSumNorm: Double {
    (0..<shape[0]).reduce(0) { largest, row in
      max(largest, elements[row * shape[1]..<(row + 1) * shape[1]].reduce(0) { $0 + abs($1) })
    }
  }
}
