import Drawing
import Geometry

extension SVGWriter {
  /// Shapes of glyphs count in 1/2000 em: exact for fonts of 1000 units, 1/100 point at any usual size.
  private static let unitsPerEm = 2000.0

  /// A run of text; `origin` is the left end of its baseline.
  mutating func add(_ run: GlyphRun, at origin: Point) {
    guard isWithinReach(run, at: origin) else { return }
    let scale = run.size / Self.unitsPerEm
    let fontNumber = fontNumbers[run.font] ?? fontNumbers.count
    fontNumbers[run.font] = fontNumber
    let visible = run.glyphs.filter { !$0.outline.isEmpty }
    guard run.color.alpha > 0, !visible.isEmpty else { return }
    body.add("<g")
    body.add(attribute: "fill", hex(run.color))
    // Of the group: parts that overlap must not show in a translucent color.
    if run.color.alpha < 1 { body.add(attribute: "opacity", run.color.alpha, decimals: 4) }
    add(Transform(a: scale, b: 0, c: 0, d: scale, tx: origin.x, ty: origin.y))
    body.add(">")
    for glyph in visible {
      let number = number(of: glyph, GlyphName(font: fontNumber, glyph: glyph.id))
      body.add("<use xlink:href=\"#\(prefix)-g\(number)\"")
      let (x, y) = (glyph.origin.x / scale, glyph.origin.y / scale)
      if fixedPoint(x, decimals: 0) != 0 { body.add(attribute: "x", x, decimals: 0) }
      if fixedPoint(y, decimals: 0) != 0 { body.add(attribute: "y", y, decimals: 0) }
      body.add("/>")
    }
    body.add("</g>\n")
  }

  /// Whether a run is somewhere near the page: its numbers could be too large for any reader otherwise.
  private func isWithinReach(_ run: GlyphRun, at origin: Point) -> Bool {
    let box = reach.box
    guard run.size > 0, run.size < box.height, origin.isFinite else { return false }
    return run.glyphs.allSatisfy { box.contains($0.origin + (origin - .zero)) }
  }

  private mutating func number(of glyph: Glyph, _ name: GlyphName) -> Int {
    if let number = glyphNumbers[name] { return number }
    let number = glyphNumbers.count + 1
    glyphNumbers[name] = number
    definitions.add("<path id=\"\(prefix)-g\(number)\" d=\"")
    definitions.add(PathData(glyph.outline, scale: Self.unitsPerEm, decimals: 0).text)
    definitions.add("\"/>\n")
    return number
  }

  /// An invisible copy of the runs' text, to be selected, copied and found.
  mutating func addText(of items: [DisplayItem]) {
    let pieces = textPieces(of: items)
    guard let first = pieces.first else { return }
    // Nothing fills it, and it still can be pointed at.
    body.add("<text pointer-events=\"all\" aria-hidden=\"true\"")
    if pieces.count == 1 {
      add(first)
    } else {
      body.add(">")
      for piece in pieces {
        body.add("<tspan")
        add(piece)
        body.add("</tspan>")
      }
    }
    body.add("</text>\n")
  }

  private mutating func add(_ piece: TextPiece) {
    body.add(attribute: "x", piece.origin.x, decimals: decimals)
    body.add(attribute: "y", piece.origin.y, decimals: decimals)
    body.add(attribute: "font-size", piece.size, decimals: decimals)
    if piece.glyphCount > 1, piece.width > 0 {
      body.add(attribute: "textLength", piece.width, decimals: decimals)
    }
    body.add(">\(escaped(piece.text))")
  }

  /// The text of runs in reading order, those on one baseline together.
  private func textPieces(of items: [DisplayItem]) -> [TextPiece] {
    var pieces: [TextPiece] = []
    for case .glyphs(let run, let origin) in items
    where !run.text.isEmpty && run.color.alpha > 0 && isWithinReach(run, at: origin) {
      let piece = TextPiece(run, at: origin)
      if let last = pieces.indices.last, pieces[last].isContinued(by: piece) {
        pieces[last].append(piece)
      } else {
        pieces.append(piece)
      }
    }
    return pieces
  }
}

/// Text that stands on one baseline, about as wide as what is seen.
private struct TextPiece {
  let origin: Point
  let size: Double
  private(set) var text: String
  private(set) var width: Double
  private(set) var glyphCount: Int

  init(_ run: GlyphRun, at origin: Point) {
    (self.origin, size, text, glyphCount) = (origin, run.size, run.text, run.glyphs.count)
    width =
      run.glyphs.map { $0.origin.x + ($0.outline.controlBox?.maxX ?? 0) * run.size }.max() ?? 0
  }

  func isContinued(by next: TextPiece) -> Bool {
    next.size == size && abs(next.origin.y - origin.y) < 0.01 * size
      && next.origin.x >= origin.x + width - 0.5 * size
  }

  mutating func append(_ next: TextPiece) {
    text += next.text
    width = next.origin.x + next.width - origin.x
    glyphCount += next.glyphCount
  }
}
