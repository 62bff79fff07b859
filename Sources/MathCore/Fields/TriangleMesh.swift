/// A place in space, in data units.
package struct SpacePoint: Hashable, Sendable {
  package var x: Double
  package var y: Double
  package var z: Double

  /// A place from its coordinates.
  package init(x: Double, y: Double, z: Double) {
    self.x = x
    self.y = y
    self.z = z
  }
}

/// A surface of triangles over shared corners.
package struct TriangleMesh: Sendable {
  /// The corners.
  package let corners: [SpacePoint]
  /// Three places among the corners for each triangle, counterclockwise as seen from its front.
  package let triangles: [(Int, Int, Int)]

  /// A surface; every triangle has to name existing corners.
  package init(corners: [SpacePoint], triangles: [(Int, Int, Int)]) {
    precondition(
      triangles.allSatisfy {
        corners.indices.contains($0.0) && corners.indices.contains($0.1)
          && corners.indices.contains($0.2)
      }, "a triangle's corners must exist")
    self.corners = corners
    self.triangles = triangles
  }

  /// The graph of a field over its grid, seen from above: two triangles a cell, none for a cell with an
  /// undefined corner.
  ///
  /// Cells are halved along the diagonal between the corners of more similar height, which keeps ridges.
  package init(_ grid: ScalarGrid) {
    guard grid.pointCount != nil else {
      self.init(corners: [], triangles: [])
      return
    }
    let columns = grid.xs.count
    var triangles: [(Int, Int, Int)] = []
    for row in 0..<grid.ys.count - 1 {
      for column in 0..<columns - 1 {
        let (a, b) = (row * columns + column, row * columns + column + 1)
        let (c, d) = (b + columns, a + columns)
        guard [a, b, c, d].allSatisfy({ grid.values[$0].isFinite }) else { continue }
        if abs(grid.values[a] - grid.values[c]) <= abs(grid.values[b] - grid.values[d]) {
          triangles += [(a, b, c), (a, c, d)]
        } else {
          triangles += [(a, b, d), (b, c, d)]
        }
      }
    }
    let corners = grid.values.indices.map { place in
      SpacePoint(x: grid.xs[place % columns], y: grid.ys[place / columns], z: grid.values[place])
    }
    self.init(corners: corners, triangles: triangles)
  }
}

/// A chain of points in space.
package struct SpaceLine: Hashable, Sendable {
  /// The points in order; a closed line does not repeat its first point.
  package var points: [SpacePoint]
  /// Whether the last point is joined to the first.
  package var isClosed: Bool
}

extension TriangleMesh {
  /// The lines on the surface on which a value of its corners is `level`, by marching triangles with linear
  /// interpolation.
  ///
  /// `values` has one number a corner; triangles with a value that is not finite have no lines. A value
  /// equal to the level counts as above it. Higher values lie on the left of a line, seen from the front.
  package func contourLines(of values: [Double], at level: Double) -> [SpaceLine] {
    precondition(values.count == corners.count, "every corner needs a value")
    var links: [EdgeKey: EdgeKey] = [:]
    var starts: [EdgeKey] = []
    for triangle in triangles {
      let (a, b, c) = triangle
      guard values[a].isFinite, values[b].isFinite, values[c].isFinite else { continue }
      let ring = [(a, b), (b, c), (c, a)]
      // Around the triangle a line enters where the corners fall below the level, and leaves where they rise.
      guard let fall = ring.first(where: { values[$0.0] >= level && values[$0.1] < level }),
        let rise = ring.first(where: { values[$0.0] < level && values[$0.1] >= level })
      else { continue }
      let start = EdgeKey(fall.0, fall.1)
      // Where more than two triangles share an edge, the first one goes on.
      if links[start] == nil {
        links[start] = EdgeKey(rise.0, rise.1)
        starts.append(start)
      }
    }
    return joined(links, starts).map { line in
      SpaceLine(points: line.edges.map { crossing($0, values, level) }, isClosed: line.isClosed)
    }
  }

  /// An edge, whichever triangle names it.
  private struct EdgeKey: Hashable {
    var low: Int
    var high: Int

    init(_ a: Int, _ b: Int) { (low, high) = (min(a, b), max(a, b)) }
  }

  /// Chains of links, the open ones first, each group in the order of the triangles.
  private func joined(
    _ links: [EdgeKey: EdgeKey], _ starts: [EdgeKey]
  ) -> [(edges: [EdgeKey], isClosed: Bool)] {
    let entered = Set(links.values)
    var used: Set<EdgeKey> = []
    var lines: [(edges: [EdgeKey], isClosed: Bool)] = []
    for isOpen in [true, false] {
      for start in starts where !used.contains(start) && (!isOpen || !entered.contains(start)) {
        var edges = [start]
        used.insert(start)
        var next = links[start]
        while let edge = next, edge != start {
          edges.append(edge)
          if !used.insert(edge).inserted { break }
          next = links[edge]
        }
        lines.append((edges, next == start))
      }
    }
    return lines
  }

  private func crossing(_ edge: EdgeKey, _ values: [Double], _ level: Double) -> SpacePoint {
    let (a, b) = (corners[edge.low], corners[edge.high])
    let t = (level - values[edge.low]) / (values[edge.high] - values[edge.low])
    return SpacePoint(
      x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y), z: a.z + t * (b.z - a.z))
  }
}
