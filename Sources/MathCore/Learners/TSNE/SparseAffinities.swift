/// The affinities of points and their nearest neighbors, three times as many as the perplexity; all others
/// are 0.
///
/// Source: van der Maaten (2014), section 4.1.
package struct SparseAffinities: Sendable {
  /// The number of points.
  package let count: Int
  /// Where the neighbors of each point begin in the arrays below; one more than there are points.
  package private(set) var starts: [Int]
  /// The neighbors of all points, ascending for each.
  package private(set) var neighbors: [Int] = []
  /// Their affinities.
  package private(set) var values: [Double] = []
  /// The standard deviation of each point's neighborhood.
  package let bandwidths: [Double]

  /// Points by rows, more of them than the perplexity.
  package init(_ points: Tensor, perplexity: Double) {
    count = points.shape[0]
    starts = [0]
    let number = min(count - 1, Int(3 * perplexity) + 1)
    let nearest = NeighborTable(points, neighborCount: number)
    let chances = Self.chances(nearest, count: count, number: number, perplexity: perplexity)
    bandwidths = chances.bandwidths
    // Each chance counts for both of its points.
    var rows = [[(place: Int, chance: Double)]](repeating: [], count: count)
    for (pair, place) in nearest.places.enumerated() {
      rows[pair / number].append((place, chances.values[pair]))
      rows[place].append((pair / number, chances.values[pair]))
    }
    for row in rows {
      add(row.sorted { $0.place < $1.place }, scale: 1 / (2 * Double(count)))
    }
  }

  /// Adds the row of one point, in which a neighbor may stand twice.
  private mutating func add(_ row: [(place: Int, chance: Double)], scale: Double) {
    for (place, chance) in row {
      if neighbors.count > starts[starts.count - 1], neighbors[neighbors.count - 1] == place {
        values[values.count - 1] += scale * chance
      } else {
        neighbors.append(place)
        values.append(scale * chance)
      }
    }
    starts.append(neighbors.count)
  }

  private static func chances(
    _ nearest: NeighborTable, count: Int, number: Int, perplexity: Double
  ) -> (values: [Double], bandwidths: [Double]) {
    var (values, bandwidths): ([Double], [Double]) = ([], [])
    let filling = [Double](repeating: 0, count: blockLanes)
    var row = [Double](repeating: 0, count: number + blockLanes)
    for i in 0..<count {
      let neighborhood = Neighborhood(
        distances: nearest.distances[i * number..<(i + 1) * number] + filling, count: number,
        perplexity: perplexity, chances: &row)
      bandwidths.append(neighborhood.bandwidth)
      values += row[0..<number]
    }
    return (values, bandwidths)
  }
}
