/// Lines along a field of directions, spread evenly over a rectangle.
///
/// Lengths are measured with both sides of the rectangle as 1. Source: Jobard and Lefer, "Creating
/// evenly-spaced streamlines of arbitrary density" (1997): every line grows until it leaves the rectangle,
/// comes to rest or comes near another one, and new ones start at the given separation beside it.
package struct Streamlines: Sendable {
  /// The lines, each a list of points in the direction of the field; a closed one ends where it begins.
  package private(set) var lines: [[DataPoint]] = []

  private let x: ClosedRange<Double>
  private let y: ClosedRange<Double>
  private let separation: Double
  private var cells: PointCells

  /// A line ends where another one is nearer than this part of the separation.
  private static let nearness = 0.5
  /// Steps of integration for each separation.
  private static let stepsPerSeparation = 8.0
  /// The longest half of a line, in sides of the rectangle.
  private static let lengthLimit = 6.0

  /// The lines of a field within a rectangle; `separation` is a fraction of its sides, within 0.005 … 0.5.
  ///
  /// `field` gives the two components at a point; only their direction counts, and where they are 0 or
  /// undefined a line ends.
  package init<Failure: Error>(
    within x: ClosedRange<Double>, _ y: ClosedRange<Double>, separation: Double = 0.04,
    _ field: (DataPoint) throws(Failure) -> (x: Double, y: Double)
  ) throws(Failure) {
    (self.x, self.y) = (x, y)
    self.separation = min(max(separation, 0.005), 0.5)
    cells = PointCells(size: self.separation)
    let side = Int((1 / self.separation).rounded(.up))
    // From the middle outwards each line starts its neighbors; what they do not reach, a grid does.
    var seeds = [DataPoint(x: 0.5, y: 0.5)]
    seeds += (0..<side * side).map { place in
      DataPoint(
        x: (Double(place % side) + 0.5) / Double(side), y: (Double(place / side) + 0.5) / Double(side))
    }
    for seed in seeds {
      var waiting = [seed]
      var next = 0
      while next < waiting.count {
        let start = waiting[next]
        next += 1
        guard contains(start), !cells.hasPoint(near: start, within: self.separation * 0.999),
          let line = try line(through: start, field)
        else { continue }
        cells.insert(line)
        lines.append(line.map(inDataUnits))
        waiting += neighbors(of: line)
      }
    }
  }

  private func contains(_ point: DataPoint) -> Bool {
    (0...1).contains(point.x) && (0...1).contains(point.y)
  }

  private func inDataUnits(_ point: DataPoint) -> DataPoint {
    DataPoint(
      x: x.lowerBound + point.x * (x.upperBound - x.lowerBound),
      y: y.lowerBound + point.y * (y.upperBound - y.lowerBound))
  }

  /// Points at the separation on both sides of a line.
  private func neighbors(of line: [DataPoint]) -> [DataPoint] {
    var found: [DataPoint] = []
    for i in stride(from: 1, to: line.count, by: Int(Self.stepsPerSeparation)) {
      let (dx, dy) = (line[i].x - line[i - 1].x, line[i].y - line[i - 1].y)
      let length = (dx * dx + dy * dy).squareRoot()
      guard length > 0 else { continue }
      let (offsetX, offsetY) = (-dy / length * separation, dx / length * separation)
      found.append(DataPoint(x: line[i].x + offsetX, y: line[i].y + offsetY))
      found.append(DataPoint(x: line[i].x - offsetX, y: line[i].y - offsetY))
    }
    return found
  }

  /// The line through a point, both ways; `nil` if it is too short to show a direction.
  private func line<Failure: Error>(
    through start: DataPoint, _ field: (DataPoint) throws(Failure) -> (x: Double, y: Double)
  ) throws(Failure) -> [DataPoint]? {
    let ahead = try half(from: start, sign: 1, field)
    if ahead.isClosed { return ahead.points }
    let behind = try half(from: start, sign: -1, field)
    let line = behind.points.dropFirst().reversed() + ahead.points
    return Double(line.count) > 1.5 * Self.stepsPerSeparation ? line : nil
  }

  private func half<Failure: Error>(
    from start: DataPoint, sign: Double, _ field: (DataPoint) throws(Failure) -> (x: Double, y: Double)
  ) throws(Failure) -> (points: [DataPoint], isClosed: Bool) {
    let step = separation / Self.stepsPerSeparation
    var points = [start]
    var own = PointCells(size: separation)
    // What is this far behind is another turn of the same line, not the line itself.
    let tail = Int(3 * Self.stepsPerSeparation)
    for count in 1...Int(Self.lengthLimit / step) {
      guard let here = points.last, let next = try stepped(from: here, by: sign * step, field),
        contains(next), !cells.hasPoint(near: next, within: separation * Self.nearness)
      else { break }
      if count > tail {
        if distance(next, start) < 0.75 * step { return (points + [start], true) }
        own.insert([points[count - tail]])
        // A line on its way back to where it began may come near to that.
        if own.hasPoint(near: next, within: separation * Self.nearness),
          distance(next, start) > separation
        {
          break
        }
      }
      points.append(next)
    }
    return (points, false)
  }

  private func distance(_ a: DataPoint, _ b: DataPoint) -> Double {
    ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot()
  }

  /// One step of the classical Runge–Kutta method along the unit directions; `nil` where there is none.
  private func stepped<Failure: Error>(
    from point: DataPoint, by step: Double,
    _ field: (DataPoint) throws(Failure) -> (x: Double, y: Double)
  ) throws(Failure) -> DataPoint? {
    func direction(_ point: DataPoint) throws(Failure) -> (x: Double, y: Double)? {
      let value = try field(inDataUnits(point))
      let (dx, dy) = (
        value.x / (x.upperBound - x.lowerBound), value.y / (y.upperBound - y.lowerBound)
      )
      let length = (dx * dx + dy * dy).squareRoot()
      return length > 0 && length.isFinite ? (dx / length, dy / length) : nil
    }
    func moved(_ way: (x: Double, y: Double), _ part: Double) -> DataPoint {
      DataPoint(x: point.x + part * step * way.x, y: point.y + part * step * way.y)
    }
    guard let first = try direction(point), let second = try direction(moved(first, 0.5)),
      let third = try direction(moved(second, 0.5)), let fourth = try direction(moved(third, 1))
    else { return nil }
    let way = (
      x: (first.x + 2 * second.x + 2 * third.x + fourth.x) / 6,
      y: (first.y + 2 * second.y + 2 * third.y + fourth.y) / 6
    )
    // Around a point of rest the four directions cancel one another.
    guard way.x * way.x + way.y * way.y > 0.25 else { return nil }
    return moved(way, 1)
  }
}

/// Points of the unit square, sorted into cells so that near ones are found at once.
private struct PointCells {
  private let side: Int
  private var cells: [[DataPoint]]

  /// Cells of at least that size.
  init(size: Double) {
    side = max(1, Int(1 / size))
    cells = Array(repeating: [], count: side * side)
  }

  private func place(_ coordinate: Double) -> Int {
    min(max(Int(coordinate * Double(side)), 0), side - 1)
  }

  mutating func insert(_ points: [DataPoint]) {
    for point in points { cells[place(point.y) * side + place(point.x)].append(point) }
  }

  /// Whether a point is nearer than a distance, which is at most the size of a cell.
  func hasPoint(near point: DataPoint, within distance: Double) -> Bool {
    let (column, row) = (place(point.x), place(point.y))
    for r in max(0, row - 1)...min(side - 1, row + 1) {
      for c in max(0, column - 1)...min(side - 1, column + 1) {
        for other in cells[r * side + c] {
          let (dx, dy) = (other.x - point.x, other.y - point.y)
          if dx * dx + dy * dy < distance * distance { return true }
        }
      }
    }
    return false
  }
}
