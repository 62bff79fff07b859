import Drawing
import Geometry

/// Puts shaped code on the grid and turns it into display items in page units.
struct CodePainter {
  let fonts: FontSet
  /// Font size in points.
  let size: Double
  /// The width of a column in em.
  let cell: Double
  /// What lies behind the glyphs.
  private var shapes: [DisplayItem] = []
  private var runs: [DisplayItem] = []
  private(set) var ink: Rect?
  /// Characters that show as boxes, each once.
  private(set) var missing: [Unicode.Scalar] = []
  private var pending: GlyphRun?
  private var origin = Point.zero

  /// In painting order.
  var items: [DisplayItem] { shapes + runs }

  init(fonts: FontSet, size: Double, cell: Double) {
    self.fonts = fonts
    self.size = size
    self.cell = cell
  }

  /// Paints a shape, given in em, behind all glyphs.
  mutating func fill(_ shape: Path, _ color: Color) {
    let path = shape.transformed(by: Transform(a: size, b: 0, c: 0, d: size, tx: 0, ty: 0))
    include(path.controlBox)
    shapes.append(.path(path, fill: color, stroke: nil))
  }

  /// Paints a text from a column on, every cluster in the middle of its columns, and returns how many it
  /// takes; `y` is in em.
  mutating func paint(_ text: ShapedText, _ color: Color, column: Int, y: Double) -> Int {
    let font = fonts[text.font]
    var column = column
    let first = column
    missing += text.missing.filter { !missing.contains($0) }
    for (index, cluster) in text.clusters.enumerated() {
      let width = columns(of: cluster.advance, cell: cell)
      let x = (Double(column) + Double(width) / 2) * cell - cluster.advance / 2
      start(font, color, at: Point(x: Double(column) * cell * size, y: y * size))
      for glyph in cluster.glyphs {
        let shape = font.shape(of: text.ids[glyph])
        let offset = text.origins[glyph]
        let place = Point(
          x: (x + offset.x - cluster.start) * size, y: (y + offset.y) * size)
        if let box = shape.ink {
          include(
            Rect(
              minX: place.x + box.minX * size, minY: place.y + box.minY * size,
              maxX: place.x + box.maxX * size, maxY: place.y + box.maxY * size))
        }
        pending?.glyphs.append(
          Glyph(
            id: text.ids[glyph], origin: Point(x: place.x - origin.x, y: place.y - origin.y),
            outline: shape.outline))
      }
      let part = text.text(of: index..<index + 1)
      pending?.text += part
      pending?.clusters.append(
        GlyphRun.Cluster(byteCount: part.utf8.count, glyphCount: cluster.glyphs.count))
      column += width
    }
    return column - first
  }

  /// Ends the run of glyphs, as at the end of a line.
  mutating func flush() {
    if let run = pending, !run.glyphs.isEmpty { runs.append(.glyphs(run, at: origin)) }
    pending = nil
  }

  /// Goes on with the run before where font and color are the same.
  private mutating func start(_ font: Font, _ color: Color, at place: Point) {
    if pending?.font == font.reference, pending?.color == color { return }
    flush()
    origin = place
    pending = GlyphRun(font: font.reference, size: size, color: color, glyphs: [], text: "", clusters: [])
  }

  private mutating func include(_ box: Rect?) {
    guard let box else { return }
    ink = ink?.union(box) ?? box
  }
}

extension ChosenFonts {
  /// The width of every letter of the code face in em.
  var codeCell: Double {
    let font = self[.code]
    let advance = font.glyph(for: "0").map(font.advance) ?? 0
    return advance > 0 ? advance : 0.6
  }
}

extension Path {
  /// A rectangle with round corners.
  static func band(_ box: Rect, radius: Double) -> Path {
    // 4/3 (√2 − 1): a cubic through the middle of the quarter circle.
    let k = radius * (1 - 0.552_284_749_830_793_4)
    let (x0, y0, x1, y1, r) = (box.minX, box.minY, box.maxX, box.maxY, radius)
    var path = Path()
    path.move(to: Point(x: x0 + r, y: y0))
    path.line(to: Point(x: x1 - r, y: y0))
    path.curve(to: Point(x: x1, y: y0 + r), Point(x: x1 - k, y: y0), Point(x: x1, y: y0 + k))
    path.line(to: Point(x: x1, y: y1 - r))
    path.curve(to: Point(x: x1 - r, y: y1), Point(x: x1, y: y1 - k), Point(x: x1 - k, y: y1))
    path.line(to: Point(x: x0 + r, y: y1))
    path.curve(to: Point(x: x0, y: y1 - r), Point(x: x0 + k, y: y1), Point(x: x0, y: y1 - k))
    path.line(to: Point(x: x0, y: y0 + r))
    path.curve(to: Point(x: x0 + r, y: y0), Point(x: x0, y: y0 + k), Point(x: x0 + k, y: y0))
    path.close()
    return path
  }
}
