extension ScalarGrid {
  /// The lines on which a function is 0, each point moved along its edge of the grid to where the function
  /// itself is 0, and not only its interpolation.
  ///
  /// The grid holds the function's values. `function` gives the values at points with given coordinates,
  /// all at once. Sign changes at which it jumps or has a pole are no zeros: the line is broken there.
  /// A zero of even order, such as that of x², is not seen: the sign does not change.
  package func zeroSet<Failure: Error>(
    of function: (_ xs: [Double], _ ys: [Double]) throws(Failure) -> [Double]
  ) throws(Failure) -> [ContourLine] {
    let lines = contourLines(at: [0])[0]
    let edges = lines.flatMap { line in line.points.map(edge) }
    var search = EdgeSearch(edges)
    try search.run(function)
    var rest = search.roots[...]
    return lines.flatMap { line in
      let points = rest.prefix(line.points.count)
      rest = rest.dropFirst(line.points.count)
      return Self.pieces(Array(points), isClosed: line.isClosed)
    }
  }

  /// The edge of the grid on which a crossing lies.
  private func edge(_ point: DataPoint) -> GridEdge {
    let (column, row) = (place(of: point.x, in: xs), place(of: point.y, in: ys))
    // A crossing is on a line of the grid in at least one direction, to the last bit.
    if ys[row] == point.y {
      let next = min(column + 1, xs.count - 1)
      return GridEdge(
        start: DataPoint(x: xs[column], y: point.y), end: DataPoint(x: xs[next], y: point.y),
        values: (values[row * xs.count + column], values[row * xs.count + next]), guess: point)
    }
    let next = min(row + 1, ys.count - 1)
    return GridEdge(
      start: DataPoint(x: point.x, y: ys[row]), end: DataPoint(x: point.x, y: ys[next]),
      values: (values[row * xs.count + column], values[next * xs.count + column]), guess: point)
  }

  /// The last coordinate that is not above a number.
  private func place(of number: Double, in coordinates: [Double]) -> Int {
    var (low, high) = (0, coordinates.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if coordinates[middle] <= number { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// The stretches between points that turned out to be none.
  private static func pieces(_ points: [DataPoint?], isClosed: Bool) -> [ContourLine] {
    guard points.contains(where: { $0 == nil }) else {
      return [ContourLine(points: points.compactMap { $0 }, isClosed: isClosed)]
    }
    // A closed line goes on across its first point.
    var turned = points
    if isClosed, let first = points.firstIndex(where: { $0 == nil }) {
      turned = Array(points[first...] + points[..<first])
    }
    return turned.split(separator: nil).filter { $0.count > 1 }
      .map { ContourLine(points: $0.compactMap { $0 }, isClosed: false) }
  }
}

/// A side of a cell, at the ends of which a function has values of opposite signs.
private struct GridEdge {
  var start: DataPoint
  var end: DataPoint
  var values: (Double, Double)
  /// Where the interpolation crosses 0.
  var guess: DataPoint
}

/// A search for zeros on many edges at once.
private struct EdgeSearch {
  /// For each edge, the zero, or `nil` if the sign changes without one.
  private(set) var roots: [DataPoint?]

  private let edges: [GridEdge]
  /// Fractions of the way along each edge.
  private var low: [Double]
  private var high: [Double]
  private var lowValue: [Double]
  private var highValue: [Double]

  /// The interval shrinks at least by half in two rounds.
  private static let rounds = 24
  /// A fraction of an edge: far below a pixel.
  private static let tolerance = 1e-6

  init(_ edges: [GridEdge]) {
    self.edges = edges
    roots = edges.map(\.guess)
    low = Array(repeating: 0, count: edges.count)
    high = Array(repeating: 1, count: edges.count)
    lowValue = edges.map(\.values.0)
    highValue = edges.map(\.values.1)
  }

  /// Regula falsi and bisection in turns, on all edges that are still wide.
  mutating func run<Failure: Error>(
    _ function: (_ xs: [Double], _ ys: [Double]) throws(Failure) -> [Double]
  ) throws(Failure) {
    var active = edges.indices.filter { (lowValue[$0] < 0) != (highValue[$0] < 0) }
    for round in 0..<Self.rounds where !active.isEmpty {
      let ts = active.map { i in
        let secant = lowValue[i] / (lowValue[i] - highValue[i])
        let t = round % 3 == 2 || !secant.isFinite ? 0.5 : min(max(secant, 0.01), 0.99)
        return low[i] + t * (high[i] - low[i])
      }
      let points = zip(active, ts).map { point(on: $0, at: $1) }
      let values = try function(points.map(\.x), points.map(\.y))
      for (i, (t, value)) in zip(active, zip(ts, values)) {
        if (value < 0) == (lowValue[i] < 0) {
          (low[i], lowValue[i]) = (t, value)
        } else {
          (high[i], highValue[i]) = (t, value)
        }
        roots[i] = root(on: i)
      }
      active = active.filter { high[$0] - low[$0] > Self.tolerance && !isExact($0) }
    }
  }

  /// Whether one end of an interval is a zero to about nine digits.
  private func isExact(_ edge: Int) -> Bool {
    let whole = max(abs(edges[edge].values.0), abs(edges[edge].values.1))
    return min(abs(lowValue[edge]), abs(highValue[edge])) <= 1e-9 * whole
  }

  private func point(on edge: Int, at t: Double) -> DataPoint {
    let (start, end) = (edges[edge].start, edges[edge].end)
    return DataPoint(x: start.x + t * (end.x - start.x), y: start.y + t * (end.y - start.y))
  }

  /// The zero between the two ends of an interval; next to a jump or pole the values do not shrink.
  private func root(on edge: Int) -> DataPoint? {
    let sizes = (abs(lowValue[edge]), abs(highValue[edge]))
    let whole = max(abs(edges[edge].values.0), abs(edges[edge].values.1))
    guard sizes.0.isFinite, sizes.1.isFinite, min(sizes.0, sizes.1) <= whole else { return nil }
    // With a width of a millionth of the edge, a continuous function has lost nearly all of its size.
    if high[edge] - low[edge] <= 1e-3, max(sizes.0, sizes.1) > 0.5 * whole { return nil }
    let t = lowValue[edge] / (lowValue[edge] - highValue[edge])
    return point(on: edge, at: low[edge] + (t.isFinite ? t : 0.5) * (high[edge] - low[edge]))
  }
}
