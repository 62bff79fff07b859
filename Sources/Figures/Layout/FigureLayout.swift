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

    /// What it takes on the page.
    var box: Rect { block.extent.translated(by: Vector(x: origin.x, y: origin.y)) }
  }

  var texts: [Text] = []
  /// In reading order.
  private(set) var panels: [PanelLayout] = []
  /// That of all panels, and where it stands.
  private(set) var legends: [(layout: LegendLayout, box: Rect)] = []
  /// What does not fit where it is wanted.
  var complaints: [Diagnostic] = []
  let press: Press
  /// What is still free for panels.
  var room: Rect
  /// The least frame, against what one should have, and the panel that has it.
  private var tightest: (share: Double, size: Size, location: SourceLocation)?

  var gap: Double { press.canvas.type.label * 1.1 }

  /// Lays out with type of the canvas' sizes; where frames would get too small to show anything, with smaller
  /// type, and a warning.
  init(_ figure: EvaluatedFigure, press: Press) {
    self.init(trying: figure, press: press)
    guard let tight = tightest, tight.share < 1 else { return }
    var factor = 1.0
    while factor > 0.02, tightest?.share ?? 1 < 1 {
      factor *= 0.85
      self.init(trying: figure, press: press.scaled(by: factor))
    }
    let needed = Self.leastFrame(on: press.canvas)
    complaints.append(
      Diagnostic(
        "too little room: the panel's frame would have \(rounded(tight.size.width, tight.size.height)) pt and "
          + "needs \(rounded(needed.width, needed.height)) pt; all type is set at \(Int((factor * 100).rounded())) %",
        at: tight.location, help: "give a larger 'canvas', fewer panels or fewer words", severity: .warning))
  }

  private init(trying figure: EvaluatedFigure, press: Press) {
    self.press = press
    room = Rect(minX: 0, minY: 0, maxX: press.canvas.size.width, maxY: press.canvas.size.height)
      .inset(by: press.canvas.margin)
    placeHeader(figure)
    if figure.legend?.place == .outside { placeLegend(of: figure) }
    var group = PanelGroup(figure.arrangement, of: figure.panels, letters: figure.letters, press: press)
    if let width = sideColumnWidth(of: figure, beside: &group) {
      let page = room
      room.maxX -= width
      place(&group, isLeftAligned: true)
      room = page
      placeSideColumn(figure)
    } else {
      placeFooter(figure)
      if figure.legend?.place != .outside { placeLegend(of: figure) }
      place(&group, isLeftAligned: false)
    }
  }

  /// The legend of all panels, at the right or the bottom of the room that they have together.
  private mutating func placeLegend(of figure: EvaluatedFigure) {
    guard let legend = figure.legend else { return }
    let plots = figure.panels.compactMap { panel in
      if case .plot(let plot) = panel.content { plot } else { nil }
    }
    let appearances = plots.flatMap { $0.marks.appearances(in: press.theme) }
    let isBeside = legend.place == .outside
    let layout = LegendLayout(legend, of: appearances, row: isBeside ? nil : room.width, press: press)
    let size = layout.size
    let corner =
      isBeside
      ? Point(x: room.maxX - size.width, y: room.midY - size.height / 2)
      : Point(x: room.midX - size.width / 2, y: room.maxY - size.height)
    legends.append((layout, Rect(x: corner.x, y: corner.y, width: size.width, height: size.height)))
    if isBeside { room.maxX = corner.x - gap * 1.5 } else { room.maxY = corner.y - gap * 0.8 }
  }

  /// Gives the panels the room that is left.
  private mutating func place(_ group: inout PanelGroup, isLeftAligned: Bool) {
    let box = group.settled(in: room.size)
    let origin = group.origin(of: box, in: room, isLeftAligned: isLeftAligned)
    group.place(in: Rect(x: origin.x, y: origin.y, width: box.width, height: box.height), into: &self)
  }

  /// Takes a panel that has its place.
  mutating func place(_ panel: PanelLayout, at location: SourceLocation) {
    let frame = panel.panel.frame
    let least = Self.leastFrame(on: press.canvas)
    let share = min(max(frame.width / least.width, frame.height / least.height, 0), 1)
    let worst = min(frame.width / least.width, frame.height / least.height)
    let isFlat = panel.figure.hasEqualUnits
    // Equal units make frames as flat as the data: then the longer side decides.
    let measure = isFlat ? share : worst
    if measure < tightest?.share ?? 1 { tightest = (measure, frame.size, location) }
    if let complaint = panel.legend?.complaint { complaints.append(complaint) }
    panels.append(panel)
  }

  /// What a frame needs to show anything.
  private static func leastFrame(on canvas: Canvas) -> Size {
    Size(width: canvas.type.tick * 4, height: canvas.type.tick * 3)
  }

  /// Title and subtitle at the top left.
  private mutating func placeHeader(_ figure: EvaluatedFigure) {
    let type = press.canvas.type
    var isEmpty = true
    if let title = figure.title {
      place(title: press.typeset(title, size: type.title, within: room.width, weight: .bold))
      isEmpty = false
    }
    if let subtitle = figure.subtitle {
      place(
        title: press.typeset(subtitle, size: type.label, within: room.width, color: press.theme.quietInk))
      isEmpty = false
    }
    if !isEmpty { room.minY += gap * 0.75 }
  }

  private mutating func place(title block: TextBlock) {
    texts.append(Text(block: block, origin: Point(x: room.minX, y: room.minY + block.ascent)))
    room.minY += block.height
  }
}
