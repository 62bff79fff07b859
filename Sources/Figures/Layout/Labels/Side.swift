import Diagnostics
import Geometry

extension LabelRequest {
  /// A side of a point on which its label may stand.
  package enum Side: Hashable, Sendable, CaseIterable {
    case aboveRight
    case right
    case above
    case aboveLeft
    case belowRight
    case left
    case below
    case belowLeft

    /// Towards the label, each coordinate −1, 0 or 1; y down.
    var direction: Vector {
      switch self {
      case .aboveRight: Vector(x: 1, y: -1)
      case .right: Vector(x: 1, y: 0)
      case .above: Vector(x: 0, y: -1)
      case .aboveLeft: Vector(x: -1, y: -1)
      case .belowRight: Vector(x: 1, y: 1)
      case .left: Vector(x: -1, y: 0)
      case .below: Vector(x: 0, y: 1)
      case .belowLeft: Vector(x: -1, y: 1)
      }
    }
  }
}

extension LabelRequest {
  /// The sides by the names that scenes use.
  static let sides = Catalogue<Side>(
    "side",
    [
      "above-right": .aboveRight, "right": .right, "above": .above, "above-left": .aboveLeft,
      "below-right": .belowRight, "left": .left, "below": .below, "below-left": .belowLeft,
    ])
}
