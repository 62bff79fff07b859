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
    size = Self.size(on: press)
    block = press.typeset(label, size: size, within: width, weight: .medium, alignment: .center)
    drop = max(block.height - press.typeset(label, size: size, weight: .medium).height, 0)
  }

  static func size(on press: Press) -> Double { press.canvas.type.label * 1.1 }

  /// What the title takes above the frame, distance included.
  var height: Double { block.height + size * 0.36 }

  var width: Double { block.width }
  /// From the last baseline to what it stands over, in sizes of its type.
  static let distance = 0.68

  /// The title over what begins at `minY`; its last baseline keeps a fixed distance to that, as its neighbors'.
  func text(above minY: Double, midX: Double) -> FigureLayout.Text {
    FigureLayout.Text(
      block: block, origin: Point(x: midX - block.width / 2, y: minY - size * Self.distance - drop))
  }
}

/// The letter of a panel, as large as titles and heavier, on the last baseline of the titles of its row.
struct PanelLetter {
  private let block: TextBlock
  private let size: Double

  init(_ label: Label, press: Press) {
    size = PanelTitle.size(on: press)
    block = press.typeset(label, size: size, weight: .bold)
  }

  /// What the letter takes above the frame, distance included: it has neither what hangs below the line nor
  /// anything beside it.
  var height: Double { block.ascent + size * Self.distance }
  /// From the line of letters without titles to what they stand over.
  private static let distance = 0.3
  /// What it takes to the left of a title, distance included.
  var width: Double { block.width + size * 0.6 }

  /// The letter over what begins at `minY`, on the line of titles if the row has any.
  func text(above minY: Double, minX: Double, besideTitles: Bool) -> FigureLayout.Text {
    let distance = besideTitles ? PanelTitle.distance : Self.distance
    return FigureLayout.Text(block: block, origin: Point(x: minX, y: minY - size * distance))
  }
}
