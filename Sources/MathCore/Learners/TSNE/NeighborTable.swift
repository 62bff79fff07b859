/// The nearest of the other points to each point, by looking at all pairs.
struct NeighborTable {
  /// The places of the neighbors, nearest first, `neighborCount` for each point.
  private(set) var places: [Int] = []
  /// Their squared distances.
  private(set) var distances: [Double] = []

  /// Of equally near ones, those count that come first.
  init(_ points: Tensor, neighborCount: Int) {
    let columns = PointColumns(points)
    let d = columns.dimensions
    var all = columns.column
    for i in 0..<columns.count {
      columns.squaredDistances(from: Array(points.elements[i * d..<(i + 1) * d]), into: &all)
      // The point itself is none of its neighbors.
      all[i] = .infinity
      let nearest = Self.nearest(neighborCount, in: all, count: columns.count)
      places += nearest
      distances += nearest.map { all[$0] }
    }
  }

  /// The places of the smallest distances, ascending.
  private static func nearest(_ number: Int, in distances: [Double], count: Int) -> [Int] {
    // A sorted list of the best so far, twice as long as wanted, is cut whenever it is full.
    var candidates: [Int] = []
    var bound = Double.infinity
    func isBefore(_ a: Int, _ b: Int) -> Bool { (distances[a], a) < (distances[b], b) }
    distances.withUnsafeBufferPointer { distances in
      for place in 0..<count where distances[place] < bound {
        candidates.append(place)
        if candidates.count == 2 * number {
          candidates.sort(by: isBefore)
          candidates.removeLast(number)
          bound = distances[candidates[number - 1]]
        }
      }
    }
    return Array(candidates.sorted(by: isBefore).prefix(number))
  }
}
