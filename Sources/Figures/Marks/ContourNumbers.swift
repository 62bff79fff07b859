import Diagnostics
import Drawing
import Geometry
import MathCore

/// The values written into contour lines, and where they may stand.
struct ContourNumbers {
  private let numbers: Contours.Numbers
  private let panel: Panel
  private let blocks: [TextBlock?]
  /// The lines of each level that are long enough for a number, longest first.
  private let lines: [[[Point]]]

  private var size: Double { Self.size(on: panel) }
  private var padding: Double { Self.padding(on: panel) }

  private static func size(on panel: Panel) -> Double { panel.canvas.type.small }

  /// Between a number and the ends of its line.
  static func padding(on panel: Panel) -> Double { size(on: panel) * 0.32 }

  init(_ numbers: Contours.Numbers, on panel: Panel, color: Color) {
    self.numbers = numbers
    self.panel = panel
    let size = Self.size(on: panel)
    blocks = numbers.names.map { panel.press.typeset(name: LocatedText($0), size: size, color: color) }
    lines = zip(numbers.lines, blocks).map { lines, block in
      guard let block else { return [] }
      return lines.map { panel.places(of: $0.points) }
        .map { (points: $0, length: length(of: $0)) }
        .filter { $0.length > 6 * block.width }
        .sorted { $0.length > $1.length }
        .prefix(2).map(\.points)
    }
  }

  /// One request a line: every place along it where the number would cover no other line.
  var requests: [LabelRequest] {
    let raster = LevelRaster(numbers, on: panel)
    // Room to the frame of one and a half times the type's size.
    let bounds = panel.frame.inset(by: size * 1.5)
    var requests: [LabelRequest] = []
    for (level, block) in blocks.enumerated() {
      guard let block else { continue }
      for points in lines[level] {
        let candidates = places(along: points, spacing: size * 0.5)
          .map { Point(x: $0.x - block.ink.midX, y: $0.y - block.ink.midY) }
          .filter { raster.isFree(gap(of: block, at: $0), except: level) }
          .map { LabelRequest.Candidate(origin: $0, cost: 0) }
        requests.append(
          LabelRequest(
            block: block, candidates: candidates, part: level, padding: padding, bounds: bounds,
            isOptional: true, hasHalo: false))
      }
    }
    return requests
  }

  /// The box in which a number interrupts its line.
  private func gap(of block: TextBlock, at origin: Point) -> Rect {
    block.ink.translated(by: Vector(x: origin.x, y: origin.y)).outset(by: padding)
  }

  /// Points at equal distances along a line.
  private func places(along points: [Point], spacing: Double) -> [Point] {
    var places: [Point] = []
    var toNext = spacing
    for (start, end) in zip(points, points.dropFirst()) {
      let length = (end - start).length
      var passed = 0.0
      while length - passed >= toNext, places.count < 2000 {
        passed += toNext
        places.append(start.interpolated(to: end, passed / length))
        toNext = spacing
      }
      toNext -= length - passed
    }
    return places
  }
}

private func length(of points: [Point]) -> Double {
  zip(points, points.dropFirst()).reduce(0) { $0 + ($1.1 - $1.0).length }
}

/// Which levels' lines pass where, on a coarse raster of the panel.
private struct LevelRaster {
  private static let cell = 2.5
  private let frame: Rect
  private let columns: Int
  private let rows: Int
  /// 0 for none, `level + 1` for one level, −1 for several.
  private var owners: [Int32]

  init(_ numbers: Contours.Numbers, on panel: Panel) {
    frame = panel.frame
    columns = max(1, Int(min(frame.width / Self.cell, 8000)) + 1)
    rows = max(1, Int(min(frame.height / Self.cell, 8000)) + 1)
    owners = [Int32](repeating: 0, count: columns * rows)
    for (level, lines) in numbers.lines.enumerated() {
      for line in lines { mark(panel.places(of: line.points), line.isClosed, Int32(level + 1)) }
    }
  }

  /// A line, also where its points lie further apart than the cells are wide.
  private mutating func mark(_ points: [Point], _ isClosed: Bool, _ owner: Int32) {
    var last = isClosed ? points.last : points.first
    for point in points {
      let start = last ?? point
      let steps = (point - start).length / Self.cell * 2
      let count = steps < 4000 ? Int(steps) + 1 : 1
      for k in 1...count { mark(start.interpolated(to: point, Double(k) / Double(count)), owner) }
      last = point
    }
  }

  private mutating func mark(_ point: Point, _ owner: Int32) {
    let column = Int(min(max((point.x - frame.minX) / Self.cell, 0), Double(columns - 1)))
    let row = Int(min(max((point.y - frame.minY) / Self.cell, 0), Double(rows - 1)))
    let i = row * columns + column
    owners[i] = owners[i] == 0 || owners[i] == owner ? owner : -1
  }

  func isFree(_ box: Rect, except level: Int) -> Bool {
    let own = Int32(level + 1)
    let across = span(box.minX - frame.minX, box.maxX - frame.minX, columns)
    for row in span(box.minY - frame.minY, box.maxY - frame.minY, rows) {
      for i in across where owners[row * columns + i] != 0 && owners[row * columns + i] != own {
        return false
      }
    }
    return true
  }

  private func span(_ low: Double, _ high: Double, _ count: Int) -> ClosedRange<Int> {
    let first = Int(min(max(low / Self.cell, 0), Double(count - 1)))
    return first...max(first, Int(min(max(high / Self.cell, 0), Double(count - 1))))
  }
}
