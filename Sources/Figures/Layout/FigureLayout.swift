import Drawing
import Geometry

/// Where everything on the page stands: title, panels, notation and caption.
struct FigureLayout {
  /// A block of text and its origin.
  struct Text {
    var block: TextBlock
    var origin: Point
  }

  private(set) var texts: [Text] = []
  private(set) var panels: [PanelLayout] = []
  private let press: Press
  /// What is still free for panels.
  private var room: Rect

  private var gap: Double { press.canvas.type.label * 1.1 }

  init(_ figure: EvaluatedFigure, _ arrangement: Scene.Arrangement, press: Press) {
    self.press = press
    room = Rect(minX: 0, minY: 0, maxX: press.canvas.size.width, maxY: press.canvas.size.height)
      .inset(by: press.canvas.margin)
    placeHeader(figure)
    if figure.panels.count == 1, hasSideColumn(figure) {
      placePanels(figure.panels, arrangement, isLeftAligned: true)
      placeSideColumn(figure)
    } else {
      placeFooter(figure)
      placePanels(figure.panels, arrangement, isLeftAligned: false)
    }
  }

  /// Title and subtitle at the top left.
  private mutating func placeHeader(_ figure: EvaluatedFigure) {
    let type = press.canvas.type
    var isEmpty = true
    if let title = figure.title {
      place(title: press.typeset(title, size: type.title, weight: .bold, width: room.width))
      isEmpty = false
    }
    if let subtitle = figure.subtitle {
      place(
        title: press.typeset(subtitle, size: type.label, color: press.theme.quietInk, width: room.width))
      isEmpty = false
    }
    if !isEmpty { room.minY += gap * 0.75 }
  }

  private mutating func place(title block: TextBlock) {
    texts.append(Text(block: block, origin: Point(x: room.minX, y: room.minY + block.ascent)))
    room.minY += block.height
  }

  /// Whether a lone panel leaves enough room beside it for notation and caption.
  private func hasSideColumn(_ figure: EvaluatedFigure) -> Bool {
    guard figure.notation != nil || figure.caption != nil, let panel = figure.panels.first else {
      return false
    }
    let box = PanelLayout.fitted(panel, into: room, press: press).box
    return room.width - box.width > max(room.width * 0.24, press.canvas.type.label * 10)
  }

  /// Notation and caption to the right of the panel, centered along its frame.
  private mutating func placeSideColumn(_ figure: EvaluatedFigure) {
    guard let panel = panels.first else { return }
    let left = panel.box.maxX + gap * 2.2
    let width = room.maxX - left
    let type = press.canvas.type
    var blocks: [TextBlock] = []
    if let notation = figure.notation {
      let natural = press.typeset(notation, size: type.formula * 1.25)
      // A formula is never broken, but it may be set smaller.
      let factor = min(1, width / max(natural.ink.maxX, 1))
      blocks.append(press.typeset(notation, size: type.formula * 1.25 * factor))
    }
    if let caption = figure.caption {
      blocks.append(press.typeset(caption, size: type.label, width: width))
    }
    let spacing = gap * 1.2
    let height = blocks.map(\.height).reduce(0, +) + spacing * Double(blocks.count - 1)
    var y = panel.panel.frame.midY - height / 2
    for block in blocks {
      texts.append(Text(block: block, origin: Point(x: left, y: y + block.ascent)))
      y += block.height + spacing
    }
  }

  /// Notation and caption centered below the panels.
  private mutating func placeFooter(_ figure: EvaluatedFigure) {
    let type = press.canvas.type
    var blocks: [TextBlock] = []
    if let notation = figure.notation {
      let natural = press.typeset(notation, size: type.formula)
      let factor = min(1, room.width / max(natural.ink.maxX, 1))
      blocks.append(press.typeset(notation, size: type.formula * factor))
    }
    if let caption = figure.caption {
      blocks.append(press.typeset(caption, size: type.label, width: room.width, alignment: .center))
    }
    for block in blocks.reversed() {
      let x = room.midX - block.width / 2
      texts.append(Text(block: block, origin: Point(x: x, y: room.maxY - block.descent)))
      room.maxY -= block.height + gap * 0.8
    }
  }

  private mutating func placePanels(
    _ figures: [EvaluatedPanel], _ arrangement: Scene.Arrangement, isLeftAligned: Bool
  ) {
    let count = Double(max(figures.count, 1))
    let space = gap * 2
    if figures.count == 1 || arrangement == .column {
      let height = (room.height - space * (count - 1)) / count
      for (index, figure) in figures.enumerated() {
        let top = room.minY + Double(index) * (height + space)
        let slot = Rect(x: room.minX, y: top, width: room.width, height: height)
        let layout = PanelLayout.fitted(figure, into: slot, press: press)
        let shift = isLeftAligned ? 0 : (slot.width - layout.box.width) / 2
        panels.append(layout.moved(by: Vector(x: shift, y: 0)))
      }
    } else {
      panels = PanelLayout.row(figures, in: room, space: space, press: press)
    }
  }
}
