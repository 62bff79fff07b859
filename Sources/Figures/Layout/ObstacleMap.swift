package import Geometry

/// Which parts of the page are taken, on a fine raster: what labels keep clear of.
package struct ObstacleMap: Sendable {
  /// How bad it is to cover something.
  package enum Weight: UInt8, Sendable {
    /// Thin lines of the ground, readable under a label's halo.
    case light = 1
    /// Marks that should stay visible.
    case heavy = 20
    /// Labels and the subject's points: never covered.
    case solid = 255
  }

  private let cell: Double
  private let columns: Int
  private let rows: Int
  private var weights: [UInt8]

  /// A map of a page; `cell` is the side of its squares in points.
  package init(page: Size, cell: Double) {
    self.cell = cell
    columns = max(1, Int((min(page.width, 1e5) / cell).rounded(.up)))
    rows = max(1, Int((min(page.height, 1e5) / cell).rounded(.up)))
    weights = [UInt8](repeating: 0, count: columns * rows)
  }

  /// Takes a rectangle.
  package mutating func add(_ rect: Rect, _ weight: Weight) {
    forEachRow(of: rect) { range, weights in
      for i in range where weights[i] < weight.rawValue { weights[i] = weight.rawValue }
    }
  }

  /// Takes the surroundings of a line through the points, `width` wide; breaks at undefined points.
  package mutating func add(polyline points: some Sequence<Point>, width: Double, _ weight: Weight) {
    var last: Point?
    for point in points {
      defer { last = point.isFinite ? point : nil }
      guard let start = last, point.isFinite else { continue }
      let step = max(cell, width / 2)
      // A segment that leaves the page far behind is followed on the page only.
      let count = min(Int(min((point - start).length / step, 4000)) + 1, 4000)
      for k in 0...count {
        add(dot: start.interpolated(to: point, Double(k) / Double(count)), radius: width / 2, weight)
      }
    }
  }

  /// Takes the square around a dot.
  package mutating func add(dot center: Point, radius: Double, _ weight: Weight) {
    add(
      Rect(
        minX: center.x - radius, minY: center.y - radius, maxX: center.x + radius,
        maxY: center.y + radius), weight)
  }

  /// What a label in that box would cover: the sum of weights, or infinity over something solid.
  package func cost(of box: Rect) -> Double {
    guard box.minX.isFinite, box.minY.isFinite, box.maxX.isFinite, box.maxY.isFinite else {
      return .infinity
    }
    var sum = 0
    var isBlocked = false
    for row in span(box.minY, box.maxY, rows) {
      for i in span(box.minX, box.maxX, columns) {
        let weight = weights[row * columns + i]
        if weight == Weight.solid.rawValue { isBlocked = true }
        sum += Int(weight)
      }
    }
    return isBlocked ? .infinity : Double(sum)
  }

  private mutating func forEachRow(of rect: Rect, _ body: (Range<Int>, inout [UInt8]) -> Void) {
    guard rect.minX.isFinite, rect.minY.isFinite, rect.maxX.isFinite, rect.maxY.isFinite else { return }
    let across = span(rect.minX, rect.maxX, columns)
    for row in span(rect.minY, rect.maxY, rows) {
      body(row * columns + across.lowerBound..<row * columns + across.upperBound, &weights)
    }
  }

  /// The cells that an interval touches; clamped to the page.
  private func span(_ low: Double, _ high: Double, _ count: Int) -> Range<Int> {
    let first = min(max((low / cell).rounded(.down), 0), Double(count))
    let end = min(max((high / cell).rounded(.up), first), Double(count))
    return Int(first)..<Int(end)
  }
}
