import Drawing
import Formulas
import Geometry

/// Turns pieces into display items in page units and keeps the box around their ink.
struct BlockPainter {
  let fonts: FontSet
  let style: TextStyle
  private(set) var items: [DisplayItem] = []
  private(set) var ink: Rect?
  /// Characters that show as boxes, each once.
  private(set) var missing: [Unicode.Scalar] = []
  private var pending: GlyphRun?
  private var pendingOrigin = Point.zero

  init(fonts: FontSet, style: TextStyle) {
    self.fonts = fonts
    self.style = style
  }

  /// Paints a piece of a line; `x` and `y` are the pen's place in page units.
  mutating func paint(_ placed: PlacedPiece, at origin: Point) {
    switch placed.piece {
    case .text(let text): paint(text, placed.clusters, size: style.size, at: origin, style.color)
    case .formula(let box):
      for mark in box.marks { paint(mark, at: origin) }
    }
    flush()
  }

  private mutating func paint(_ mark: Mark, at origin: Point) {
    let color = color(of: mark.ink)
    switch mark {
    case .glyph(let glyph):
      let place = origin + Vector(x: glyph.x, y: glyph.y) * style.size
      add(glyph, size: glyph.size * style.size, color, at: place)
    case .text(let text):
      flush()
      let place = origin + Vector(x: text.x, y: text.y) * style.size
      paint(text.text, 0..<text.text.clusters.count, size: text.size * style.size, at: place, color)
    case .shape(let path, _):
      flush()
      let map = Transform(a: style.size, b: 0, c: 0, d: style.size, tx: origin.x, ty: origin.y)
      let shape = path.transformed(by: map)
      include(shape.inkBox)
      if !shape.isEmpty { items.append(.path(shape, fill: color, stroke: nil)) }
    }
  }

  /// Appends a glyph to the run before it where font, size and color are the same.
  private mutating func add(_ mark: GlyphMark, size: Double, _ color: Color, at place: Point) {
    let font = fonts[mark.font]
    if pending?.font != font.reference || pending?.size != size || pending?.color != color {
      flush()
      pendingOrigin = place
      pending = GlyphRun(
        font: font.reference, size: size, color: color, glyphs: [], text: "", clusters: [])
    }
    let shape = font.shape(of: mark.id)
    include(shape.ink.map { scaled($0, size, at: place) })
    let offset = place - pendingOrigin
    pending?.glyphs.append(
      Glyph(id: mark.id, origin: Point(x: offset.x, y: offset.y), outline: shape.outline))
    pending?.text.unicodeScalars.append(mark.plain)
    pending?.clusters.append(
      GlyphRun.Cluster(byteCount: UTF8.width(mark.plain), glyphCount: 1))
  }

  /// Ends the run of single glyphs.
  private mutating func flush() {
    if let run = pending { items.append(.glyphs(run, at: pendingOrigin)) }
    pending = nil
  }

  private mutating func paint(
    _ text: ShapedText, _ range: Range<Int>, size: Double, at origin: Point, _ color: Color
  ) {
    guard !range.isEmpty else { return }
    let font = fonts[text.font]
    let start = text.start(of: range)
    missing += text.missing.filter { !missing.contains($0) }
    var run = GlyphRun(
      font: font.reference, size: size, color: color, glyphs: [], text: text.text(of: range), clusters: [])
    for cluster in text.clusters[range] {
      run.clusters.append(
        GlyphRun.Cluster(byteCount: cluster.bytes.count, glyphCount: cluster.glyphs.count))
      for index in cluster.glyphs {
        let shape = font.shape(of: text.ids[index])
        let place = text.origins[index]
        let offset = Vector(x: (place.x - start) * size, y: place.y * size)
        include(shape.ink.map { scaled($0, size, at: origin + offset) })
        run.glyphs.append(
          Glyph(id: text.ids[index], origin: Point(x: offset.x, y: offset.y), outline: shape.outline))
      }
    }
    items.append(.glyphs(run, at: origin))
  }

  private func color(of ink: MarkInk) -> Color {
    switch ink {
    case .plain: style.color
    case .role(let place): style.roles.indices.contains(place) ? style.roles[place].color : style.color
    case .rgb(let rgb): Color(rgb: rgb)
    }
  }

  private func scaled(_ box: Rect, _ size: Double, at place: Point) -> Rect {
    Rect(
      minX: place.x + box.minX * size, minY: place.y + box.minY * size, maxX: place.x + box.maxX * size,
      maxY: place.y + box.maxY * size)
  }

  private mutating func include(_ box: Rect?) {
    guard let box else { return }
    ink = ink?.union(box) ?? box
  }
}
