/// A step along one edge of the grid with a defined cell on the left and none on the right.
struct BorderEdge {
  /// Where a step goes, counterclockwise from east.
  enum Direction: UInt8 {
    case east, north, west, south

    /// The direction after a quarter turn to the left.
    var left: Direction { Direction(rawValue: (rawValue + 1) % 4) ?? .east }
  }

  /// The number of the grid point at which the step starts.
  var start: Int
  var direction: Direction
  /// The ranks of the two ends in the direction of the step.
  var ranks: (start: Int32, end: Int32)
  /// Added to a level's index, the number of its crossing on the edge.
  var offset: Int32
  /// The index of the other edge that starts at the same point, where two defined cells touch corners.
  var sibling = Crossing.none
}

/// The edges of the defined part of a grid, gathered row by row.
struct BorderEdges {
  private(set) var all: [BorderEdge] = []
  private let columns: Int
  /// Which cells of the row of cells before are defined.
  private var isDefined: [Bool]
  /// Whether all of them are.
  private var isWhole = false

  /// No edges yet, of a grid with the given number of columns of points.
  init(columns: Int) {
    self.columns = columns
    isDefined = Array(repeating: false, count: columns - 1)
  }

  /// Adds the edges at the bottom and between the cells of the row of cells that starts at `row`.
  mutating func append(row: Int, lower: [LevelRun], upper: [LevelRun], uprightOffsets: [Int32]) {
    let wasWhole = isWhole
    isWhole = (lower + upper).allSatisfy { $0.rank != LevelScale.undefined }
    if !(wasWhole && isWhole) {
      var cells = [Bool](repeating: true, count: columns - 1)
      markUndefined(lower, in: &cells)
      markUndefined(upper, in: &cells)
      appendFlatEdges(row: row, runs: lower, above: cells)
      isDefined = cells
    }
    var (low, high) = (0, 0)
    // Inside a whole row of cells no upright edge is on the border.
    for column in isWhole ? [0, columns - 1] : Array(0..<columns) {
      while lower[low].end <= column { low += 1 }
      while upper[high].end <= column { high += 1 }
      let west = column > 0 && isDefined[column - 1]
      let east = column < columns - 1 && isDefined[column]
      guard west != east else { continue }
      append(
        from: row * columns + column, to: (row + 1) * columns + column, west ? .north : .south,
        lower[low].rank, upper[high].rank, uprightOffsets[column])
    }
  }

  /// Adds the edges along the last row.
  mutating func close(row: Int, runs: [LevelRun]) {
    appendFlatEdges(row: row, runs: runs, above: Array(repeating: false, count: columns - 1))
  }

  /// Adds the edges of a row that have a defined cell on one side only.
  private mutating func appendFlatEdges(row: Int, runs: [LevelRun], above: [Bool]) {
    var run = 0
    for column in 0..<columns - 1 {
      if runs[run].end == column { run += 1 }
      guard above[column] != isDefined[column] else { continue }
      let isInside = column + 1 < runs[run].end
      let right = isInside ? runs[run].rank : runs[run + 1].rank
      let start = row * columns + column
      append(
        from: start, to: start + 1, above[column] ? .east : .west, runs[run].rank, right, runs[run].offset)
    }
  }

  /// Adds an edge, given from its lower or left end, in the direction that keeps the defined cell left.
  private mutating func append(
    from first: Int, to second: Int, _ direction: BorderEdge.Direction, _ firstRank: Int32,
    _ secondRank: Int32, _ offset: Int32
  ) {
    let isForward = direction == .east || direction == .north
    all.append(
      BorderEdge(
        start: isForward ? first : second, direction: direction,
        ranks: isForward ? (firstRank, secondRank) : (secondRank, firstRank), offset: offset))
  }

  /// Marks the cells that touch an undefined point of the row.
  private func markUndefined(_ runs: [LevelRun], in cells: inout [Bool]) {
    var start = 0
    for run in runs {
      if run.rank == LevelScale.undefined {
        for cell in max(0, start - 1)..<min(run.end, columns - 1) { cells[cell] = false }
      }
      start = run.end
    }
  }
}
