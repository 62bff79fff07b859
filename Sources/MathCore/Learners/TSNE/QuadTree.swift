/// Squares of the plane within squares, down to single points.
///
/// Source: Barnes and Hut, "A hierarchical O(N log N) force-calculation algorithm" (1986), in the plane.
struct QuadTree {
  /// A square that holds points.
  struct Node {
    /// How many points, and their center.
    var mass: Double
    var x: Double
    var y: Double
    /// The square of its side; 0 for a leaf.
    var squaredSide: Double
    /// The place of what follows if the squares within are left out; they follow at once.
    var next: Int
  }

  /// Points that are so near each other are one: a side has been halved this many times.
  private static let depthLimit = 48

  /// The squares, each followed by those within.
  private(set) var nodes: [Node] = []
  private var places: [Int]

  /// The tree of the first `count` points.
  init(_ xs: [Double], _ ys: [Double], count: Int) {
    places = Array(0..<count)
    guard let left = xs.prefix(count).min(), let right = xs.prefix(count).max(),
      let top = ys.prefix(count).min(), let bottom = ys.prefix(count).max()
    else { return }
    nodes.reserveCapacity(2 * count)
    let side = max(right - left, bottom - top)
    xs.withUnsafeBufferPointer { xs in
      ys.withUnsafeBufferPointer { ys in
        add(0..<count, Square(x: (left + right) / 2, y: (top + bottom) / 2, side: side, depth: 0), xs, ys)
      }
    }
  }

  private struct Square {
    var x: Double
    var y: Double
    var side: Double
    var depth: Int

    /// The quarter on either side of the middle.
    func quarter(isRight: Bool, isLow: Bool) -> Square {
      Square(
        x: x + (isRight ? 0.25 : -0.25) * side, y: y + (isLow ? 0.25 : -0.25) * side, side: 0.5 * side,
        depth: depth + 1)
    }
  }

  private typealias Coordinates = UnsafeBufferPointer<Double>

  private mutating func add(_ range: Range<Int>, _ square: Square, _ xs: Coordinates, _ ys: Coordinates) {
    guard !range.isEmpty else { return }
    let own = nodes.count
    var (x, y) = (0.0, 0.0)
    for place in range {
      x += xs[places[place]]
      y += ys[places[place]]
    }
    let mass = Double(range.count)
    let isLeaf = range.count == 1 || square.depth == Self.depthLimit || square.side == 0
    nodes.append(
      Node(mass: mass, x: x / mass, y: y / mass, squaredSide: isLeaf ? 0 : square.side * square.side, next: 0)
    )
    if !isLeaf {
      let middle = parted(range) { ys[$0] > square.y }
      for (half, isLow) in [(range.lowerBound..<middle, false), (middle..<range.upperBound, true)] {
        let center = parted(half) { xs[$0] > square.x }
        add(half.lowerBound..<center, square.quarter(isRight: false, isLow: isLow), xs, ys)
        add(center..<half.upperBound, square.quarter(isRight: true, isLow: isLow), xs, ys)
      }
    }
    nodes[own].next = nodes.count
  }

  /// Moves the points for which a condition holds behind the others, and says where they begin.
  private mutating func parted(_ range: Range<Int>, _ isBehind: (Int) -> Bool) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      if isBehind(places[low]) {
        high -= 1
        places.swapAt(low, high)
      } else {
        low += 1
      }
    }
    return low
  }
}
