package import Diagnostics

/// The known points that lie nearest to others, by Euclidean distance.
///
/// Of points that are equally far, those of later rows count as nearer; scikit-learn leaves that to chance,
/// and its searches disagree. A tree of halves finds them; source:
/// Friedman, Bentley, Finkel, "An algorithm for finding best matches in logarithmic expected time" (1977).
/// Distances are rounded as direct sums are.
package struct NeighborSearch: Hashable, Sendable {
  /// How many neighbors each point has.
  package let neighborCount: Int
  /// The number of coordinates of a point.
  package let dimension: Int
  /// The known points in the order of the leaves, and the row of each.
  private var points: [Double]
  private var rows: [Int]
  private var nodes: [Node] = []

  /// A range of the points, and how it is cut in two.
  private struct Node: Hashable {
    var range: Range<Int>
    var axis = 0
    /// Coordinates on the left are at most this, on the right at least.
    var cut = 0.0
    /// The place of the left node, and of the right; 0 in a leaf.
    var left = 0
    var right = 0
  }

  /// More points than this are cut in two.
  private static let leafSize = 8

  /// Each point gets `k` neighbors among the rows of a matrix.
  package init(_ points: Tensor, k: Int) throws(ArgumentError) {
    guard points.rank == 2, points.count > 0 else {
      throw ArgumentError("X", "expected at least one row and one column")
    }
    guard k >= 1 else { throw ArgumentError("k", "expected at least 1, found \(k)") }
    guard k <= points.shape[0] else {
      throw ArgumentError("k", "expected at most the number of rows, \(points.shape[0]), found \(k)")
    }
    neighborCount = k
    dimension = points.shape[1]
    rows = Array(0..<points.shape[0])
    self.points = []
    _ = grow(0..<rows.count, on: points)
    for row in rows { self.points += points.elements[row * dimension..<(row + 1) * dimension] }
  }

  /// Cuts a range of rows until it is small; halves, so that the depth is logarithmic.
  private mutating func grow(_ range: Range<Int>, on points: Tensor) -> Int {
    let place = nodes.count
    nodes.append(Node(range: range))
    guard range.count > Self.leafSize else { return place }
    let axis = widestAxis(of: range, on: points)
    func coordinate(_ row: Int) -> Double { points.elements[row * dimension + axis] }
    rows[range].sort { (coordinate($0), $0) < (coordinate($1), $1) }
    let middle = range.lowerBound + range.count / 2
    nodes[place].axis = axis
    nodes[place].cut = coordinate(rows[middle])
    nodes[place].left = grow(range.lowerBound..<middle, on: points)
    nodes[place].right = grow(middle..<range.upperBound, on: points)
    return place
  }

  private func widestAxis(of range: Range<Int>, on points: Tensor) -> Int {
    var (widest, axis) = (-1.0, 0)
    for candidate in 0..<dimension {
      let column = rows[range].lazy.map { points.elements[$0 * dimension + candidate] }
      let width = (column.max() ?? 0) - (column.min() ?? 0)
      if width > widest { (widest, axis) = (width, candidate) }
    }
    return axis
  }

  /// Operations to find the neighbors of one point, about; in many dimensions every point is met.
  package var work: Int {
    let met = min(rows.count, (neighborCount + 2 * Self.leafSize) << min(dimension, 20))
    return met * (3 * dimension + 4) + neighborCount * neighborCount / 2
  }

  /// The rows of the neighbors of points in row-major order, and how far they are: nearest first.
  package func neighbors(of queries: [Double]) -> (rows: [Int], distances: [Double]) {
    var found: [Int] = []
    var distances: [Double] = []
    let count = queries.count / dimension
    found.reserveCapacity(count * neighborCount)
    distances.reserveCapacity(count * neighborCount)
    var nearest = Nearest(count: neighborCount)
    queries.withUnsafeBufferPointer { queries in
      points.withUnsafeBufferPointer { points in
        for place in 0..<count {
          nearest.forget()
          let query = UnsafeBufferPointer(rebasing: queries[place * dimension..<(place + 1) * dimension])
          search(nodes[0], query, points, &nearest)
          found += nearest.rows
          for square in nearest.squares { distances.append(square.squareRoot()) }
        }
      }
    }
    return (found, distances)
  }

  private func search(
    _ node: Node, _ query: UnsafeBufferPointer<Double>, _ points: UnsafeBufferPointer<Double>,
    _ nearest: inout Nearest
  ) {
    guard node.right > 0 else {
      for place in node.range {
        var square = 0.0
        for axis in 0..<dimension {
          let difference = query[axis] - points[place * dimension + axis]
          square += difference * difference
        }
        nearest.meet(rows[place], square)
      }
      return
    }
    let offset = query[node.axis] - node.cut
    let (near, far) = offset < 0 ? (node.left, node.right) : (node.right, node.left)
    search(nodes[near], query, points, &nearest)
    // Not less alone: a point as far as the last one may have a later row.
    if !(offset * offset > nearest.farthest) { search(nodes[far], query, points, &nearest) }
  }
}

/// The nearest points that were met so far, ascending.
private struct Nearest {
  private(set) var squares: [Double]
  private(set) var rows: [Int]

  init(count: Int) {
    squares = [Double](repeating: .infinity, count: count)
    rows = [Int](repeating: -1, count: count)
  }

  mutating func forget() {
    for place in squares.indices { (squares[place], rows[place]) = (.infinity, -1) }
  }

  var farthest: Double { squares[squares.count - 1] }

  /// What is not a number is infinitely far.
  mutating func meet(_ row: Int, _ distance: Double) {
    let square = distance.isNaN ? .infinity : distance
    var place = squares.count - 1
    guard isNearer(row, square, than: place) else { return }
    while place > 0, isNearer(row, square, than: place - 1) {
      (squares[place], rows[place]) = (squares[place - 1], rows[place - 1])
      place -= 1
    }
    (squares[place], rows[place]) = (square, row)
  }

  private func isNearer(_ row: Int, _ square: Double, than place: Int) -> Bool {
    square < squares[place] || (square == squares[place] && row > rows[place])
  }
}
