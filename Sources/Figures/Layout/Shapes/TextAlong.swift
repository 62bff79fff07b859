import Drawing
import Geometry

/// Words along a line: turned as the line is, and never upside down.
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

  /// Boxes that together cover the words, and little else.
  var pieces: [Rect] {
    guard let start = spine.first, let end = spine.last, start.isFinite, end.isFinite else { return [] }
    let way = (end - start).length
    // The shorter, the less their corners stand out.
    let count = halfHeight > 0 ? Int(min(max((2 * way / halfHeight).rounded(.up), 1), 128)) : 1
    let turned = Rect(around: [start, start.interpolated(to: end, 1 / Double(count))]) ?? .zero
    // A box of that part of the words, turned as they are.
    let across = (end - start).normalized.quarterTurn * halfHeight
    return (0..<count).map { number in
      let shift = (end - start) * (Double(number) / Double(count))
      return Rect(
        minX: turned.minX - abs(across.x), minY: turned.minY - abs(across.y),
        maxX: turned.maxX + abs(across.x), maxY: turned.maxY + abs(across.y)
      ).translated(by: shift)
    }
  }
}

extension TextAlong {
  /// Words above an arrow and below it, in its middle and further along; none if they are longer than it.
  static func choices(for block: TextBlock, along arrow: BentArrow, em: Double) -> [TextAlong] {
    let way = arrow.end - arrow.start
    guard way.length.isFinite, block.ink.width <= 0.95 * way.length else { return [] }
    let straight = arrow.start.interpolated(to: arrow.end, 0.5)
    let bulge = (arrow.middle - straight).dot(up(along: way))
    let share = block.ink.width / way.length
    // Off the middle of a bent arrow its direction is another.
    let shifts = abs(bulge) < 0.01 * way.length ? [0, -0.5, 0.5] : [0]
    return shifts.flatMap { shift in
      let anchor = arrow.middle + way * (shift * (0.95 - share))
      return [true, false].map { isAbove in
        // Where the curve sags, its sides rise beside the words: by as much as a parabola would.
        let sag = max(isAbove ? -bulge : bulge, 0) * share * share
        let gap = 0.4 * em + sag
        return TextAlong(block, at: anchor, along: way, gap: isAbove ? gap : -gap - block.ink.height)
      }
    }
  }
}

extension LabelRequest {
  /// Lets the words stand along a line as well, rather than level; the first place is the best.
  mutating func prefer(_ words: [TextAlong]) {
    guard !words.isEmpty else { return }
    for index in candidates.indices { candidates[index].cost += 50 }
    for (rank, along) in words.enumerated() {
      var candidate = Candidate(origin: .zero, cost: Double(rank) * 10)
      candidate.variant = variants.count
      candidates.append(candidate)
      variants.append(Variant(block: along.block, pieces: along.pieces))
    }
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
