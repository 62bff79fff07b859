import Diagnostics
import Drawing
import Geometry

/// The words around a formula with their leaders, as items to be painted.
struct CalloutDrawing {
  private(set) var items: [DisplayItem] = []
  /// Around everything that was added, and the formula.
  private(set) var ink: Rect
  private(set) var problems: [Diagnostic] = []
  private let formula: Rect
  /// The size of the words' type, and that of the formula.
  private let unit: Double
  private let em: Double
  private let lines: Canvas.LineWidths

  init(around formula: Rect, unit: Double, em: Double, lines: Canvas.LineWidths) {
    (self.formula, ink) = (formula, formula)
    (self.unit, self.em, self.lines) = (unit, em, lines)
  }

  /// How far a leader must step aside to meet its words: nothing where they stand over or under the term.
  static func elbow(of placed: CalloutSides.Placed) -> Double {
    let reach = placed.term.words.ink.width * 0.36
    let off = placed.midX - placed.term.box.midX
    return abs(off) <= reach ? 0 : off - (off < 0 ? -reach : reach) * 0.5
  }

  /// Adds the words of one side, in a row, and their leaders.
  mutating func add(_ row: [CalloutSides.Placed], isBelow: Bool) {
    guard !row.isEmpty else { return }
    let down = isBelow ? 1.0 : -1.0
    let edge = isBelow ? formula.maxY : formula.minY
    let ranks = Self.ranks(of: row)
    let rail = { (rank: Int) in edge + down * unit * (0.5 + 0.5 * Double(rank)) }
    let deepest = ranks.compactMap(\.self).max()
    let feet = row.map { foot(of: $0.term, down) }
    let furthest = feet.reduce(edge) { isBelow ? max($0, $1.y) : min($0, $1.y) }
    let room = max(deepest.map { 1.0 + 0.5 * Double($0) } ?? 0.8, (furthest - edge) * down / unit + 0.6)
    let near = edge + down * unit * room
    for ((placed, start), rank) in zip(zip(row, feet), ranks) {
      let words = placed.term.words.ink
      let origin = Point(
        x: placed.midX - words.midX, y: near + down * 0.3 * unit - (isBelow ? words.minY : words.maxY))
      items.append(
        .group(
          DisplayGroup(
            placed.term.words.items, transform: .translation(origin - .zero), label: placed.term.words.source)
        ))
      ink = ink.union(words.translated(by: origin - .zero))
      problems += placed.term.words.problems
      let end = Point(x: placed.term.box.midX + Self.elbow(of: placed), y: near)
      let leader = Self.leader(from: start, to: end, by: rank.map(rail), radius: unit * 0.3)
      items.append(
        .path(leader, fill: nil, stroke: Stroke(placed.term.color, width: lines.thin, cap: .round)))
    }
  }

  /// Where a leader starts: just off the term, at the tip of a brace where the term is wide.
  private mutating func foot(of term: ExplainedTerm, _ down: Double) -> Point {
    let edge = (down > 0 ? term.box.maxY : term.box.minY) + down * em * 0.1
    let middle = Point(x: term.box.midX, y: edge)
    guard term.box.width > em * 1.3 else { return middle }
    let brace = BraceShape(
      style: .brace, start: Point(x: term.box.minX, y: edge), end: Point(x: term.box.maxX, y: edge),
      side: Vector(x: 0, y: down), depth: em * 0.22)
    items.append(.path(brace.outline(width: lines.thin * 1.3), fill: term.color, stroke: nil))
    return brace.tip
  }

  /// The order in which leaders of a row step aside, from the formula outwards, so that none crosses another; `nil`
  /// for straight ones.
  private static func ranks(of row: [CalloutSides.Placed]) -> [Int?] {
    let steps = row.map(elbow)
    var ranks = [Int?](repeating: nil, count: row.count)
    var rank = 0
    // Of those that step to the left, the leftmost turns first; of the others, the rightmost.
    for index in row.indices where steps[index] < 0 {
      ranks[index] = rank
      rank = index + 1 < row.count && steps[index + 1] < 0 ? rank + 1 : 0
    }
    rank = 0
    for index in row.indices.reversed() where steps[index] > 0 {
      ranks[index] = rank
      rank = index > 0 && steps[index - 1] > 0 ? rank + 1 : 0
    }
    return ranks
  }

  /// A line down or up, with two round corners where it steps aside at height `rail`.
  private static func leader(from start: Point, to end: Point, by rail: Double?, radius: Double) -> Path {
    guard let rail else { return Path(polyline: [start, Point(x: start.x, y: end.y)]) }
    let r = min(radius, abs(end.x - start.x) / 2, abs(rail - start.y), abs(end.y - rail))
    let (across, along) = (end.x < start.x ? -r : r, end.y < start.y ? -r : r)
    // 4/3 (√2 − 1) of the radius from the ends: a quarter circle.
    let k = 1 - 0.552_284_749_830_793_4
    var path = Path()
    path.move(to: start)
    path.line(to: Point(x: start.x, y: rail - along))
    path.curve(
      to: Point(x: start.x + across, y: rail), Point(x: start.x, y: rail - along * k),
      Point(x: start.x + across * k, y: rail))
    path.line(to: Point(x: end.x - across, y: rail))
    path.curve(
      to: Point(x: end.x, y: rail + along), Point(x: end.x - across * k, y: rail),
      Point(x: end.x, y: rail + along * k))
    path.line(to: end)
    return path
  }
}
