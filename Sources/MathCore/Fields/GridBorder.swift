/// The border of the defined part of a grid, as rings with the defined cells on their left.
struct GridBorder {
  /// The part of a ring between two crossings of one level where the border is above the level.
  struct Stretch {
    /// The number of the crossing where a line ends and the border takes over.
    var start: Int32
    /// The number of the crossing where the next line begins.
    var end: Int32
    /// The corners on the way.
    var corners: Range<Int>
    /// The corners that follow if the way passes the place where the ring was begun.
    var cornersAfterStart: Range<Int> = 0..<0
  }

  /// One closed part of the border.
  struct Ring {
    var corners: Range<Int>
    /// The levels below this one are reached all along the ring.
    var lowestRank: Int32
  }

  /// The points where the border turns, ring by ring.
  private(set) var corners: [DataPoint] = []
  private(set) var rings: [Ring] = []
  private(set) var stretches: [Stretch] = []

  private let grid: ScalarGrid
  private var edges: [BorderEdge]
  /// The index of an edge that starts at each point of the grid.
  private var edgeFrom: [Int32]
  private var isWalked: [Bool]
  /// Where the ring at hand has risen above each level and not fallen yet.
  private var risen: [Place?]
  /// Where it fell below each level before it had risen above it.
  private var fallen: [Place?]

  /// A crossing and the number of corners before it.
  private struct Place {
    var crossing: Int32
    var corner: Int
  }

  /// Joins all border edges of a grid into rings and cuts these at the crossings of each level.
  init(joining borderEdges: BorderEdges, of grid: ScalarGrid, levelCount: Int) {
    self.grid = grid
    edges = borderEdges.all
    edgeFrom = Array(repeating: Crossing.none, count: grid.values.count)
    isWalked = Array(repeating: false, count: edges.count)
    risen = Array(repeating: nil, count: levelCount)
    fallen = risen
    for index in edges.indices {
      edges[index].sibling = edgeFrom[edges[index].start]
      edgeFrom[edges[index].start] = Int32(truncatingIfNeeded: index)
    }
    for index in edges.indices where !isWalked[index] { walkRing(from: index) }
  }

  /// Walks one ring, noting its corners and where levels cross it.
  private mutating func walkRing(from start: Int) {
    let firstCorner = corners.count
    var ranks = edges[start].ranks.start...edges[start].ranks.start
    var index = start
    repeat {
      isWalked[index] = true
      let edge = edges[index]
      noteCrossings(of: edge)
      ranks = min(ranks.lowerBound, edge.ranks.end)...max(ranks.upperBound, edge.ranks.end)
      let end = endPoint(of: edge)
      index = successor(of: edge, at: end)
      if edges[index].direction != edge.direction {
        let (row, column) = end.quotientAndRemainder(dividingBy: grid.xs.count)
        corners.append(DataPoint(x: grid.xs[column], y: grid.ys[row]))
      }
    } while !isWalked[index]
    for level in Int(ranks.lowerBound)..<Int(ranks.upperBound) {
      if let rise = risen[level], let fall = fallen[level] {
        stretches.append(
          Stretch(
            start: rise.crossing, end: fall.crossing, corners: rise.corner..<corners.count,
            cornersAfterStart: firstCorner..<fall.corner))
      }
      risen[level] = nil
      fallen[level] = nil
    }
    rings.append(Ring(corners: firstCorner..<corners.count, lowestRank: ranks.lowerBound))
  }

  /// Begins a stretch for each level that an edge rises above and ends one for each it falls below.
  private mutating func noteCrossings(of edge: BorderEdge) {
    let (start, end) = edge.ranks
    for level in min(start, end)..<max(start, end) {
      let place = Place(crossing: edge.offset &+ level, corner: corners.count)
      let index = Int(level)
      if start < end {
        risen[index] = place
      } else if let rise = risen[index] {
        stretches.append(
          Stretch(
            start: rise.crossing, end: place.crossing, corners: rise.corner..<place.corner))
        risen[index] = nil
      } else {
        fallen[index] = place
      }
    }
  }

  /// The number of the point at which an edge ends.
  private func endPoint(of edge: BorderEdge) -> Int {
    switch edge.direction {
    case .east: edge.start + 1
    case .north: edge.start + grid.xs.count
    case .west: edge.start - 1
    case .south: edge.start - grid.xs.count
    }
  }

  /// The index of the edge that goes on from the end of another, around the same cell if two touch.
  private func successor(of edge: BorderEdge, at point: Int) -> Int {
    let index = Int(edgeFrom[point])
    let sibling = Int(edges[index].sibling)
    guard sibling != Int(Crossing.none), edges[index].direction != edge.direction.left else { return index }
    return sibling
  }
}
