import Kernels
import MathCore
import TestSupport
import Testing

/// 37 points of 5 coordinates by columns, filled up with zeros, and what is computed of them.
private struct Sample {
  static let (count, length, d) = (37, 40, 5)
  static let rows = Tensor.scattered(count, d).rows
  let columns = (0..<d).flatMap { j in
    (0..<length).map { $0 < count ? rows[$0][j] : 0 }
  }
  let center = [0.5, 0.25, 0.75, 0.125, 0.4]
  let weights = (0..<length).map { $0 < count ? Double($0 % 7) / 7 : 0 }
  let factor = (0..<d * d).map { $0 % d <= $0 / d ? Double($0 + 1) / 9 : 0 }

  func with<Result>(_ body: (kernel_points) -> Result) -> Result {
    columns.withUnsafeBufferPointer {
      body(kernel_points(start: $0.baseAddress, count: Self.length, dimensions: Self.d))
    }
  }

  func numbers(_ count: Int, _ fill: (UnsafeMutablePointer<Double>) -> Void) -> [Double] {
    var numbers = [Double](repeating: 0, count: count)
    fill(&numbers)
    return numbers
  }

  func distances(_ set: kernel_set) -> [Double] {
    with { points in numbers(Self.length) { kernel_squared_distances(set, points, center, $0) } }
  }

  func nearest(_ set: kernel_set) -> [Double] {
    let centers = center + Self.rows[3] + Self.rows[20]
    return with { points in
      numbers(2 * Self.length) { kernel_nearest(set, points, centers, 3, $0, $0 + Self.length) }
    }
  }

  func mahalanobis(_ set: kernel_set) -> [Double] {
    var room = [Double](repeating: 0, count: Self.d * Int(KERNEL_MAHALANOBIS_ROOM))
    return with { points in
      numbers(Self.length) { kernel_mahalanobis(set, points, center, factor, &room, $0) }
    }
  }

  func scatter(_ set: kernel_set) -> [Double] {
    var room = [Double](repeating: 0, count: Self.d * (8 * Self.d + 2 * Int(KERNEL_SCATTER_BLOCK)))
    return with { points in
      numbers(Self.d * Self.d) { kernel_scatter(set, points, weights, center, &room, $0) }
    }
  }

  func forces(_ set: kernel_set) -> [Double] {
    columns.withUnsafeBufferPointer { columns in
      guard let start = columns.baseAddress else { return [] }
      return numbers(5) {
        kernel_student_forces(set, start, start + Self.length, weights, Self.count, 0.3, 0.6, $0)
      }
    }
  }

  func logarithms(_ set: kernel_set) -> Double {
    columns.withUnsafeBufferPointer { columns in
      guard let start = columns.baseAddress else { return .nan }
      return kernel_student_logarithms(
        set, start, start + Self.length, weights, Self.count, 0.3, 0.6)
    }
  }

  func shares(_ set: kernel_set) -> [Double] {
    numbers(Self.length * (Self.d + 1)) { memory in
      for (i, x) in columns.enumerated() { memory[i] = 100 * x }
      kernel_shares(set, memory, Self.d, Self.length, memory + Self.length * Self.d)
    }
  }

  func gaussianWeights(_ set: kernel_set) -> [Double] {
    numbers(Self.length + 2) {
      kernel_gaussian_weights(set, columns, Self.count, 0.01, 3, $0, $0 + Self.length)
    }
  }
}

@Suite struct PointKernelTests {
  /// Those that this machine has.
  static let sets = [KERNEL_BASELINE, KERNEL_AVX2, KERNEL_AVX512].filter {
    $0.rawValue <= kernel_best_set().rawValue
  }

  @Test(arguments: sets.map(\.rawValue))
  func `Every instruction set gives the same bits`(_ rawValue: UInt32) {
    let (set, best, sample) = (kernel_set(rawValue), kernel_best_set(), Sample())
    #expect(sample.distances(set) == sample.distances(best))
    #expect(sample.nearest(set) == sample.nearest(best))
    #expect(sample.mahalanobis(set) == sample.mahalanobis(best))
    #expect(sample.scatter(set) == sample.scatter(best))
    #expect(sample.forces(set) == sample.forces(best))
    // With elementary functions, those that have fused multiply-add.
    guard set != KERNEL_BASELINE else { return }
    #expect(sample.shares(set) == sample.shares(best))
    #expect(sample.gaussianWeights(set) == sample.gaussianWeights(best))
    #expect(sample.logarithms(set) == sample.logarithms(best))
  }

  @Test(arguments: sets.map(\.rawValue))
  func `Moments and forces are their definitions`(_ rawValue: UInt32) {
    let (set, sample) = (kernel_set(rawValue), Sample())
    let scatter = sample.scatter(set)
    for j in 0..<Sample.d {
      for l in 0..<Sample.d {
        let sum = Sample.rows.enumerated().reduce(0) { sum, row in
          sum + sample.weights[row.offset] * (row.element[j] - sample.center[j])
            * (row.element[l] - sample.center[l])
        }
        #expect(isClose(scatter[j * Sample.d + l], sum, within: 1e-13, absolute: 1e-13))
      }
    }
    for (row, found) in zip(Sample.rows, sample.mahalanobis(set)) {
      let expected = (0..<Sample.d).reduce(0.0) { sum, j in
        let y = (0...j).reduce(0) { $0 + sample.factor[j * Sample.d + $1] * (row[$1] - sample.center[$1]) }
        return sum + y * y
      }
      #expect(isClose(found, expected, within: 1e-13))
    }
    var sums = [Double](repeating: 0, count: 5)
    for (i, row) in Sample.rows.enumerated() {
      let (dx, dy) = (0.3 - row[0], 0.6 - row[1])
      let q = 1 / (1 + dx * dx + dy * dy)
      let pull = sample.weights[i] * q
      for (s, term) in [pull * dx, pull * dy, q * q * dx, q * q * dy, q].enumerated() { sums[s] += term }
    }
    for (found, expected) in zip(sample.forces(set), sums) {
      #expect(isClose(found, expected, within: 1e-13, absolute: 1e-13))
    }
  }
}
