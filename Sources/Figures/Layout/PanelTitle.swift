import Drawing
import Formulas
import Geometry

/// The title over a panel, broken to the width of its frame.
struct PanelTitle {
  private let block: TextBlock
  /// From the first baseline down to the last one.
  private let drop: Double
  private let size: Double

  init(_ label: Label, width: Double, press: Press) {
    size = press.canvas.type.label * 1.1
    block = press.typeset(label, size: size, weight: .medium, width: width, alignment: .center)
    drop = max(block.height - press.typeset(label, size: size, weight: .medium).height, 0)
  }

  /// What the title takes above the frame, distance included.
  var height: Double { block.height + size * 0.36 }

  /// Paints the title; its last baseline keeps a fixed distance to the frame, as that of its neighbors.
  func draw(above minY: Double, midX: Double, into list: inout DisplayList) {
    let text = text(above: minY, midX: midX)
    list.draw(text.block, at: text.origin)
  }

  /// The title in its place.
  func text(above minY: Double, midX: Double) -> FigureLayout.Text {
    FigureLayout.Text(
      block: block, origin: Point(x: midX - block.width / 2, y: minY - size * 0.68 - drop))
  }
}
