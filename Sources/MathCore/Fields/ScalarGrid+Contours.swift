extension ScalarGrid {
  /// The lines on which the field has each of `levels`, by marching squares with linear interpolation.
  ///
  /// Element `i` of the result holds the lines of `levels[i]`. Higher values lie on the left of a line
  /// (x to the right, y upwards). A value equal to the level counts as above it. Where a cell's corners
  /// alternate, the mean of the four decides which pair is joined. A line is closed, or ends on the
  /// grid's edge or at an undefined cell. Open lines come first, each group in the order in which a
  /// sweep from the first row meets them.
  ///
  /// A NaN level has no lines, nor has a grid without cells. Time and memory grow with the points of
  /// the grid and of the lines, so the caller bounds the number of levels.
  package func contourLines(at levels: [Double]) -> [[ContourLine]] {
    contours(at: levels) { scale in
      var sweep = ContourSweep(grid: self, scale: scale, findsBorder: false)
      sweep.run()
      return sweep.crossings.lines(levelCount: scale.count)
    }
  }

  /// The rings around the part of the plane where the field is at or above each of `levels`.
  ///
  /// Element `i` of the result holds the rings of `{value >= levels[i]}`, all closed: counterclockwise
  /// around the region and clockwise around its holes (x to the right, y upwards), so the nonzero and
  /// the even-odd rule fill the same. Painted in ascending order, each over the ones before, the
  /// regions leave no seams between bands. They end at the grid's edge and never cover an undefined
  /// cell; along the lines they agree with `contourLines(at:)` to the last bit.
  package func contourRegions(at levels: [Double]) -> [[ContourLine]] {
    contours(at: levels) { scale in
      var sweep = ContourSweep(grid: self, scale: scale, findsBorder: true)
      sweep.run()
      let border = GridBorder(
        joining: sweep.borderEdges, of: self, levelCount: scale.count)
      return sweep.crossings.regions(closedBy: border, levelCount: scale.count)
    }
  }

  /// Runs `find` on the sorted levels, a batch at a time, and hands each level its result.
  private func contours(
    at levels: [Double], _ find: (LevelScale) -> [[ContourLine]]
  ) -> [[ContourLine]] {
    var found = [[ContourLine]](repeating: [], count: levels.count)
    guard let pointCount else { return found }
    // An edge is crossed at most once by each level and a point owns two edges, so this keeps every
    // crossing's number within Int32.
    let batch = min(64, Int(Int32.max) / pointCount / 2)
    guard batch > 0 else { return found }
    let order = levels.indices.filter { !levels[$0].isNaN }.sorted { levels[$0] < levels[$1] }
    for start in stride(from: 0, to: order.count, by: batch) {
      let slots = order[start..<min(start + batch, order.count)]
      for (slot, lines) in zip(slots, find(LevelScale(slots.map { levels[$0] }))) {
        found[slot] = lines
      }
    }
    return found
  }
}
