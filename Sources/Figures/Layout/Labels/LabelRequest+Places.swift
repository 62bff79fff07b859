package import Drawing
package import Geometry
import Glibc

/// Places around points and beside lines, as cartographers rank them.
///
/// Sources: E. Imhof, "Positioning names on maps", The American Cartographer 2 (1975); J. Christensen, J. Marks,
/// S. Shieber, "An empirical study of algorithms for point-feature label placement", ACM Transactions on Graphics 14
/// (1995): eight places around a point, above right the best.
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

  /// How many places there are around a point, further away than any mark wants them.
  static let ringPlaceCount = ringReaches.count * ringDirections.count

  /// How far the rings are, in heights of the label.
  private static let ringReaches = [1.3, 1.8, 2.4, 3.2, 4.2, 5.4, 7, 9]
  /// Where the places of a ring are, as seen from its middle.
  private static let ringDirections = (0..<24).map { turn in
    let angle = (Double(turn) - 3) * .pi / 12
    return Vector(x: cos(angle), y: sin(angle))
  }

  /// A place further away, in one of the rings around an anchor, with a leader line; the inner ones come first.
  static func ringPlace(
    _ number: Int, around anchor: Point, _ block: TextBlock, radius: Double
  ) -> Candidate {
    let (ring, turn) = number.quotientAndRemainder(dividingBy: ringDirections.count)
    let (reach, toward) = (ringReaches[ring], ringDirections[turn])
    // A box in a slanting direction hangs on its corner, one straight to a side on the middle of its edge.
    let (across, up) = (min(max(toward.x * 1.6, -1), 1), min(max(toward.y * 1.6, -1), 1))
    let distance = radius + reach * min(max(block.ink.height, 8), 16)
    let center = Point(
      x: anchor.x + toward.x * distance + across * block.ink.width / 2,
      y: anchor.y + toward.y * distance + up * block.ink.height / 2)
    return Candidate(
      centering: block, at: center, cost: 30 + reach * 12 + Double(turn) * 0.2, anchor: anchor,
      hasLeader: true)
  }
}

extension LabelRequest.Candidate {
  /// The place at which the middle of a block's ink lies at a point.
  init(
    centering block: TextBlock, at center: Point, cost: Double, anchor: Point? = nil, hasLeader: Bool = false
  ) {
    self.init(
      origin: Point(x: center.x - block.ink.midX, y: center.y - block.ink.midY), cost: cost,
      anchor: anchor, hasLeader: hasLeader)
  }

  /// The place at which a block's ink stands off an anchor by a distance, in a direction: a line through the anchor
  /// across that direction would just miss the ink's corner.
  init(_ block: TextBlock, beside anchor: Point, towards side: Vector, distance: Double, cost: Double) {
    let reach = distance + (abs(side.x) * block.ink.width + abs(side.y) * block.ink.height) / 2
    self.init(centering: block, at: anchor + side * reach, cost: cost, anchor: anchor)
  }
}
