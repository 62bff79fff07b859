internal import Diagnostics
internal import Kernels

/// Points by columns, each filled up with zeros to whole vectors, as the kernels read them.
struct PointColumns: Sendable {
  /// How many points there are.
  let count: Int
  /// How many coordinates each has.
  let dimensions: Int
  /// The length of a column, the number of points rounded up.
  let length: Int
  private let elements: [Double]

  /// The rows of a matrix.
  init(_ points: Tensor) {
    let (count, dimensions) = (points.shape[0], points.shape[1])
    let length = blockLanes * ((count + blockLanes - 1) / blockLanes)
    elements = [Double](unsafeUninitializedCapacity: length * dimensions) { columns, initialized in
      points.elements.withUnsafeBufferPointer { rows in
        for j in 0..<dimensions {
          for i in 0..<count { columns[j * length + i] = rows[i * dimensions + j] }
          for i in count..<length { columns[j * length + i] = 0 }
        }
      }
      initialized = length * dimensions
    }
    (self.count, self.dimensions, self.length) = (count, dimensions, length)
  }

  /// Zeros, one for each place of a column.
  var column: [Double] { [Double](repeating: 0, count: length) }

  /// Columns of numbers about the points, without what fills them up.
  func withoutFilling(_ columns: [Double]) -> [Double] {
    if length == count { return columns }
    return stride(from: 0, to: columns.count, by: length).flatMap { columns[$0..<$0 + count] }
  }

  /// The columns in the kernels' words, while `body` runs.
  func withKernelPoints<Result>(_ body: (kernel_points) -> Result) -> Result {
    elements.withUnsafeBufferPointer {
      body(kernel_points(start: $0.baseAddress, count: length, dimensions: dimensions))
    }
  }

  /// The squared distance of each point from a center, into room for a column.
  func squaredDistances(from center: [Double], into result: inout [Double]) {
    withKernelPoints { points in
      result.withUnsafeMutableBufferPointer {
        kernel_squared_distances(kernelSet, points, center, $0.baseAddress)
      }
    }
  }

  /// The mean of all points.
  var mean: [Double] {
    elements.withUnsafeBufferPointer { elements in
      (0..<dimensions).map { j in
        var sum = 0.0
        kernel_reduce(
          kernelSet, KERNEL_SUM, elements.baseAddress?.advanced(by: j * length), &sum, 1, count, 1)
        return sum / Double(count)
      }
    }
  }

  /// Σ w (x − center)(x − center)ᵀ as a square matrix; weights beyond the points have to be 0.
  func scatter(weights: UnsafePointer<Double>, around center: [Double]) -> Tensor {
    let d = dimensions
    var room = [Double](repeating: 0, count: d * (8 * d + 2 * Int(KERNEL_SCATTER_BLOCK)))
    var result = Tensor(repeating: 0, shape: [d, d])
    withKernelPoints { points in
      kernel_scatter(kernelSet, points, weights, center, &room, &result.elements)
    }
    return result
  }
}

extension Tensor {
  /// The matrix itself, if its rows can be points: at least one, of finite numbers whose squares are finite.
  func checkedPoints(_ name: String) throws(ArgumentError) -> Tensor {
    let points = try checkedMatrix(name)
    guard count > 0 else { throw ArgumentError(name, "expected at least one row, found none") }
    guard largestSize <= 1e140 else {
      throw ArgumentError(
        name, "expected numbers of at most 1e140, whose squares can be added up, found \(plain(largestSize))")
    }
    return points
  }
}
