package import Geometry

extension Path {
  /// Whether every point lies in the box; a coordinate that is not a number never does.
  package func lies(within box: Rect) -> Bool {
    points.withUnsafeBufferPointer { points in
      // No early exit: without one the loop runs on whole vectors of points.
      var isInside = true
      for point in points {
        isInside =
          isInside & (point.x >= box.minX) & (point.x <= box.maxX) & (point.y >= box.minY)
          & (point.y <= box.maxY)
      }
      return isInside
    }
  }

  /// The same shape inside the box, with all coordinates in it; outside it runs along the box's edges.
  ///
  /// A point that is not finite breaks its subpath in two. With `closing`, open subpaths are closed
  /// first, as filling does.
  package func clipped(to box: Rect, closing: Bool) -> Path {
    var clipper = PathClipper(box: box, closing: closing)
    var next = 0
    for verb in verbs {
      let given = points[next..<next + verb.pointCount]
      next += verb.pointCount
      clipper.take(verb, given)
    }
    return clipper.finished()
  }
}

private func & (a: Bool, b: Bool) -> Bool { a ? b : false }
