/// Ascending levels, which rank each value by how many of them it has reached.
struct LevelScale {
  /// The rank of a value that is NaN or infinite.
  static let undefined: Int32 = -1

  private let levels: [Double]

  /// A scale of levels that ascend and are not NaN; equal and infinite ones are fine.
  init(_ levels: [Double]) {
    self.levels = levels
  }

  var count: Int { levels.count }

  subscript(index: Int32) -> Double { levels[Int(index)] }

  /// The number of levels at or below `value`, so level `i` lies below the rank exactly if `i < rank`.
  func rank(of value: Double) -> Int32 {
    guard value.isFinite else { return Self.undefined }
    var low = 0
    var high = levels.count
    while low < high {
      let middle = (low + high) / 2
      if levels[middle] <= value { low = middle + 1 } else { high = middle }
    }
    return Int32(low)
  }

  /// Cuts a row of values into the longest runs of equal rank.
  func appendRuns(of row: Span<Double>, to runs: inout [LevelRun]) {
    var start = 0
    while start < row.count {
      let rank = rank(of: row[start])
      var end = start + 1
      if rank == Self.undefined {
        while end < row.count, !row[end].isFinite { end += 1 }
      } else {
        // Two comparisons a point, however many levels there are; NaN and infinities fail them.
        let low = rank == 0 ? -Double.greatestFiniteMagnitude : max(self[rank - 1], -.greatestFiniteMagnitude)
        let high = rank == count ? .infinity : self[rank]
        while end < row.count, row[end] >= low, row[end] < high { end += 1 }
      }
      runs.append(LevelRun(end: end, rank: rank))
      start = end
    }
  }
}

/// Neighboring points of one row that lie between the same two levels.
struct LevelRun {
  /// The column after the last one of the run.
  var end: Int
  /// How many levels the run's points have reached, or `LevelScale.undefined`.
  var rank: Int32
  /// Added to a level's index, the number of its crossing on the edge to the next run, if there is one.
  var offset: Int32 = 0
}
