import Drawing
import Formulas
import Geometry

/// Turns pieces into display items in page units and keeps the box around their ink.
struct BlockPainter {
  let style: TextStyle
  private let fonts: FontSet
  private let math: Font
  private(set) var items: [DisplayItem] = []
  private(set) var ink: Rect?
  /// Characters that show as boxes, each once.
  private(set) var missing: [Unicode.Scalar] = []
  private var seenMissing: Set<Unicode.Scalar> = []
  private var pending: GlyphRun?
  private var pendingOrigin = Point.zero

  init(faces: ChosenFonts, style: TextStyle) {
    fonts = faces.fonts
    math = faces[.math]
    self.style = style
  }

  /// Paints a line that starts at `indent`; both measures are in em.
  mutating func paint(_ line: PlacedLine, indent: Double, baseline: Double) {
    for piece in line.pieces {
      let origin = Point(x: (indent + piece.x) * style.size, y: baseline * style.size)
      switch piece.piece {
      case .text(let text): paint(text, piece.clusters, size: style.size, at: origin, style.color)
      case .formula(let box):
        for mark in box.marks { paint(mark, at: origin) }
      }
      flush()
    }
  }

  private mutating func paint(_ mark: Mark, at origin: Point) {
    let color = color(of: mark.ink)
    let place = origin + Vector(x: mark.x, y: mark.y) * style.size
    let size = mark.size * style.size
    switch mark.content {
    case .glyph(let id, let plain): add(id, plain, size: size, color, at: place)
    case .text(let text):
      flush()
      paint(text, 0..<text.clusters.count, size: size, at: place, color)
    case .shape(let path, let plain):
      guard !path.isEmpty else { break }
      flush()
      let map = Transform(a: size, b: 0, c: 0, d: size, tx: place.x, ty: place.y)
      let shape = path.transformed(by: map)
      include(shape.inkBox)
      if let plain, let box = shape.inkBox { say(plain, at: Point(x: box.minX, y: box.midY), color) }
      items.append(.path(shape, fill: color, stroke: nil))
    }
  }

  /// Appends what a shape shows as text without glyphs, on the baseline of what stands beside its middle.
  private mutating func say(_ plain: Unicode.Scalar, at middle: Point, _ color: Color) {
    let axis = math.constant(.axisHeight) * style.size
    let run = GlyphRun(
      font: math.reference, size: style.size, color: color, glyphs: [], text: String(Character(plain)),
      clusters: [GlyphRun.Cluster(byteCount: UTF8.width(plain), glyphCount: 0)])
    items.append(.glyphs(run, at: Point(x: middle.x, y: middle.y + axis)))
  }

  /// Appends a glyph of the math font to the run before it where size and color are the same.
  private mutating func add(
    _ id: UInt32, _ plain: Unicode.Scalar, size: Double, _ color: Color, at place: Point
  ) {
    if pending?.size != size || pending?.color != color {
      flush()
      pendingOrigin = place
      pending = GlyphRun(
        font: math.reference, size: size, color: color, glyphs: [], text: "", clusters: [])
    }
    let shape = math.shape(of: id)
    include(ink(of: shape, id, plain).map { scaled($0, size, at: place) })
    let offset = place - pendingOrigin
    pending?.glyphs.append(
      Glyph(id: id, origin: Point(x: offset.x, y: offset.y), outline: shape.outline))
    pending?.text.unicodeScalars.append(plain)
    pending?.clusters.append(GlyphRun.Cluster(byteCount: UTF8.width(plain), glyphCount: 1))
  }

  /// The ink of a glyph of the math font, as that of any digit if all count alike.
  private func ink(of shape: GlyphShape, _ id: UInt32, _ plain: Unicode.Scalar) -> Rect? {
    guard style.hasTabularDigits, "0"..."9" ~= plain, let rows = math.digitRows else { return shape.ink }
    return Rect(minX: 0, minY: rows.lowerBound, maxX: math.advance(of: id), maxY: rows.upperBound)
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
    for scalar in text.missing where seenMissing.insert(scalar).inserted { missing.append(scalar) }
    var run = GlyphRun(
      font: font.reference, size: size, color: color, glyphs: [], text: text.text(of: range), clusters: [],
      isRightToLeft: text.isRightToLeft)
    run.clusters.reserveCapacity(range.count)
    run.glyphs.reserveCapacity(range.count)
    for cluster in text.clusters[range] {
      run.clusters.append(
        GlyphRun.Cluster(byteCount: cluster.bytes.count, glyphCount: cluster.glyphs.count))
    }
    // In em from the run's origin.
    var box: Rect?
    font.withShapes { shapes in
      for index in text.glyphs(of: range) {
        let shape = shapes[text.ids[index]]
        let place = Point(x: text.origins[index].x - start, y: text.origins[index].y)
        if let ink = shape.ink?.translated(by: place - .zero) { box = box?.union(ink) ?? ink }
        run.glyphs.append(
          Glyph(
            id: text.ids[index], origin: Point(x: place.x * size, y: place.y * size),
            outline: shape.outline))
      }
    }
    if style.hasTabularDigits, let digits = digitInk(of: text, range, in: font) {
      box = box?.union(digits) ?? digits
    }
    include(box.map { scaled($0, size, at: origin) })
    items.append(.glyphs(run, at: origin))
  }

  /// What the digits of words would take if each were as large as any, from the start of a range.
  private func digitInk(of text: ShapedText, _ range: Range<Int>, in font: Font) -> Rect? {
    guard let rows = font.digitRows else { return nil }
    let start = text.start(of: range)
    let digits = range.filter { index in
      let bytes = text.text(of: index..<index + 1).utf8
      return bytes.count == 1 && bytes.allSatisfy { 48...57 ~= $0 }
    }
    return digits.reduce(nil) { box, index in
      let (left, width) = (text.clusters[index].start - start, text.clusters[index].advance)
      let cell = Rect(minX: left, minY: rows.lowerBound, maxX: left + width, maxY: rows.upperBound)
      return box?.union(cell) ?? cell
    }
  }

  private func color(of ink: MarkInk) -> Color {
    switch ink {
    case .plain: style.color
    case .readable(let ground): style.color.readable(on: Color(rgb: ground))
    case .role(let place, let ground): roleColor(place, on: ground)
    case .occurrence(let place): occurrenceColor(place)
    case .rgb(let rgb): Color(rgb: rgb)
    }
  }

  private func roleColor(_ place: Int, on ground: UInt32?) -> Color {
    guard style.roles.indices.contains(place) else { return style.color }
    let color = style.roles[place].color
    // Large text needs less contrast, and a term loses its meaning with its color.
    return ground.map { color.readable(on: Color(rgb: $0), contrast: 3) } ?? color
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
