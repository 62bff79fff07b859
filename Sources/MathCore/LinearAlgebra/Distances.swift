package import Diagnostics

/// How far apart two vectors are.
package enum Metric: String, CaseIterable, Sendable {
  /// The root of the sum of squared differences.
  case euclidean
  /// The sum of absolute differences.
  case manhattan
  /// The largest absolute difference.
  case chebyshev
  /// 1 minus the cosine of the angle between them; NaN if one of them is zero.
  case cosine

  /// The distance of two vectors of equal length.
  package func callAsFunction(
    _ a: UnsafeBufferPointer<Double>, _ b: UnsafeBufferPointer<Double>
  ) -> Double {
    var (first, second, third) = (0.0, 0.0, 0.0)
    switch self {
    case .euclidean:
      for i in a.indices { first += (a[i] - b[i]) * (a[i] - b[i]) }
      return first.squareRoot()
    case .manhattan:
      for i in a.indices { first += abs(a[i] - b[i]) }
      return first
    case .chebyshev:
      for i in a.indices { first = max(first, abs(a[i] - b[i])) }
      return first
    case .cosine:
      for i in a.indices {
        first += a[i] * b[i]
        second += a[i] * a[i]
        third += b[i] * b[i]
      }
      let cosine = first / (second.squareRoot() * third.squareRoot())
      return cosine.isNaN ? .nan : 1 - min(1, max(-1, cosine))
    }
  }
}

/// The distance of each row of one matrix to each row of another; rows are equally long.
package func distances(_ x: Tensor, _ y: Tensor, _ metric: Metric) throws(ArgumentError) -> Tensor {
  let x = try x.checkedMatrix("X")
  let y = try y.checkedMatrix("Y")
  let (n, m, width) = (x.shape[0], y.shape[0], x.shape[1])
  guard y.shape[1] == width else {
    throw ArgumentError("Y", "expected \(width) columns, as X has, found \(y.shape[1])")
  }
  let elements = [Double](unsafeUninitializedCapacity: n * m) { result, initialized in
    initialized = n * m
    x.elements.withUnsafeBufferPointer { x in
      y.elements.withUnsafeBufferPointer { y in
        for i in 0..<n {
          let row = UnsafeBufferPointer(rebasing: x[i * width..<(i + 1) * width])
          for j in 0..<m {
            let other = UnsafeBufferPointer(rebasing: y[j * width..<(j + 1) * width])
            result.initializeElement(at: i * m + j, to: metric(row, other))
          }
        }
      }
    }
  }
  return Tensor(shape: [n, m], elements: elements)
}
