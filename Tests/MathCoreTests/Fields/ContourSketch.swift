import MathCore

extension ScalarGrid {
  /// A grid drawn as digits, the last row of values at the top; `x` is undefined, coordinates count from 0.
  init(_ sketch: String) {
    let rows = sketch.split(separator: "\n").reversed().map { row in
      row.filter { $0 != " " }.map { Double(String($0)) ?? .nan }
    }
    self.init(
      xs: (rows.first ?? []).indices.map(Double.init), ys: rows.indices.map(Double.init),
      values: Array(rows.joined()))
  }

  /// Whether the cell whose bottom left point is at `row` and `column` has four defined corners.
  func isCellDefined(_ row: Int, _ column: Int) -> Bool {
    guard row >= 0, column >= 0, row < ys.count - 1, column < xs.count - 1 else { return false }
    return corners(row, column).allSatisfy { $0.value.isFinite }
  }

  /// The four corners of a cell, counterclockwise.
  func corners(_ row: Int, _ column: Int) -> [(point: DataPoint, value: Double)] {
    [(row, column), (row, column + 1), (row + 1, column + 1), (row + 1, column)].map { row, column in
      (DataPoint(x: xs[column], y: ys[row]), values[row * xs.count + column])
    }
  }
}

extension ContourLine {
  /// The coordinates of the points, and a `z` if the line is closed.
  var text: String {
    (points.map { "\($0.x),\($0.y)" } + (isClosed ? ["z"] : [])).joined(separator: " ")
      .replacing(".0", with: "")
  }

  /// The segments from each point to the next.
  var segments: [(start: DataPoint, end: DataPoint)] {
    let ends = points.dropFirst() + (isClosed ? points.prefix(1) : [])
    return zip(points, ends).map { (start: $0, end: $1) }
  }

  /// The area inside a closed line, positive if it runs counterclockwise.
  var signedArea: Double {
    segments.reduce(0) { $0 + ($1.start.x * $1.end.y - $1.end.x * $1.start.y) / 2 }
  }

  /// How often a closed line runs around a point that is not on it, counterclockwise.
  func winding(around center: DataPoint) -> Int {
    var turns = 0
    for (start, end) in segments where (start.y <= center.y) != (end.y <= center.y) {
      let x = start.x + (center.y - start.y) / (end.y - start.y) * (end.x - start.x)
      if x > center.x { turns += end.y > start.y ? 1 : -1 }
    }
    return turns
  }
}
