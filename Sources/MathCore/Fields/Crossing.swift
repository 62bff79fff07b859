/// The place where one level passes through one edge of the grid.
///
/// Each is computed once and known by its number, so the pieces of a line in two neighboring cells
/// share it exactly and are joined without comparing coordinates.
struct Crossing {
  /// Stands for the number of no crossing.
  static let none: Int32 = -1

  var point: DataPoint
  /// The number of the crossing that follows, with higher values on the left of the way there.
  var next = none
  /// The index of the level.
  var level: Int32
  /// Whether another crossing is followed by this one.
  var isEntered = false

  /// The place of `level` between two different finite values, from 0 to 1.
  static func fraction(of level: Double, from start: Double, to end: Double) -> Double {
    let span = end - start
    if span.isFinite { return (level - start) / span }
    return (level / 2 - start / 2) / (end / 2 - start / 2)
  }

  /// The number at `fraction` of the way between two coordinates: exact at both ends, never outside.
  static func interpolate(_ start: Double, _ end: Double, _ fraction: Double) -> Double {
    // Halved, so that not even the widest grid overflows; measured from the nearer end.
    let half = end / 2 - start / 2
    return fraction <= 0.5 ? start + half * (2 * fraction) : end - half * (2 * (1 - fraction))
  }
}
