import Drawing
import Geometry

/// What stands outside a panel's frame along one of its sides: a color bar, a legend.
///
/// It is measured for the frame's size and takes room beyond the axes; the frame's size is none of its business.
protocol SideBox: Sendable {
  var side: SideBoxes.Side { get }
  /// The room that it takes across the side, with the distance to what it stands beside.
  var depth: Double { get }
  /// Paints it along the frame; its room begins at `start`, an x to the right of the frame or a y below it.
  func draw(along frame: Rect, from start: Double, into list: inout DisplayList)
}

/// All that stands outside a panel's frame, stacked outwards beyond the axes.
struct SideBoxes {
  enum Side: Hashable, Sendable, CaseIterable {
    case right
    case bottom
  }

  private let boxes: [any SideBox]
  /// What the axes take.
  private let axes: Insets
  /// Names of ticks may reach that far beyond the frame's corner, below what stands to the right of it.
  private let overhang: Double

  init(_ boxes: [any SideBox], beyond axes: Insets, overhang: Double) {
    self.boxes = boxes
    self.axes = axes
    self.overhang = overhang
  }

  /// The room around the frame that axes and boxes take together.
  var insets: Insets {
    var insets = axes
    insets.right = max(axes.right, start(.right) + depth(.right))
    insets.bottom = start(.bottom) + depth(.bottom)
    return insets
  }

  func draw(along frame: Rect, into list: inout DisplayList) {
    for side in Side.allCases {
      var start = start(side) + (side == .right ? frame.maxX : frame.maxY)
      for box in boxes where box.side == side {
        box.draw(along: frame, from: start, into: &list)
        start += box.depth
      }
    }
  }

  private func depth(_ side: Side) -> Double {
    boxes.reduce(0) { $1.side == side ? $0 + $1.depth : $0 }
  }

  private func start(_ side: Side) -> Double {
    switch side {
    case .right: axes.right > overhang ? axes.right : 0
    case .bottom: axes.bottom
    }
  }
}
