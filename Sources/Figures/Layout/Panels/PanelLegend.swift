import Diagnostics
import Drawing
import Geometry

/// The legend of a panel, which has found its side of the frame's edge.
struct PanelLegend {
  /// A legend beside or below a frame.
  private struct Outer: SideBox {
    let layout: LegendLayout
    let side: SideBoxes.Side
    let gap: Double

    var depth: Double { gap + (side == .right ? layout.size.width : layout.size.height) }

    func draw(along frame: Rect, from start: Double, into list: inout DisplayList) {
      let corner =
        side == .right
        ? Point(x: start + gap, y: frame.minY)
        : Point(x: frame.midX - layout.size.width / 2, y: start + gap)
      layout.draw(at: corner, into: &list)
    }
  }

  private let layout: LegendLayout
  private let em: Double
  /// Where it stands; never `automatic`.
  private let place: LegendPlace
  /// That it covers what it should not.
  private(set) var complaint: Diagnostic?

  /// Finds the place in a panel whose frame has its size, wherever it lies.
  init(_ legend: EvaluatedLegend, of plot: EvaluatedPlot, in panel: Panel) {
    em = panel.canvas.type.label
    let appearances = plot.marks.appearances(in: panel.theme)
    let row = legend.place == .below ? panel.frame.width : nil
    layout = LegendLayout(legend, of: appearances, row: row, press: panel.press)
    let obstacles = ObstacleMap(of: plot, on: panel)
    let (size, em) = (layout.size, em)
    func covers(_ place: LegendPlace) -> Bool {
      guard let box = Self.box(of: size, at: place, in: panel.frame, em: em) else { return true }
      let coverage = obstacles.coverage(of: box)
      return coverage.isSolid || coverage.cost > coverage.light
    }
    switch legend.place {
    case .automatic: place = LegendPlace.inner.first { !covers($0) } ?? .outside
    case .inside:
      place = legend.place
      if covers(place) {
        complaint = Diagnostic(
          "legend: there it covers the data", at: legend.location,
          help: "with legend: true it looks for a free place, inside or outside", severity: .warning)
      }
    case .outside, .below: place = legend.place
    }
  }

  /// The box that takes room outside the frame; `nil` for a legend inside.
  var sideBox: (any SideBox)? {
    switch place {
    case .outside: Outer(layout: layout, side: .right, gap: em * 1.2)
    case .below: Outer(layout: layout, side: .bottom, gap: em * 0.7)
    case .automatic, .inside: nil
    }
  }

  /// What it takes of the frame; `nil` for a legend outside.
  func box(in frame: Rect) -> Rect? { Self.box(of: layout.size, at: place, in: frame, em: em) }

  private static func box(of size: Size, at place: LegendPlace, in frame: Rect, em: Double) -> Rect? {
    guard case .inside(let x, let y) = place else { return nil }
    let padding = em * 0.5
    // To the frame's edge it keeps the distance that it keeps to its own content.
    let room = frame.inset(by: padding)
    let (width, height) = (size.width + 2 * padding, size.height + 2 * padding)
    let box = Rect(
      x: room.minX + x * (room.width - width), y: room.minY + y * (room.height - height), width: width,
      height: height)
    return room.outset(by: 1e-6).contains(box) ? box : nil
  }

  /// Draws it, if it stands inside, on a ground that hides the grid.
  func draw(in frame: Rect, theme: Theme, into list: inout DisplayList) {
    guard case .inside(let x, let y) = place else { return }
    let box =
      box(in: frame)
      ?? Rect(
        x: frame.minX + x * (frame.width - layout.size.width),
        y: frame.minY + y * (frame.height - layout.size.height),
        width: layout.size.width, height: layout.size.height)
    list.fill(Path(box), theme.ground.opacity(0.85))
    let corner = Point(x: box.midX - layout.size.width / 2, y: box.midY - layout.size.height / 2)
    layout.draw(at: corner, into: &list)
  }
}

extension ObstacleMap {
  /// What the marks of a plot paint.
  fileprivate init(of plot: EvaluatedPlot, on panel: Panel) {
    self.init(page: Size(width: panel.frame.maxX, height: panel.frame.maxY))
    for mark in plot.marks { mark.block(on: panel.along(mark.axes, of: plot), in: &self) }
  }
}
