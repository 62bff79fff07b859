extension DirectedPiece {
  /// The parts of a formula that is wider than a line, and the gaps between them; else the piece itself.
  ///
  /// Formulas that fit on a line are never broken: a reader takes them in at one glance.
  func parts(widerThan width: Double) -> [DirectedPiece] {
    guard case .formula(let box) = piece, box.width > width, !box.breaks.isEmpty else { return [self] }
    // Among letters from right to left, the parts still stand from left to right.
    let level = level.isRightToLeft ? level + 1 : level
    var parts: [DirectedPiece] = []
    var markCount = 0
    var start = 0.0
    for next in box.breaks(width: width) {
      let part = box.part(from: start, to: next.end, marks: markCount..<next.markCount)
      parts.append(DirectedPiece(piece: .formula(part), level: level))
      parts.append(
        DirectedPiece(piece: .formula(Box(width: next.start - next.end)), level: level, isGap: true))
      (markCount, start) = (next.markCount, next.start)
    }
    let last = box.part(from: start, to: box.width, marks: markCount..<box.marks.count)
    parts.append(DirectedPiece(piece: .formula(last), level: level))
    return parts
  }
}

extension Box {
  /// The breaks outside of parentheses, and those inside where it must be.
  fileprivate func breaks(width limit: Double) -> [Break] {
    let end = Break(markCount: marks.count, end: width, start: width, depth: 0)
    var chosen: [Break] = []
    var inner: [Break] = []
    var start = 0.0
    for next in breaks + [end] {
      guard next.depth == 0 else {
        inner.append(next)
        continue
      }
      if next.end - start > limit { chosen += inner }
      inner = []
      chosen.append(next)
      start = next.start
    }
    return chosen.dropLast()
  }

  /// A part with its own marks, as high and deep as the whole.
  fileprivate func part(from start: Double, to end: Double, marks range: Range<Int>) -> Box {
    Box(
      width: end - start, ascent: ascent, descent: descent,
      marks: marks[range].map { mark in
        var mark = mark
        mark.x -= start
        return mark
      })
  }
}
