internal import Glibc

/// Sums of probabilities of which only the logarithms are known: log Σᵢ exp(xᵢ) Aᵢⱼ for each j.
///
/// Multiplies plain numbers that are scaled by the largest, which is fast, and adds logarithms where so
/// little is left of a sum that small parts of it may have underflowed.
struct LogarithmicProduct {
  private let count: Int
  /// A by columns, and the logarithms of its elements.
  private let columns: [Double]
  private let logarithms: [Double]

  /// Sums over the rows of a square matrix, or over its columns if it is transposed.
  init(_ matrix: Tensor, transposed isTransposed: Bool) {
    count = matrix.shape[0]
    columns = (isTransposed ? matrix : matrix.transposed([1, 0])).elements
    logarithms = columns.map { log($0) }
  }

  /// The sums for the logarithms x.
  func callAsFunction(_ x: [Double]) -> [Double] {
    let top = x.max() ?? -.infinity
    guard top > -.infinity else { return x }
    let scaled = x.map { exp($0 - top) }
    return (0..<count).map { j in
      var sum = 0.0
      for i in 0..<count { sum += scaled[i] * columns[j * count + i] }
      // What is lost below 1e-308 is not seen beside this.
      if sum > 1e-280 { return top + log(sum) }
      return logarithmOfSum((0..<count).map { x[$0] + logarithms[j * count + $0] })
    }
  }
}

/// log Σ exp(xᵢ), which neither overflows nor underflows; −∞ for no numbers.
func logarithmOfSum(_ x: [Double]) -> Double {
  let top = x.max() ?? -.infinity
  guard top > -.infinity else { return -.infinity }
  return top + log(x.reduce(0) { $0 + exp($1 - top) })
}
