package import Diagnostics

extension KMeans {
  /// k of the points to start from, drawn by k-means++: each with a chance in proportion to its squared
  /// distance from those that are drawn already.
  ///
  /// Of 2 + ⌊log k⌋ draws the one counts that leaves the least sum of squares, as in scikit-learn. Where
  /// there are fewer different points than k, some are drawn twice. Source: Arthur and Vassilvitskii,
  /// "k-means++: the advantages of careful seeding" (2007), sections 2.2 and 5.
  package static func start(_ points: Tensor, k: Int, seed: UInt64) throws(ArgumentError) -> Tensor {
    let points = try points.checkedPoints("X")
    try check(k, points, "k")
    let columns = PointColumns(points)
    var draw = StartDraw(columns, points, Xoshiro256(seed: seed))
    let trials = 2 + Int(UnaryFunction.logarithm(Double(k)))
    for _ in 1..<max(1, k) { draw.addCenter(trials: trials) }
    return Tensor(shape: [k, columns.dimensions], elements: draw.centers)
  }
}

/// The centers drawn so far, and how far each point is from the nearest of them.
private struct StartDraw {
  private(set) var centers: [Double]
  private let columns: PointColumns
  private let points: Tensor
  private var generator: Xoshiro256
  private var distances: [Double]

  /// Draws the first center, every point being as likely.
  init(_ columns: PointColumns, _ points: Tensor, _ generator: Xoshiro256) {
    (self.columns, self.points, self.generator) = (columns, points, generator)
    centers = []
    distances = columns.column
    centers = point(Int(self.generator.whole(below: UInt64(columns.count))))
    columns.squaredDistances(from: centers, into: &distances)
  }

  private func point(_ i: Int) -> [Double] {
    Array(points.elements[i * columns.dimensions..<(i + 1) * columns.dimensions])
  }

  /// Draws some candidates and keeps the best.
  mutating func addCenter(trials: Int) {
    var sums: [Double] = []
    var sum = 0.0
    for i in 0..<columns.count {
      sum += distances[i]
      sums.append(sum)
    }
    var best: (sum: Double, place: Int, distances: [Double])?
    var trial = columns.column
    for _ in 0..<trials {
      let place = drawn(sums)
      columns.squaredDistances(from: point(place), into: &trial)
      var sum = 0.0
      for i in 0..<columns.count {
        trial[i] = min(trial[i], distances[i])
        sum += trial[i]
      }
      if sum < best?.sum ?? .infinity { best = (sum, place, trial) }
    }
    guard let best else { return }
    centers += point(best.place)
    distances = best.distances
  }

  /// A point by the running sums of the chances; any point where all chances are 0.
  private mutating func drawn(_ sums: [Double]) -> Int {
    guard let total = sums.last, total > 0 else {
      return Int(generator.whole(below: UInt64(columns.count)))
    }
    // The first sum above the target belongs to a point whose own chance is not 0.
    let target = generator.unit() * total
    var (low, high) = (0, sums.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if sums[middle] > target { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
