import Drawing
import Geometry

/// The label of a vertical axis or color bar: upright if it is short, else reading upwards.
struct SideLabel {
  private let block: TextBlock
  private let isTurned: Bool

  init(_ block: TextBlock, limit: Double) {
    self.block = block
    isTurned = block.ink.width > limit
  }

  /// The room that it takes across the axis.
  var thickness: Double { isTurned ? block.ink.height : block.ink.width }

  /// The box of its ink when it is drawn there.
  func box(minX: Double, midY: Double) -> Rect {
    let length = isTurned ? block.ink.width : block.ink.height
    return Rect(minX: minX, minY: midY - length / 2, maxX: minX + thickness, maxY: midY + length / 2)
  }

  /// Paints it beside the axis: its ink starts at `minX`, its middle is at `midY`.
  func draw(minX: Double, midY: Double, into list: inout DisplayList) {
    let ink = block.ink
    guard isTurned else {
      list.draw(block, at: Point(x: minX - ink.minX, y: midY - ink.midY))
      return
    }
    // Turned left, (x, y) goes to (y, −x): the ink's left edge is its top, its middle keeps its place.
    list.report(block.problems)
    var turn = Transform.quarterTurnLeft
    turn.tx = minX - ink.minY
    turn.ty = midY + ink.midX
    list.append(
      .group(DisplayGroup(block.items, transform: turn, label: block.source, location: block.location)))
  }
}
