/// The corners and edges of one cell, counterclockwise from the bottom left corner and bottom edge.
struct ContourCell {
  /// How many levels each corner has reached, or `LevelScale.undefined`.
  var ranks: (Int32, Int32, Int32, Int32)
  /// Added to a level's index, the number of its crossing on each edge: bottom, right, top, left.
  var offsets: (Int32, Int32, Int32, Int32)

  /// Joins the crossings of each level that passes through the cell.
  ///
  /// Walking around the cell, a line enters where the corners fall below the level and leaves where
  /// they rise above it, so that higher values lie on its left.
  @inline(__always)
  func link(_ crossings: inout Crossings, isCenterAbove: (Int32) -> Bool) {
    let lowest = min(min(ranks.0, ranks.1), min(ranks.2, ranks.3))
    let highest = max(max(ranks.0, ranks.1), max(ranks.2, ranks.3))
    guard lowest != LevelScale.undefined else { return }
    let (bottom, right, top, left) = offsets
    for level in lowest..<highest {
      // One bit a corner that is above, from the bottom left one on.
      let corners =
        (ranks.0 > level ? 1 : 0) | (ranks.1 > level ? 2 : 0)
        | (ranks.2 > level ? 4 : 0) | (ranks.3 > level ? 8 : 0)
      switch corners {
      case 1: crossings.link(bottom &+ level, left &+ level)
      case 2: crossings.link(right &+ level, bottom &+ level)
      case 3: crossings.link(right &+ level, left &+ level)
      case 4: crossings.link(top &+ level, right &+ level)
      case 6: crossings.link(top &+ level, bottom &+ level)
      case 7: crossings.link(top &+ level, left &+ level)
      case 8: crossings.link(left &+ level, top &+ level)
      case 9: crossings.link(bottom &+ level, top &+ level)
      case 11: crossings.link(right &+ level, top &+ level)
      case 12: crossings.link(left &+ level, right &+ level)
      case 13: crossings.link(bottom &+ level, right &+ level)
      case 14: crossings.link(left &+ level, bottom &+ level)
      case 5 where isCenterAbove(level):
        crossings.link(bottom &+ level, right &+ level)
        crossings.link(top &+ level, left &+ level)
      case 5:
        crossings.link(bottom &+ level, left &+ level)
        crossings.link(top &+ level, right &+ level)
      case 10 where isCenterAbove(level):
        crossings.link(right &+ level, top &+ level)
        crossings.link(left &+ level, bottom &+ level)
      default:
        crossings.link(right &+ level, bottom &+ level)
        crossings.link(left &+ level, top &+ level)
      }
    }
  }
}
