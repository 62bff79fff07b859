package import Diagnostics

/// The orthogonal directions in which points vary most.
///
/// Source: Jolliffe, "Principal component analysis" (2002), section 3.1: eigenvectors of the covariance
/// matrix. Variances are right to rounding of the largest one.
package struct PrincipalComponents: Hashable, Sendable {
  /// The mean of the points.
  package let mean: [Double]
  /// The unit directions by rows, those with most variance first, with the sign of `SignRule`.
  package let components: Tensor
  /// The variance along each direction, with n − 1 in the denominator.
  package let variances: [Double]
  /// The share of each in the variance in all directions; 0 where all points are equal.
  package let ratios: [Double]
  /// The coordinates of the points along the directions, by rows.
  package let scores: Tensor

  /// The first k directions, or all; there are as many as points or coordinates, whichever are fewer.
  package init(_ points: Tensor, k: Int? = nil) throws(ArgumentError) {
    let points = try points.checkedPoints("X")
    let (count, d) = (points.shape[0], points.shape[1])
    guard count >= 2 else { throw ArgumentError("X", "expected at least 2 rows, found 1") }
    let most = min(count, d)
    let k = k ?? most
    guard k >= 1, k <= most else {
      throw ArgumentError(
        "k", "expected from 1 to \(most), as X has \(count) rows and \(d) columns, found \(k)")
    }
    let columns = PointColumns(points)
    mean = columns.mean
    let centered = Self.centered(points, around: mean)
    let (rows, all) = try count < d ? Self.wide(centered) : Self.tall(columns, mean)
    let total = all.reduce(0, +)
    components = Tensor(shape: [k, d], elements: Array(rows.prefix(k * d)))
    variances = Array(all.prefix(k))
    ratios = variances.map { total > 0 ? $0 / total : 0 }
    scores = .matrixProduct(centered, components.transpose)
  }

  private static func centered(_ points: Tensor, around mean: [Double]) -> Tensor {
    var centered = points
    let d = mean.count
    centered.elements.withUnsafeMutableBufferPointer { elements in
      mean.withUnsafeBufferPointer { mean in
        for i in 0..<points.shape[0] {
          for j in 0..<d { elements[i * d + j] -= mean[j] }
        }
      }
    }
    return centered
  }

  /// Directions one after another, with their variances, of more points than coordinates.
  private static func tall(
    _ columns: PointColumns, _ mean: [Double]
  ) throws(ArgumentError) -> ([Double], [Double]) {
    var weights = columns.column
    for i in 0..<columns.count { weights[i] = 1 }
    let scatter = columns.scatter(weights: weights, around: mean)
    let eigen = try SymmetricEigen(of: scatter, named: "X")
    let order = eigen.values.indices.reversed()
    return (
      order.flatMap { eigen.vectors.column($0) },
      order.map { max(0, eigen.values[$0]) / Double(columns.count - 1) }
    )
  }

  /// The same of fewer points than coordinates, whose covariance matrix would be larger than they are.
  private static func wide(_ centered: Tensor) throws(ArgumentError) -> ([Double], [Double]) {
    let svd = try SingularValueDecomposition(of: centered, named: "X")
    return (svd.right.elements, svd.values.map { $0 * $0 / Double(centered.shape[0] - 1) })
  }

  /// A point's coordinates along the directions.
  package func projection<Number: RealNumber>(of point: [Number]) -> [Number] {
    let d = mean.count
    let offsets = (0..<d).map { point[$0] - mean[$0] }
    return (0..<variances.count).map { row in
      (1..<d).reduce(components.elements[row * d] * offsets[0]) {
        $0 + components.elements[row * d + $1] * offsets[$1]
      }
    }
  }

  /// The point with given coordinates along the directions.
  package func restoration<Number: RealNumber>(of scores: [Number]) -> [Number] {
    let d = mean.count
    return (0..<d).map { j in
      (0..<variances.count).reduce(scores[0].constant(mean[j])) {
        $0 + components.elements[$1 * d + j] * scores[$1]
      }
    }
  }
}
