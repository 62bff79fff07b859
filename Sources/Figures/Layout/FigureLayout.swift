import Diagnostics
import Drawing
import Formulas
import Geometry

/// Where everything on the page stands: title, panels, notation, code and caption.
struct FigureLayout {
  /// A block of text and its origin.
  struct Text {
    var block: TextBlock
    var origin: Point
  }

  var texts: [Text] = []
  var panels: [PanelLayout] = []
  /// What does not fit where it is wanted.
  var complaints: [Diagnostic] = []
  let press: Press
  /// What is still free for panels.
  var room: Rect

  var gap: Double { press.canvas.type.label * 1.1 }

  init(_ figure: EvaluatedFigure, _ arrangement: Scene.Arrangement, press: Press) {
    var press = press
    press.panelCount = figure.panels.count
    self.press = press
    room = Rect(minX: 0, minY: 0, maxX: press.canvas.size.width, maxY: press.canvas.size.height)
      .inset(by: press.canvas.margin)
    placeHeader(figure)
    if figure.panels.count == 1, case .plot(let plot)? = figure.panels.first?.content,
      let width = sideColumnWidth(of: figure, beside: plot, press.with(figure.panels[0].fonts))
    {
      let page = room
      room.maxX -= width
      placePanels(figure.panels, arrangement, isLeftAligned: true)
      room = page
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
}
