import Geometry

/// Cuts boxes out of polylines.
struct LineCutter {
  private let boxes: [Rect]

  init(_ boxes: [Rect]) { self.boxes = boxes }

  /// The parts of a line outside all boxes, cut exactly at their edges.
  func pieces(of points: [Point], isClosed: Bool) -> [[Point]] {
    guard let first = points.first else { return [] }
    var pieces: [[Point]] = []
    var piece: [Point] = isInside(first) ? [] : [first]
    for (start, end) in zip(
      points, isClosed ? Array(points.dropFirst()) + [first] : Array(points.dropFirst()))
    {
      for (from, to) in outside(start, end) {
        if piece.last != from {
          if piece.count > 1 { pieces.append(piece) }
          piece = [from]
        }
        piece.append(to)
      }
    }
    // A ring's last piece runs on into its first, unless a gap lies between them.
    if isClosed, let head = pieces.first, piece.last == head.first {
      pieces[0] = piece + head.dropFirst()
    } else if piece.count > 1 {
      pieces.append(piece)
    }
    return pieces
  }

  private func isInside(_ point: Point) -> Bool { boxes.contains { $0.contains(point) } }

  /// The parts of a segment outside all boxes, in order.
  private func outside(_ start: Point, _ end: Point) -> [(Point, Point)] {
    var parts = [(0.0, 1.0)]
    for box in boxes {
      guard let hidden = box.clip(start, end) else { continue }
      parts = parts.flatMap { part -> [(Double, Double)] in
        var rest: [(Double, Double)] = []
        if part.0 < min(part.1, hidden.0) { rest.append((part.0, min(part.1, hidden.0))) }
        if max(part.0, hidden.1) < part.1 { rest.append((max(part.0, hidden.1), part.1)) }
        return rest
      }
    }
    return parts.map { part in
      (
        part.0 == 0 ? start : start.interpolated(to: end, part.0),
        part.1 == 1 ? end : start.interpolated(to: end, part.1)
      )
    }
  }
}
