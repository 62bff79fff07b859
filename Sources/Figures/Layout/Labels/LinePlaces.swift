import Diagnostics
import Drawing
import Geometry
import SceneFiles

/// Where along a line its label should stand: 0 is the start, 1 the end.
struct LinePlace: Hashable, Sendable {
  var fraction: Double

  static let start = LinePlace(fraction: 0)
  static let middle = LinePlace(fraction: 0.5)
  static let end = LinePlace(fraction: 1)

  /// The place off the very ends, where a leader line may begin.
  var inner: Double { min(max(fraction, 0.15), 0.85) }
}

extension Fields {
  /// Reads `place`: `start`, `middle`, `end`, or a share of the line's length.
  mutating func linePlace() throws(Diagnostic) -> LinePlace? {
    guard let scalar = try scalar("place") else { return nil }
    switch scalar.resolved {
    case .number:
      return try number("place", in: 0...1).map { LinePlace(fraction: $0) }
    default:
      return try word("place", among: [("start", .start), ("middle", .middle), ("end", .end)])
    }
  }
}

/// The visible part of a line on the page, measured along its length.
struct LinePlaces {
  /// The pieces within the frame, in their order.
  private let pieces: [(start: Point, end: Point, from: Double)]
  private let length: Double

  /// `nil` if nothing of the line is visible.
  init?(of runs: some Sequence<[Point]>, in frame: Rect) {
    var pieces: [(start: Point, end: Point, from: Double)] = []
    var length = 0.0
    for run in runs {
      for (start, end) in zip(run, run.dropFirst()) where start.isFinite && end.isFinite {
        guard let inside = frame.clip(start, end) else { continue }
        let (first, last) = (start.interpolated(to: end, inside.0), start.interpolated(to: end, inside.1))
        pieces.append((first, last, length))
        length += (last - first).length
      }
    }
    guard !pieces.isEmpty, length.isFinite, length > 0 else { return nil }
    self.pieces = pieces
    self.length = length
  }

  /// The point at a share of the length, and the direction in which the line runs there.
  func point(at fraction: Double) -> (point: Point, along: Vector) {
    let target = min(max(fraction, 0), 1) * length
    // The last piece that does not start beyond it.
    var (low, high) = (0, pieces.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if pieces[middle].from <= target { low = middle } else { high = middle - 1 }
    }
    let piece = pieces[low]
    let along = piece.end - piece.start
    let share = along.length > 0 ? min((target - piece.from) / along.length, 1) : 0
    return (piece.start.interpolated(to: piece.end, share), along.normalized)
  }

  /// Places beside the line on both sides, the better the nearer to `wanted`, and at its ends beyond them.
  func candidates(
    for block: TextBlock, around wanted: LinePlace, weight: Double, gap: Double
  ) -> [LabelRequest.Candidate] {
    var candidates: [LabelRequest.Candidate] = []
    // All along the line, and finely near the wanted place.
    let near = (-6...6).map { wanted.fraction + Double($0) * block.ink.height / 2 / length }
    for fraction in (0...24).map({ Double($0) / 24 }) + near {
      let (point, along) = point(at: fraction)
      // What would lie beyond the line is no place, but places keep their numbers while the line changes.
      let cost = 0...1 ~= fraction ? abs(fraction - wanted.fraction) * weight : .infinity
      let across = along.quarterTurn
      let above = across.y <= 0 ? across : -across
      for (rank, side) in [above, -above].enumerated() {
        for (farther, distance) in [gap, gap * 1.7].enumerated() {
          candidates.append(
            LabelRequest.Candidate(
              block, beside: point, towards: side, distance: distance,
              cost: cost + Double(rank) * 3 + Double(farther) * 3))
        }
      }
      guard fraction == 0 || fraction == 1 else { continue }
      let beyond = fraction == 0 ? -along : along
      candidates.append(
        LabelRequest.Candidate(block, beside: point, towards: beyond, distance: gap, cost: cost))
    }
    return candidates
  }
}

extension LabelRequest {
  /// The name of a line that is `width` wide: beyond its right end if it stands there, else beside it.
  init(
    naming line: LinePlaces?, _ block: TextBlock, at asked: LinePlace?, else usual: LinePlace,
    isAtEnd: Bool, width: Double, on panel: Panel
  ) {
    let place = asked ?? usual
    var bounds = panel.frame.inset(by: 3)
    var candidates: [Candidate] = []
    if let line {
      let isBeyond = isAtEnd && panel.endRoom.width > 0
      candidates = line.candidates(
        // What the author asks for is left only where the label would cover something.
        for: block, around: place, weight: asked == nil ? 40 : 300, gap: panel.canvas.type.label * 0.5)
      if isBeyond {
        for index in candidates.indices { candidates[index].cost += 20 }
        candidates = line.endCandidates(for: block, panel.endRoom) + candidates
        bounds.maxX = panel.frame.maxX + panel.endRoom.width + 1
      }
    }
    self.init(
      block: block, candidates: candidates, padding: 2, bounds: bounds,
      anchor: line?.point(at: place.inner).point, anchorRadius: width / 2, isName: true)
  }
}
