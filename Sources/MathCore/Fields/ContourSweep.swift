/// One pass over the cells of a grid that finds what all levels cross and links it cell by cell.
///
/// A row is reduced to runs of points between the same two levels, and two neighboring rows are
/// walked run by run, so only cells that a level crosses cost work.
struct ContourSweep {
  let grid: ScalarGrid
  let scale: LevelScale
  /// Every crossing of every level, in the order in which the sweep meets them.
  private(set) var crossings = Crossings()
  /// The edges between a defined cell and the outside, if the sweep was asked for them.
  private(set) var borderEdges: BorderEdges

  private let findsBorder: Bool
  private var lower: [LevelRun] = []
  private var upper: [LevelRun] = []
  /// Added to a level's index, the number of its crossing on the edge that goes up from each column.
  private var uprightOffsets: [Int32]

  /// A sweep over a grid that has cells.
  init(grid: ScalarGrid, scale: LevelScale, findsBorder: Bool) {
    self.grid = grid
    self.scale = scale
    self.findsBorder = findsBorder
    borderEdges = BorderEdges(columns: grid.xs.count)
    uprightOffsets = Array(repeating: 0, count: grid.xs.count)
  }

  /// Sweeps from the first row to the last.
  mutating func run() {
    readRow(0)
    for row in 1..<grid.ys.count {
      swap(&lower, &upper)
      readRow(row)
      linkCells(below: row)
      if findsBorder {
        borderEdges.append(row: row - 1, lower: lower, upper: upper, uprightOffsets: uprightOffsets)
      }
    }
    if findsBorder { borderEdges.close(row: grid.ys.count - 1, runs: upper) }
  }

  /// Cuts a row into runs and crosses the edges between them.
  private mutating func readRow(_ row: Int) {
    let columns = grid.xs.count
    let start = row * columns
    upper.removeAll(keepingCapacity: true)
    let values = grid.values
    scale.appendRuns(of: values.span.extracting(start..<start + columns), to: &upper)
    for index in upper.indices.dropLast() {
      let column = upper[index].end - 1
      upper[index].offset = crossFlatEdge(row, column, upper[index].rank, upper[index + 1].rank)
    }
  }

  /// Adds the crossings of the edge from a column to the next and returns what numbers them.
  private mutating func crossFlatEdge(_ row: Int, _ column: Int, _ start: Int32, _ end: Int32) -> Int32 {
    let first = min(start, end)
    let offset = crossings.nextNumber &- first
    guard first != LevelScale.undefined else { return 0 }
    let index = row * grid.xs.count + column
    let (from, to) = (grid.values[index], grid.values[index + 1])
    let (left, right) = (grid.xs[column], grid.xs[column + 1])
    for level in first..<max(start, end) {
      let fraction = Crossing.fraction(of: scale[level], from: from, to: to)
      let x = Crossing.interpolate(left, right, fraction)
      crossings.append(DataPoint(x: x, y: grid.ys[row]), level)
    }
    return offset
  }

  /// Adds the crossings of the edge that goes up to `row` and returns what numbers them.
  private mutating func crossUprightEdge(
    _ row: Int, _ column: Int, _ start: Int32, _ end: Int32
  ) -> Int32 {
    let first = min(start, end)
    guard start != end, first != LevelScale.undefined else { return 0 }
    let offset = crossings.nextNumber &- first
    let index = row * grid.xs.count + column
    let (from, to) = (grid.values[index - grid.xs.count], grid.values[index])
    let (bottom, top) = (grid.ys[row - 1], grid.ys[row])
    for level in first..<max(start, end) {
      let fraction = Crossing.fraction(of: scale[level], from: from, to: to)
      let y = Crossing.interpolate(bottom, top, fraction)
      crossings.append(DataPoint(x: grid.xs[column], y: y), level)
    }
    uprightOffsets[column] = offset
    return offset
  }

  /// Links the crossings around each crossed cell between the last two rows.
  private mutating func linkCells(below row: Int) {
    let (grid, scale) = (grid, scale)
    var (column, low, high) = (0, 0, 0)
    var left = crossUprightEdge(row, 0, lower[0].rank, upper[0].rank)
    while true {
      let (below, above) = (lower[low], upper[high])
      let stop = min(below.end, above.end)
      // Up to here each cell has one rank along its bottom and one along its top.
      if below.rank != above.rank, min(below.rank, above.rank) != LevelScale.undefined {
        for next in column + 1..<stop {
          let right = crossUprightEdge(row, next, below.rank, above.rank)
          crossings.link(across: below.rank, above.rank, left: left, right: right)
          left = right
        }
      }
      guard stop < grid.xs.count else { return }
      if below.end == stop { low += 1 }
      if above.end == stop { high += 1 }
      let right = crossUprightEdge(row, stop, lower[low].rank, upper[high].rank)
      let cell = ContourCell(
        ranks: (below.rank, lower[low].rank, upper[high].rank, above.rank),
        offsets: (below.offset, right, above.offset, left))
      cell.link(&crossings) { level in grid.isCenterAbove(scale[level], row, stop) }
      left = right
      column = stop
    }
  }
}

extension ScalarGrid {
  /// Whether the mean of a cell's corners has reached `level`; the cell is named by its last corner.
  fileprivate func isCenterAbove(_ level: Double, _ row: Int, _ column: Int) -> Bool {
    let top = row * xs.count + column
    let bottom = top - xs.count
    // Quarters, so that the sum cannot overflow.
    let mean =
      (values[bottom - 1] / 4 + values[bottom] / 4)
      + (values[top - 1] / 4 + values[top] / 4)
    return mean >= level
  }
}
