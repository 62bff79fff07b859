/// The crossings of a sweep, numbered in the order in which it met them.
struct Crossings {
  private var all: [Crossing] = []

  /// The number that the next crossing will have.
  var nextNumber: Int32 { Int32(truncatingIfNeeded: all.count) }

  mutating func append(_ point: DataPoint, _ level: Int32) {
    all.append(Crossing(point: point, level: level))
  }

  /// Joins two crossings of one level, higher values on the left of the way.
  mutating func link(_ number: Int32, _ next: Int32) {
    all[Int(number)].next = next
    all[Int(next)].isEntered = true
  }

  /// Joins the crossings of a cell whose bottom corners have one rank and whose top corners another.
  mutating func link(across bottom: Int32, _ top: Int32, left: Int32, right: Int32) {
    for level in min(bottom, top)..<max(bottom, top) {
      if top > bottom {
        link(left &+ level, right &+ level)
      } else {
        link(right &+ level, left &+ level)
      }
    }
  }

  /// Follows the links into lines, for each level the open ones first.
  consuming func lines(levelCount: Int) -> [[ContourLine]] {
    var found = [[ContourLine]](repeating: [], count: levelCount)
    var trail: [DataPoint] = []
    for isClosed in [false, true] {
      for start in all.indices where all[start].next != Crossing.none {
        guard isClosed || !all[start].isEntered else { continue }
        trail.removeAll(keepingCapacity: true)
        follow(from: start) { trail.appendIfMoved(all[$0].point) }
        if isClosed { trail.dropRepeatedEnd() }
        guard trail.count > 1 else { continue }
        found[Int(all[start].level)].append(ContourLine(points: Array(trail[...]), isClosed: isClosed))
      }
    }
    return found
  }

  /// Follows the links into rings, where lines end along the border, then adds the rings of the
  /// border that lie wholly above a level.
  consuming func regions(closedBy border: GridBorder, levelCount: Int) -> [[ContourLine]] {
    var found = [[ContourLine]](repeating: [], count: levelCount)
    var stretchAfter = [Int32](repeating: Crossing.none, count: all.count)
    for (index, stretch) in border.stretches.enumerated() {
      all[Int(stretch.start)].next = stretch.end
      stretchAfter[Int(stretch.start)] = Int32(truncatingIfNeeded: index)
    }
    var trail: [DataPoint] = []
    for start in all.indices where all[start].next != Crossing.none {
      trail.removeAll(keepingCapacity: true)
      follow(from: start) { number in
        trail.appendIfMoved(all[number].point)
        guard stretchAfter[number] != Crossing.none else { return }
        let stretch = border.stretches[Int(stretchAfter[number])]
        for corner in border.corners[stretch.corners] { trail.appendIfMoved(corner) }
        for corner in border.corners[stretch.cornersAfterStart] { trail.appendIfMoved(corner) }
      }
      trail.dropRepeatedEnd()
      guard trail.count > 2 else { continue }
      found[Int(all[start].level)].append(ContourLine(points: Array(trail[...]), isClosed: true))
    }
    for ring in border.rings {
      let line = ContourLine(points: Array(border.corners[ring.corners]), isClosed: true)
      for level in 0..<Int(ring.lowestRank) { found[level].append(line) }
    }
    return found
  }

  /// Visits a crossing and all that follow, to the end of the line or until it comes back.
  private mutating func follow(from start: Int, _ visit: (Int) -> Void) {
    var number = start
    while true {
      visit(number)
      let next = Int(all[number].next)
      // Leaving a crossing uses its link up, so no line is followed twice and no walk is endless.
      all[number].next = Crossing.none
      guard next != Int(Crossing.none), next != start else { return }
      number = next
    }
  }
}

extension [DataPoint] {
  /// Appends a point unless the array ends with it; a level that passes through a grid point meets
  /// several edges there.
  fileprivate mutating func appendIfMoved(_ point: DataPoint) {
    if last != point { append(point) }
  }

  /// Drops the last points of a closed line that repeat the first.
  fileprivate mutating func dropRepeatedEnd() {
    while count > 1, last == first { removeLast() }
  }
}
