import Drawing
import Geometry

/// Words along a line: turned as the line is, above it, and never upside down.
struct TextAlong {
  /// The words, turned; their origin is that of the page.
  let block: TextBlock
  /// The line through the middle of the words, from the first letter to the last.
  let spine: [Point]
  /// From the spine to the top of the words, and to their foot.
  let halfHeight: Double

  /// Words with their middle `gap` above `anchor`, along a direction.
  init(_ block: TextBlock, at anchor: Point, along direction: Vector, gap: Double) {
    let reading = Self.readingDirection(direction)
    let up = Self.up(along: direction)
    let ink = block.ink
    var turn = Transform(a: reading.x, b: reading.y, c: -up.x, d: -up.y, tx: 0, ty: 0)
    let foot = turn.apply(Point(x: ink.midX, y: ink.maxY))
    let shift = (anchor + up * gap) - foot
    (turn.tx, turn.ty) = (shift.x, shift.y)
    self.block = block.turned(by: turn)
    spine = [Point(x: ink.minX, y: ink.midY), Point(x: ink.maxX, y: ink.midY)].map(turn.apply)
    halfHeight = ink.height / 2
  }

  /// The direction of the line, or its opposite: from left to right, and upwards along a vertical one.
  static func readingDirection(_ direction: Vector) -> Vector {
    let along = direction.normalized
    if abs(along.x) < 1e-9 { return Vector(x: 0, y: -1) }
    return along.x < 0 ? -along : along
  }

  /// Across the line, to where the words stand.
  static func up(along direction: Vector) -> Vector { -readingDirection(direction).quarterTurn }

  func block(in obstacles: inout ObstacleMap) {
    obstacles.add(polyline: spine, width: halfHeight * 2, .solid)
  }

  /// Draws the words with a halo of the ground's color.
  func draw(on panel: Panel, into list: inout DisplayList) {
    list.draw(
      PlacedLabel(block: block, origin: .zero, part: 0, hasHalo: true, leader: nil, choice: 0), on: panel)
  }
}

extension TextBlock {
  /// The same ink, turned and moved; the line box stays what it was.
  func turned(by transform: Transform) -> TextBlock {
    var block = self
    block.items = items.isEmpty ? [] : [.group(DisplayGroup(items, transform: transform))]
    block.ink = transform.apply(ink)
    return block
  }
}
