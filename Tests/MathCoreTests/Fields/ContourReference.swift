import MathCore

extension ScalarGrid {
  /// The cell edge that a point lies on, as the first of its grid points and whether it goes up.
  private func edge(at point: DataPoint) -> (row: Int, column: Int, isUpright: Bool)? {
    if let column = xs.firstIndex(of: point.x), let above = ys.firstIndex(where: { $0 >= point.y }) {
      return (max(above - 1, 0), column, true)
    }
    guard let row = ys.firstIndex(of: point.y), let right = xs.firstIndex(where: { $0 >= point.x })
    else { return nil }
    return (row, max(right - 1, 0), false)
  }

  /// The value at a point of a cell edge, from the values at the edge's ends.
  func valueOnEdge(at point: DataPoint) -> Double? {
    guard let (row, column, isUpright) = edge(at: point) else { return nil }
    let first = row * xs.count + column
    let second = isUpright ? first + xs.count : first + 1
    let fraction =
      isUpright
      ? (point.y - ys[row]) / (ys[row + 1] - ys[row])
      : (point.x - xs[column]) / (xs[column + 1] - xs[column])
    return values[first] * (1 - fraction) + values[second] * fraction
  }

  /// How many defined cells share the edge that a point lies on.
  func definedCells(at point: DataPoint) -> Int {
    guard let (row, column, isUpright) = edge(at: point) else { return 0 }
    let neighbors = isUpright ? [(row, column - 1), (row, column)] : [(row - 1, column), (row, column)]
    return neighbors.count { isCellDefined($0.0, $0.1) }
  }

  /// A point near the bottom left corner of a cell, or outside, and the value at that corner.
  func probe(_ row: Int, _ column: Int) -> (point: DataPoint, value: Double?) {
    // So near that no line of the tested levels passes between the probe and the corner.
    let nudge = 1e-9
    let x = column < 0 ? xs[0] - 1 : xs[column] + nudge
    let y = row < 0 ? ys[0] - 1 : ys[row] + nudge
    let value = isCellDefined(row, column) ? corners(row, column)[0].value : nil
    return (DataPoint(x: x, y: y), value)
  }

  /// The area where the field is at or above a level, summed over the cells one by one.
  func clippedArea(above level: Double) -> Double {
    var area = 0.0
    for row in 0..<ys.count - 1 {
      for column in 0..<xs.count - 1 where isCellDefined(row, column) {
        area += clippedArea(of: corners(row, column), above: level)
      }
    }
    return area
  }

  /// The area of a cell's part above a level: one polygon, or the corners apart if the mean is below.
  private func clippedArea(of corners: [(point: DataPoint, value: Double)], above level: Double) -> Double {
    func cut(_ i: Int, _ j: Int) -> DataPoint {
      let (start, end) = (corners[i], corners[j])
      let fraction = (level - start.value) / (end.value - start.value)
      return DataPoint(
        x: start.point.x + fraction * (end.point.x - start.point.x),
        y: start.point.y + fraction * (end.point.y - start.point.y))
    }
    func area(_ points: [DataPoint]) -> Double { ContourLine(points: points, isClosed: true).signedArea }
    let isAbove = corners.map { $0.value >= level }
    let isSaddle = isAbove == [true, false, true, false] || isAbove == [false, true, false, true]
    if isSaddle, corners.reduce(0, { $0 + $1.value }) / 4 < level {
      return (0..<4).filter { isAbove[$0] }.reduce(0) { sum, corner in
        let (before, after) = ((corner + 3) % 4, (corner + 1) % 4)
        return sum + area([cut(corner, before), corners[corner].point, cut(corner, after)])
      }
    }
    var polygon: [DataPoint] = []
    for corner in 0..<4 {
      let next = (corner + 1) % 4
      if isAbove[corner] { polygon.append(corners[corner].point) }
      if isAbove[corner] != isAbove[next] { polygon.append(cut(corner, next)) }
    }
    return area(polygon)
  }
}
