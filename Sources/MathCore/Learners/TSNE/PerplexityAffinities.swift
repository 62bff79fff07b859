/// The affinities of all pairs of points: p = (p(j|i) + p(i|j)) / 2n, which add up to 1.
///
/// Source: van der Maaten and Hinton (2008), section 3.1.
package struct PerplexityAffinities: Sendable {
  /// The number of points.
  package let count: Int
  /// The length of a row, with room for whole vectors.
  package let length: Int
  /// The affinities by rows; 0 on the diagonal and beyond the points.
  package let rows: [Double]
  /// The standard deviation of each point's neighborhood.
  package let bandwidths: [Double]

  /// Points by rows, more of them than the perplexity.
  package init(_ points: Tensor, perplexity: Double) {
    let columns = PointColumns(points)
    let (count, length) = (columns.count, columns.length)
    var chances = [Double](repeating: 0, count: count * length)
    var bandwidths: [Double] = []
    var (distances, row) = (columns.column, columns.column)
    let d = columns.dimensions
    for i in 0..<count {
      columns.squaredDistances(from: Array(points.elements[i * d..<(i + 1) * d]), into: &distances)
      // The point itself is none of its neighbors.
      distances.remove(at: i)
      distances.append(0)
      let neighborhood = Neighborhood(
        distances: distances, count: count - 1, perplexity: perplexity, chances: &row)
      bandwidths.append(neighborhood.bandwidth)
      for j in 0..<i { chances[i * length + j] = row[j] }
      for j in (i + 1)..<max(i + 1, count) { chances[i * length + j] = row[j - 1] }
    }
    (self.count, self.length, self.bandwidths) = (count, length, bandwidths)
    rows = Self.symmetric(chances, count, length)
  }

  private static func symmetric(_ chances: [Double], _ count: Int, _ length: Int) -> [Double] {
    var rows = chances
    let scale = 1 / (2 * Double(count))
    rows.withUnsafeMutableBufferPointer { rows in
      for i in 0..<count {
        for j in 0..<i {
          let affinity = scale * (rows[i * length + j] + rows[j * length + i])
          (rows[i * length + j], rows[j * length + i]) = (affinity, affinity)
        }
      }
    }
    return rows
  }
}
