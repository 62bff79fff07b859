import Diagnostics
import Geometry

/// A side of a line on the page.
enum PageSide: Hashable, Sendable {
  case left
  case right
  case above
  case below

  /// The sides by the names that scenes use.
  static let names = Catalogue<PageSide>(
    "side", ["left": .left, "right": .right, "above": .above, "below": .below])

  /// The direction across a line, of length 1, that leads to this side.
  ///
  /// Where both lead there alike, as to the left of a level line, left and above are those of one who walks along it.
  func direction(across along: Vector) -> Vector {
    let left = -along.normalized.quarterTurn
    let share = left.dot(toward)
    if abs(share) > 1e-6 { return share > 0 ? left : -left }
    return self == .left || self == .above ? left : -left
  }

  private var toward: Vector {
    switch self {
    case .left: Vector(x: -1, y: 0)
    case .right: Vector(x: 1, y: 0)
    case .above: Vector(x: 0, y: -1)
    case .below: Vector(x: 0, y: 1)
    }
  }
}
