import Diagnostics
import Drawing
import Geometry

/// A panel with its axes, title and color bar, measured and placed.
struct PanelLayout {
  private(set) var panel: Panel
  let axes: AxesLayout
  private let title: PanelTitle?
  private let bar: ColorBarLayout?
  /// What a reader must be told about the scale of a mark.
  private let note: TextBlock?
  private let insets: Insets
  let figure: EvaluatedPlot

  /// Everything that belongs to the panel.
  var box: Rect {
    Rect(
      minX: panel.frame.minX - insets.left, minY: panel.frame.minY - insets.top,
      maxX: panel.frame.maxX + insets.right, maxY: panel.frame.maxY + insets.bottom)
  }

  /// Measures a panel whose frame has that size; its place comes later.
  private init(_ figure: EvaluatedPlot, size: Size, press: Press) {
    self.figure = figure
    axes = AxesLayout(figure, size: size, press: press)
    title = figure.title.map { PanelTitle($0, width: size.width, press: press) }
    bar = figure.colorBar.map { ColorBarLayout($0, height: size.height, press: press) }
    var insets = axes.insets
    let endRoom = EndRoom(of: figure, press: press)
    insets.right = max(insets.right, endRoom.width)
    if let bar { insets.right = max(insets.right, bar.width) }
    if let title { insets.top += title.height }
    note = figure.marks.lazy.compactMap(\.note).first.flatMap {
      press.typeset(
        name: LocatedText($0), size: press.canvas.type.tick, color: press.theme.quietInk,
        width: size.width + insets.left + insets.right)
    }
    if let note, axes.roomBesideXLabel < note.width { insets.bottom += note.height * 1.2 }
    self.insets = insets
    panel = Panel(
      frame: Rect(x: 0, y: 0, width: size.width, height: size.height), x: figure.x.scale,
      y: figure.y.scale, press: press, endRoom: endRoom)
  }

  /// The largest panel that fits into a slot, at its top left.
  static func fitted(_ figure: EvaluatedPlot, into slot: Rect, press: Press) -> PanelLayout {
    var size = Size(width: slot.width * 0.8, height: slot.height * 0.85)
    // Ticks depend on the size, and the size on the ticks' names: twice settles it.
    for _ in 0..<2 {
      let insets = PanelLayout(figure, size: size, press: press).insets
      size = figure.frameSize(
        in: Size(
          width: slot.width - insets.left - insets.right,
          height: slot.height - insets.top - insets.bottom), on: press.canvas)
    }
    let layout = PanelLayout(figure, size: size, press: press)
    return layout.placed(
      Point(x: slot.minX + layout.insets.left, y: slot.minY + layout.insets.top), size)
  }

  /// Panels side by side: frames of one size, on one base line.
  static func row(
    _ figures: [(figure: EvaluatedPlot, press: Press)], in room: Rect, space: Double
  ) -> [PanelLayout] {
    let count = Double(figures.count)
    var size = Size(width: room.width / count * 0.8, height: room.height * 0.8)
    var layouts: [PanelLayout] = []
    for _ in 0..<3 {
      layouts = figures.map { figure, press in
        PanelLayout(figure, size: figure.frameSize(in: size, on: press.canvas), press: press)
      }
      let sides = layouts.map { $0.insets.left + $0.insets.right }.reduce(0, +)
      let top = layouts.map(\.insets.top).max() ?? 0
      let bottom = layouts.map(\.insets.bottom).max() ?? 0
      size = Size(
        width: max((room.width - sides - space * (count - 1)) / count, 10),
        height: max(room.height - top - bottom, 10))
    }
    let top = layouts.map(\.insets.top).max() ?? 0
    var x = room.minX
    return layouts.map { layout in
      let frame = layout.figure.frameSize(in: size, on: layout.panel.canvas)
      x += layout.insets.left
      defer { x += size.width + layout.insets.right + space }
      let corner = Point(
        x: x + (size.width - frame.width) / 2, y: room.minY + top + size.height - frame.height)
      return layout.placed(corner, frame)
    }
  }

  private func placed(_ corner: Point, _ size: Size) -> PanelLayout {
    var copy = self
    let canvas = panel.canvas
    // Where the axes meet falls between pixels; the size stays, or units and siblings would not be equal.
    let left = canvas.crisp(corner.x)
    let bottom = canvas.crisp(corner.y + size.height)
    copy.panel.frame = Rect(
      minX: left, minY: bottom - size.height, maxX: left + size.width, maxY: bottom)
    return copy
  }

  func moved(by shift: Vector) -> PanelLayout {
    placed(Point(x: panel.frame.minX + shift.x, y: panel.frame.minY + shift.y), panel.frame.size)
  }

  /// What stands around the marks: title, color bar and note.
  func drawSurroundings(into list: inout DisplayList) {
    bar?.draw(beside: panel.frame, into: &list)
    if let note {
      // At the end of the last line: that of the x axis' label, or one of its own.
      let x = max(panel.frame.maxX - note.width, box.minX)
      let place = Point(x: x, y: box.maxY - note.descent)
      list.draw(note, at: place)
    }
    title?.draw(above: panel.frame.minY - axes.insets.top, midX: panel.frame.midX, into: &list)
  }
}

extension EvaluatedPlot {
  /// The largest frame in a slot: all of it, or as much as equal units allow.
  fileprivate func frameSize(in slot: Size, on canvas: Canvas) -> Size {
    let width = max(slot.width, 10)
    let height = max(slot.height, 10)
    guard hasEqualUnits else {
      return Size(width: canvas.crisp(width), height: canvas.crisp(height))
    }
    let across = x.scale.domain.upperBound - x.scale.domain.lowerBound
    let up = y.scale.domain.upperBound - y.scale.domain.lowerBound
    let unit = min(width / across, height / up)
    guard unit.isFinite, unit > 0 else { return Size(width: width, height: height) }
    return Size(width: max(unit * across, 1), height: max(unit * up, 1))
  }
}
