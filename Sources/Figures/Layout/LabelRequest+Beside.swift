import Drawing
import Geometry

extension LabelRequest {
  /// Where a block's origin lies if its ink stands off an anchor by a distance, in a direction of length 1.
  static func origin(
    of block: TextBlock, beside anchor: Point, towards side: Vector, distance: Double
  ) -> Point {
    let ink = block.ink
    // The support of the ink's box in that direction: a line across it through the anchor just misses the box.
    let reach = distance + (abs(side.x) * ink.width + abs(side.y) * ink.height) / 2
    let center = anchor + side * reach
    return Point(x: center.x - ink.midX, y: center.y - ink.midY)
  }
}

extension Panel {
  /// Whether a place is on the page, or so near that a line towards it can be drawn.
  func reaches(_ point: Point) -> Bool { abs(point.x) < 1e5 && abs(point.y) < 1e5 }

  /// The whole page.
  var page: Rect { Rect(minX: 0, minY: 0, maxX: canvas.size.width, maxY: canvas.size.height) }
}
