/// What a learner found, as a formula of a point: a prediction, scores, probabilities.
///
/// It is written once, on numbers of any kind, so that it also records graphs, which are compiled for
/// grids and differentiated.
package protocol PointFormula: Hashable, Sendable {
  /// The number of coordinates of a point.
  var dimension: Int { get }
  /// The number of values at a point.
  var valueCount: Int { get }
  /// The values at a point.
  func values<Number: RealNumber>(at point: [Number]) -> [Number]
  /// The values at points in row-major order, those of each point side by side.
  ///
  /// A requirement, though all share one body, so that each formula gets a specialized one.
  func values(atRows points: [Double]) -> [Double]
}

extension PointFormula {
  package func values(atRows points: [Double]) -> [Double] {
    var values: [Double] = []
    values.reserveCapacity(points.count / dimension * valueCount)
    for start in stride(from: 0, to: points.count, by: dimension) {
      values += self.values(at: Array(points[start..<start + dimension]))
    }
    return values
  }
}

/// The formula w · x + b.
package struct LinearFormula: PointFormula {
  /// The weight of each coordinate.
  package let weights: [Double]
  /// The value at the origin.
  package let bias: Double

  package var dimension: Int { weights.count }
  package var valueCount: Int { 1 }

  package func values<Number: RealNumber>(at point: [Number]) -> [Number] {
    var sum = point[0].constant(bias)
    for (weight, x) in zip(weights, point) { sum = sum + weight * x }
    return [sum]
  }
}
