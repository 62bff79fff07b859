import Geometry

extension Panel {
  /// Whether a place is on the page, or so near that a line towards it can be drawn.
  func reaches(_ point: Point) -> Bool { abs(point.x) < 1e5 && abs(point.y) < 1e5 }

  /// Where labels may stand: with room for a halo at the edges.
  var wholePage: Rect { page.inset(by: 3) }

  /// Whether something between two places may be on the page: they do not lie beyond the same edge of it.
  func reaches(from start: Point, to end: Point) -> Bool {
    guard reaches(start), reaches(end) else { return false }
    return max(start.x, end.x) >= page.minX && min(start.x, end.x) <= page.maxX
      && max(start.y, end.y) >= page.minY && min(start.y, end.y) <= page.maxY
  }

  /// The whole page.
  var page: Rect { Rect(minX: 0, minY: 0, maxX: canvas.size.width, maxY: canvas.size.height) }
}
