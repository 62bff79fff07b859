/// The forces of t-SNE with far points taken together, square by square.
///
/// Source: van der Maaten (2014), section 4.2.
package struct BarnesHutForces: NeighborForces {
  private let affinities: SparseAffinities
  private let openness: Double

  /// The forces of given affinities; a square counts as one point where its side is at most `openness`, θ,
  /// times its distance.
  package init(_ affinities: SparseAffinities, openness: Double = 0.5) {
    (self.affinities, self.openness) = (affinities, openness)
  }

  package func gradient(_ xs: [Double], _ ys: [Double], exaggeration: Double) -> [Double] {
    let (repulsion, normalization) = repulsion(xs, ys)
    return tsneGradient(
      attraction: attraction(xs, ys), repulsion: repulsion, normalization: normalization,
      exaggeration: exaggeration)
  }

  package func divergence(_ xs: [Double], _ ys: [Double]) -> Double {
    let logarithm = UnaryFunction.logarithm(repulsion(xs, ys).normalization)
    var sum = 0.0
    for i in 0..<affinities.count {
      for pair in affinities.starts[i]..<affinities.starts[i + 1] where affinities.values[pair] > 0 {
        let (p, j) = (affinities.values[pair], affinities.neighbors[pair])
        let (dx, dy) = (xs[i] - xs[j], ys[i] - ys[j])
        sum += p * (UnaryFunction.logarithm(p * (1 + dx * dx + dy * dy)) + logarithm)
      }
    }
    return sum
  }

  /// Σ p q (y − y') over the neighbors of each point.
  private func attraction(_ xs: [Double], _ ys: [Double]) -> [Double] {
    let count = affinities.count
    var sums = [Double](repeating: 0, count: 2 * count)
    for i in 0..<count {
      var (x, y) = (0.0, 0.0)
      for pair in affinities.starts[i]..<affinities.starts[i + 1] {
        let j = affinities.neighbors[pair]
        let (dx, dy) = (xs[i] - xs[j], ys[i] - ys[j])
        let pull = affinities.values[pair] / (1 + dx * dx + dy * dy)
        x += pull * dx
        y += pull * dy
      }
      (sums[i], sums[count + i]) = (x, y)
    }
    return sums
  }

  /// Σ q² (y − y') over all other points, and Σ q over all pairs.
  private func repulsion(_ xs: [Double], _ ys: [Double]) -> (sums: [Double], normalization: Double) {
    let count = affinities.count
    let tree = QuadTree(xs, ys, count: count)
    var sums = [Double](repeating: 0, count: 2 * count)
    var normalization = 0.0
    let limit = openness * openness
    tree.nodes.withUnsafeBufferPointer { nodes in
      for i in 0..<count {
        var (x, y, total, place) = (0.0, 0.0, 0.0, 0)
        while place < nodes.count {
          let node = nodes[place]
          let (dx, dy) = (xs[i] - node.x, ys[i] - node.y)
          let square = dx * dx + dy * dy
          guard node.squaredSide <= limit * square else {
            place += 1
            continue
          }
          let q = 1 / (1 + square)
          let push = node.mass * q * q
          total += node.mass * q
          x += push * dx
          y += push * dy
          place = node.next
        }
        (sums[i], sums[count + i]) = (x, y)
        // Without the point itself, whose q is 1.
        normalization += total - 1
      }
    }
    return (sums, normalization)
  }
}
