import Diagnostics
import Drawing
import Geometry
import MathCore
import SceneFiles

@testable import Figures

/// A scene taken through all steps with letters of equal width, each step's result at hand.
struct DrawnScene {
  let panels: [PanelLayout]
  let texts: [FigureLayout.Text]
  let list: DisplayList
  let warnings: [Diagnostic]
  let canvas: Canvas

  /// Reads, lays out and draws the scene that is written in `source`.
  init(_ source: String, theme: Theme = .light) throws(DiagnosticList) {
    let scene = try Scene(decoding: parseYAML(Array(source.utf8), file: "test.yaml"))
    let typesetter = FixedWidthTypesetter()
    let press = Press(
      canvas: scene.canvas, theme: theme, typesetter: typesetter,
      symbols: scene.symbols.map { .init(symbol: $0.symbol, color: theme.color(of: $0.role)) },
      language: scene.language)
    let layout = FigureLayout(try scene.evaluated(), press: press)
    panels = layout.panels
    texts = layout.texts
    canvas = layout.press.canvas
    (list, warnings) = try scene.drawn(with: typesetter)
  }

  /// The frame of the only or first panel.
  var frame: Rect { panels.first?.panel.frame ?? .zero }
  var shapes: [Shape] { list.shapes }
  var pixel: Double { 1 / canvas.pixelsPerPoint }

  /// Boxes of the label with that source.
  func boxes(of label: String) -> [Rect] {
    // A halo is stroked, the letters are filled.
    shapes.filter { $0.label == label && $0.fill != nil }.compactMap(\.box)
  }

  /// What a role paints as lines.
  func strokes(_ role: Role) -> [Shape] {
    shapes.filter { $0.stroke?.color == Theme.light.color(of: role) && $0.label == nil }
  }

  /// What a role fills, letters excepted.
  func fills(_ role: Role) -> [Shape] {
    shapes.filter { $0.fill == Theme.light.color(of: role) && $0.label == nil }
  }

  /// Where a point lies on the page, by the frame and the domains alone.
  func place(_ x: Double, _ y: Double, panel index: Int = 0) -> Point {
    let panel = panels[index].panel
    let (across, up) = (panel.x.domain, panel.y.domain)
    return Point(
      x: panel.frame.minX + (x - across.lowerBound) / (across.upperBound - across.lowerBound)
        * panel.frame.width,
      y: panel.frame.maxY - (y - up.lowerBound) / (up.upperBound - up.lowerBound) * panel.frame.height)
  }

  /// The data at a place on the page.
  func data(at point: Point, panel index: Int = 0) -> DataPoint {
    let panel = panels[index].panel
    let (across, up) = (panel.x.domain, panel.y.domain)
    return DataPoint(
      x: across.lowerBound + (point.x - panel.frame.minX) / panel.frame.width
        * (across.upperBound - across.lowerBound),
      y: up.lowerBound + (panel.frame.maxY - point.y) / panel.frame.height
        * (up.upperBound - up.lowerBound))
  }
}

extension Point {
  func distance(to other: Point) -> Double { (other - self).length }
}

/// The tree of a scene that is written in a test.
func sceneNode(_ source: String) throws(DiagnosticList) -> SceneFiles.Node {
  try parseYAML(Array(source.utf8), file: "test.yaml")
}
