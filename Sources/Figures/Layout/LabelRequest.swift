import Diagnostics
package import Drawing
package import Geometry

/// A label that wants a place on the page.
package struct LabelRequest: Sendable {
  /// A place that it may take.
  package struct Candidate: Hashable, Sendable {
    /// Where the origin of the text block would lie.
    package var origin: Point
    /// How much worse than the best place it is by itself; 0 is best.
    package var cost: Double

    package init(origin: Point, cost: Double) {
      self.origin = origin
      self.cost = cost
    }
  }

  package var block: TextBlock
  package var candidates: [Candidate]
  /// Which part of the mark it names; the mark's own count.
  package var part: Int
  /// Kept free around the ink, in points.
  package var padding: Double
  /// Where the label must stay.
  package var bounds: Rect
  /// Whether the picture is complete without it, as with one of many contour numbers.
  package var isOptional: Bool
  /// What the label speaks of, for the leader line that joins them when it must move away; `nil` for one that
  /// stands where it stands.
  package var anchor: Point?
  /// Whether it is the name of its mark, which a legend may tell instead.
  package var isName: Bool
  /// Whether the ground's color surrounds its letters, so that it reads over whatever it must cover.
  package var hasHalo: Bool

  package init(
    block: TextBlock, candidates: [Candidate], part: Int = 0, padding: Double, bounds: Rect,
    isOptional: Bool = false, anchor: Point? = nil, isName: Bool = false, hasHalo: Bool = true
  ) {
    self.block = block
    self.candidates = candidates
    self.part = part
    self.padding = padding
    self.bounds = bounds
    self.isOptional = isOptional
    self.anchor = anchor
    self.isName = isName
    self.hasHalo = hasHalo
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

/// A label that has its place.
package struct PlacedLabel: Sendable {
  package var block: TextBlock
  package var origin: Point
  /// Which part of the mark it names.
  package var part: Int
  package var hasHalo: Bool

  /// The box of its ink on the page.
  package var ink: Rect { block.ink.translated(by: Vector(x: origin.x, y: origin.y)) }
}

extension LabelRequest {
  /// The eight places around an anchor, best first: above right, then as a reader would look.
  package static func around(
    _ anchor: Point, _ block: TextBlock, distance: Double, preferring preferred: Side? = nil
  ) -> [Candidate] {
    Side.allCases.enumerated().map { index, side in
      let toward = side.direction
      let box = block.ink
      // On a diagonal the box starts nearer, so that its corner is as far away as an edge would be.
      let reach = toward.x * toward.y == 0 ? distance : distance * 0.75
      let x = anchor.x + toward.x * reach - box.minX - box.width * (1 - toward.x) / 2
      let y = anchor.y + toward.y * reach - box.minY - box.height * (1 - toward.y) / 2
      return Candidate(
        origin: Point(x: x, y: y), cost: side == preferred ? 0 : Double(index + 1) * 4)
    }
  }

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
