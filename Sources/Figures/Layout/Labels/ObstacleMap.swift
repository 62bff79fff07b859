package import Geometry

/// Which parts of the page are taken: what labels keep clear of.
///
/// Things keep their exact shapes; a grid of cells tells which of them are near a place.
package struct ObstacleMap: Sendable {
  /// How bad it is to cover something.
  package enum Weight: Sendable {
    /// Thin lines of the ground, readable under a label's halo.
    case light
    /// Marks that should stay visible.
    case heavy
    /// Other words, and the lines and points of the subject: never covered.
    case solid

    /// For a point of a line, where a step to the next best side of a mark costs 4.
    var perLength: Double {
      switch self {
      case .light: 0.25
      case .heavy: 2.5
      case .solid: 20
      }
    }

    /// For a square point of an area.
    var perArea: Double {
      switch self {
      case .light: 0.02
      case .heavy: 0.5
      case .solid: 10
      }
    }
  }

  /// Whose a thing is: labels keep nearer to their own than to others.
  package struct Owner: Hashable, Sendable {
    /// Counts the marks of all panels; −1 for what belongs to none.
    package var mark = -1
    package var part = 0
  }

  /// What a box would cover.
  struct Coverage {
    /// Whether it covers something solid.
    var isSolid = false
    /// The sum over everything that it covers.
    var cost = 0.0
    /// What thin lines of the ground contribute to it.
    var light = 0.0
    /// How near something solid comes that is not the owner's; infinity if it is further away than `reach`.
    var nearest = Double.infinity
  }

  /// The owner of what is added next.
  package var owner = Owner()
  private let size: Size
  private let cell: Double
  private let columns: Int
  private let rows: Int
  private var obstacles: [Obstacle] = []
  /// For each cell the last link of a chain of obstacles that touch it; −1 for none.
  private var chains: [Int32]
  private var links: [(obstacle: Int32, next: Int32)] = []

  /// A map of a page; `cell` is the side of the grid's cells in points.
  package init(page: Size, cell: Double = 16) {
    size = page
    // Long pages have longer cells: a grid of more than 512 × 512 helps nobody.
    self.cell = max(cell, min(max(page.width, page.height), 1e6) / 512, 1)
    columns = max(1, Int((min(max(page.width, 0), 1e6) / self.cell).rounded(.up)))
    rows = max(1, Int((min(max(page.height, 0), 1e6) / self.cell).rounded(.up)))
    chains = [Int32](repeating: -1, count: columns * rows)
  }

  private var page: Rect {
    Rect(minX: 0, minY: 0, maxX: Double(columns) * cell, maxY: Double(rows) * cell)
  }

  /// Where labels may stand: with room for a halo at the edges.
  var wholePage: Rect { Rect(minX: 0, minY: 0, maxX: size.width, maxY: size.height).inset(by: 3) }

  /// How far a box must move to lie on the page; one that is larger keeps its beginning there.
  func shiftOntoPage(of box: Rect) -> Vector {
    // With room for a halo.
    let edge = 3.0
    return Vector(
      x: max(min(0, size.width - edge - box.maxX), edge - box.minX),
      y: max(min(0, size.height - edge - box.maxY), edge - box.minY))
  }

  /// Takes a rectangle.
  package mutating func add(_ rect: Rect, _ weight: Weight) {
    guard rect.isDefined, rect.intersects(page) || page.contains(rect) else { return }
    obstacles.append(Obstacle(shape: .box(rect), weight: weight, owner: owner))
    for row in span(rect.minY, rect.maxY, rows) {
      link(row: row, from: rect.minX, to: rect.maxX)
    }
  }

  /// Takes the surroundings of a line through the points, `width` wide; breaks at undefined points.
  package mutating func add(polyline points: some Sequence<Point>, width: Double, _ weight: Weight) {
    var line = LineSimplification()
    for point in points {
      if let segment = line.next(point) { add(segment, reach: width / 2, weight) }
    }
    if let segment = line.end() { add(segment, reach: width / 2, weight) }
  }

  /// Takes the surroundings of a dot.
  package mutating func add(dot center: Point, radius: Double, _ weight: Weight) {
    if center.isFinite { add((center, center), reach: radius, weight) }
  }

  private mutating func add(_ segment: (Point, Point), reach: Double, _ weight: Weight) {
    let reach = reach + LineSimplification.tolerance
    guard let inside = page.outset(by: reach).clip(segment.0, segment.1) else { return }
    let start = segment.0.interpolated(to: segment.1, inside.0)
    let end = segment.0.interpolated(to: segment.1, inside.1)
    guard start.isFinite, end.isFinite else { return }
    obstacles.append(Obstacle(shape: .line(start, end, reach: reach), weight: weight, owner: owner))
    for row in span(min(start.y, end.y) - reach, max(start.y, end.y) + reach, rows) {
      let band = Rect(
        minX: -.infinity, minY: Double(row) * cell - reach, maxX: .infinity,
        maxY: Double(row + 1) * cell + reach)
      let part = band.clip(start, end) ?? (0, 1)
      let (from, to) = (start.interpolated(to: end, part.0).x, start.interpolated(to: end, part.1).x)
      link(row: row, from: min(from, to) - reach, to: max(from, to) + reach)
    }
  }

  private mutating func link(row: Int, from low: Double, to high: Double) {
    for column in span(low, high, columns) {
      links.append((Int32(truncatingIfNeeded: obstacles.count - 1), chains[row * columns + column]))
      chains[row * columns + column] = Int32(truncatingIfNeeded: links.count - 1)
    }
  }

  /// What a label in that box would cover, at what cost; infinity over something solid.
  package func cost(of box: Rect) -> Double {
    let coverage = coverage(of: box, stopsAtSolid: true)
    return coverage.isSolid ? .infinity : coverage.cost
  }

  /// What a label in that box would cover, and how near things of others come, if nearer than `reach`.
  func coverage(
    of box: Rect, reach: Double = 0, owner: Owner = Owner(), stopsAtSolid: Bool = false
  ) -> Coverage {
    var coverage = Coverage()
    guard box.isDefined else { return Coverage(isSolid: true, cost: .infinity) }
    let wide = box.outset(by: max(reach, 0))
    for row in span(wide.minY, wide.maxY, rows) {
      for column in span(wide.minX, wide.maxX, columns) {
        let square = Rect(x: Double(column) * cell, y: Double(row) * cell, width: cell, height: cell)
        var link = chains[row * columns + column]
        while link >= 0 {
          let obstacle = obstacles[Int(links[Int(link)].obstacle)]
          link = links[Int(link)].next
          let isSolid = obstacle.weight == .solid
          if obstacle.touches(box) {
            coverage.isSolid = coverage.isSolid || isSolid
            if isSolid, stopsAtSolid { return coverage }
            let cost = obstacle.cost(of: box, in: square)
            coverage.cost += cost
            if obstacle.weight == .light { coverage.light += cost }
          } else if isSolid, reach > 0, obstacle.owner != owner {
            let limit = min(reach, coverage.nearest)
            coverage.nearest = min(coverage.nearest, obstacle.distance(to: box, upTo: limit))
          }
        }
      }
    }
    return coverage
  }

  /// Whether a segment meets something solid.
  func isCrossed(by start: Point, _ end: Point) -> Bool {
    let box = Rect(from: start, to: end)
    guard box.isDefined else { return false }
    for row in span(box.minY, box.maxY, rows) {
      for column in span(box.minX, box.maxX, columns) {
        var link = chains[row * columns + column]
        while link >= 0 {
          let obstacle = obstacles[Int(links[Int(link)].obstacle)]
          link = links[Int(link)].next
          guard obstacle.weight == .solid else { continue }
          switch obstacle.shape {
          case .line(let from, let to, let reach):
            let isNear = Rect(from: from, to: from).outset(by: reach).clip(start, end) != nil
            if isNear || cross((from, to), (start, end)) { return true }
          case .box(let rect):
            if rect.clip(start, end) != nil { return true }
          }
        }
      }
    }
    return false
  }

  /// The cells that an interval touches; clamped to the page.
  private func span(_ low: Double, _ high: Double, _ count: Int) -> Range<Int> {
    let first = min(max((low / cell).rounded(.down), 0), Double(count))
    let end = min(max((high / cell).rounded(.down) + 1, first), Double(count))
    return Int(first)..<Int(end)
  }
}

extension Rect {
  fileprivate var isDefined: Bool { minX.isFinite && minY.isFinite && maxX.isFinite && maxY.isFinite }
}
