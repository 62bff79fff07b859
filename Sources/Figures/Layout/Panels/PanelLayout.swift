import Diagnostics
import Drawing
import Formulas
import Geometry

/// A panel with its axes and all around them, measured for a frame of a certain size, then placed.
struct PanelLayout {
  private(set) var panel: Panel
  private(set) var axes: AxesLayout
  /// Over the frame and the axes.
  private let title: PanelTitle?
  private let letter: PanelLetter?
  private var sideBoxes: SideBoxes
  private(set) var legend: PanelLegend?
  /// What a reader must be told about the scale of a mark.
  private let note: TextBlock?
  /// The room that axes, color bar and note take around the frame; titles stand above it.
  private(set) var insets: Insets
  /// What title and letter take above that.
  private(set) var headHeight: Double
  /// Title and letter in their places.
  private var head: [FigureLayout.Text] = []
  private(set) var figure: EvaluatedPlot
  /// Parts that are shown enlarged.
  private(set) var zooms: [ZoomLayout] = []

  /// Everything that belongs to the panel.
  var box: Rect {
    Rect(
      minX: panel.frame.minX - insets.left,
      minY: head.reduce(panel.frame.minY - insets.top) { min($0, $1.box.minY) },
      maxX: panel.frame.maxX + insets.right, maxY: panel.frame.maxY + insets.bottom)
  }

  /// Measures a panel for a slot, of which equal units may leave a part free; its place comes later.
  init(_ figure: EvaluatedPlot, in slot: Size, letter: PanelLetter? = nil, press: Press) {
    self.figure = figure
    self.letter = letter
    let size = figure.frameSize(in: slot, on: press.canvas)
    axes = AxesLayout(figure, size: size, press: press)
    let endRoom = EndRoom(of: figure, press: press)
    var reach = axes.insets
    reach.right = max(reach.right, endRoom.width)
    var boxes: [any SideBox] = []
    if let bar = figure.colorBar { boxes.append(ColorBarLayout(bar, along: size, press: press)) }
    panel = Panel(
      frame: Rect(x: 0, y: 0, width: size.width, height: size.height), x: figure.x.scale,
      y: figure.y.scale, press: press, endRoom: endRoom)
    legend = figure.legend.map { [panel] in PanelLegend($0, of: figure, in: panel) }
    if let box = legend?.sideBox { boxes.append(box) }
    sideBoxes = SideBoxes(
      boxes, beyond: reach, overhang: axes.y2 == nil ? press.canvas.type.tick * 1.4 : 0)
    var insets = sideBoxes.insets
    note = figure.marks.lazy.compactMap(\.note).first.flatMap {
      press.typeset(
        name: LocatedText($0), size: press.canvas.type.tick, color: press.theme.quietInk,
        width: size.width + insets.left + insets.right)
    }
    if let note, axes.roomBesideXLabel < note.width || insets.bottom > axes.insets.bottom {
      insets.bottom += note.height * 1.2
    }
    self.insets = insets
    // A letter stands beside the title, on the room of the axes as far as that goes.
    let taken = letter.map { max($0.width - insets.left, 0) } ?? 0
    title = figure.title.map {
      PanelTitle($0, width: max(size.width - 2 * taken, press.canvas.type.label), press: press)
    }
    headHeight = max(title?.height ?? 0, letter?.height ?? 0)
  }

  /// The panel with the lower left corner of its frame at a point, or at the pixel nearest to it, and with title
  /// and letter over `top`.
  func placed(minX: Double, maxY: Double, head top: HeadPlace? = nil) -> PanelLayout {
    var copy = self
    let canvas = panel.canvas
    // Where the axes meet falls between pixels; the size stays, or units and siblings would not be equal.
    let (left, bottom) = (canvas.crisp(minX), canvas.crisp(maxY))
    copy.panel.frame = Rect(
      minX: left, minY: bottom - panel.frame.height, maxX: left + panel.frame.width, maxY: bottom)
    let frame = copy.panel.frame
    if let top { copy.axes.labelReach = frame.minX - top.letterX }
    copy.head = [
      title?.text(above: frame.minY - (top?.rise ?? insets.top), midX: frame.midX),
      letter?.text(
        above: (top?.letterY ?? frame.minY) - (top?.rise ?? insets.top), minX: top?.letterX ?? left,
        besideTitles: top?.hasTitles ?? false),
    ].compactMap(\.self)
    copy.placeZooms()
    return copy
  }

  private mutating func placeZooms() {
    guard !figure.zooms.isEmpty else { return }
    var obstacles = ObstacleMap(page: panel.canvas.size, cell: 4)
    for mark in figure.marks { mark.block(on: panel(of: mark), in: &obstacles) }
    if let box = legend?.box(in: panel.frame) { obstacles.add(box, .solid) }
    zooms = figure.zooms.map { ZoomLayout($0, in: panel, avoiding: &obstacles) }
  }

  /// The same panel with axes and enlarged parts of another figure; `nil` if that cannot have the same frame.
  ///
  /// What stands around the frame keeps its place, also where the names of ticks have other widths.
  func refilled(with plot: EvaluatedPlot) -> PanelLayout? {
    let frame = panel.frame
    let other = PanelLayout(plot, in: frame.size, letter: letter, press: panel.press)
    let size = other.panel.frame.size
    guard abs(size.width - frame.width) < 0.5, abs(size.height - frame.height) < 0.5 else { return nil }
    var copy = self
    copy.figure = plot
    copy.axes = other.axes
    copy.axes.labelReach = axes.labelReach
    (copy.panel.x, copy.panel.y) = (plot.x.scale, plot.y.scale)
    copy.zooms = zip(zooms, plot.zooms).map { $0.refilled(with: $1.plot) }
    return copy
  }

  /// Whether another figure needs no more room around the frame than there is.
  func hasRoom(for plot: EvaluatedPlot) -> Bool { refilledInsets(for: plot)?.isInside(insets) == true }

  /// What another figure needs around the frame; `nil` if it cannot have the same frame.
  func refilledInsets(for plot: EvaluatedPlot) -> Insets? {
    let frame = panel.frame
    let other = PanelLayout(plot, in: frame.size, letter: letter, press: panel.press)
    let size = other.panel.frame.size
    let isAlike = abs(size.width - frame.width) < 0.5 && abs(size.height - frame.height) < 0.5
    return isAlike ? other.insets : nil
  }

  /// Sets other words where titles and the labels of axes stand; returns the titles that reach further.
  mutating func replaceWords(
    by words: [SourceLocation: Label], _ complaints: inout [Diagnostic]
  ) -> [GrownText] {
    complaints += axes.replaceLabels(by: words)
    return head.indices.compactMap { head[$0].replace(by: words, panel.press) }
  }

  /// What title and letter take of the page.
  var headBoxes: [Rect] { head.map(\.box) }

  /// The places in the scene of the words in title and axes.
  var wordLocations: Set<SourceLocation> {
    let axes = [axes.x.label, axes.y.label, axes.x2?.label, axes.y2?.label].compactMap { $0?.location }
    return Set(axes + head.compactMap(\.block.location))
  }

  /// The same panel with other marks in the places of its own.
  mutating func replaceMark(_ number: Int, by mark: EvaluatedMark) { figure.marks[number] = mark }

  /// The coordinate system of a mark.
  func panel(of mark: EvaluatedMark) -> Panel { panel.along(mark.axes, of: figure) }

  /// What stands around the marks: title, color bar and note.
  func drawSurroundings(into list: inout DisplayList) {
    for text in head { list.draw(text.block, at: text.origin) }
    sideBoxes.draw(along: panel.frame, into: &list)
    legend?.draw(in: panel.frame, theme: panel.theme, into: &list)
    if let note {
      // At the end of the last line: that of the x axis' label, or one of its own.
      let x = max(panel.frame.maxX - note.width, box.minX)
      let place = Point(x: x, y: box.maxY - note.descent)
      list.draw(note, at: place)
    }
  }
}

/// Where titles and letters stand, so that those of neighbors stand alike.
struct HeadPlace {
  /// How far above the frame they begin: what axes take there at most.
  var rise: Double
  var letterX: Double
  /// The top of the frame that the panel has at its disposal, which equal units may leave.
  var letterY: Double
  /// Whether any panel of the row has a title.
  var hasTitles: Bool
}

extension EvaluatedPlot {
  /// The largest frame in a slot: all of it, or as much as equal units allow.
  fileprivate func frameSize(in slot: Size, on canvas: Canvas) -> Size {
    let width = max(slot.width, 1)
    let height = max(slot.height, 1)
    guard hasEqualUnits else {
      return Size(width: max(canvas.crisp(width), 1), height: max(canvas.crisp(height), 1))
    }
    let across = x.scale.domain.upperBound - x.scale.domain.lowerBound
    let up = y.scale.domain.upperBound - y.scale.domain.lowerBound
    let unit = min(width / across, height / up)
    guard unit.isFinite, unit > 0 else { return Size(width: width, height: height) }
    return Size(width: max(unit * across, 1), height: max(unit * up, 1))
  }
}
