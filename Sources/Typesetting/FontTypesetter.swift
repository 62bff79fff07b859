package import Diagnostics
package import Drawing
package import Formulas
import Geometry
import Synchronization

/// Sets labels in Inter, formulas in TeX Gyre Pagella Math and code in JetBrains Mono.
///
/// Fonts are files, found in the environment's folder or where their Debian packages put them, and opened
/// when they are first used. Safe to use from several threads.
package final class FontTypesetter: Typesetter {
  private struct BlockKey: Hashable {
    var label: Label
    var style: TextStyle
  }

  /// A formula's box depends on nothing else: it is measured in em and colored when painted.
  private struct FormulaKey: Hashable {
    var formula: Formula
    var roles: [String]
    var weight: TextStyle.Weight
    var isItalic: Bool
  }

  private let fonts: FontSet
  private let shaper: TextShaper
  private let layouts: FormulaLayouts
  private let blocks = Mutex<[BlockKey: TextBlock]>([:])
  private let formulas = Mutex<[FormulaKey: Box]>([:])
  /// A film's counters must not fill the memory.
  private static let mostRemembered = 4096

  /// Checks that the fonts are there; `environmentFolder` is searched before the system's folders, and
  /// alone if `usesSystemFonts` is false.
  package init(environmentFolder: String?, usesSystemFonts: Bool = true) throws(Diagnostic) {
    fonts = try FontSet(environmentFolder: environmentFolder, usesSystemFonts: usesSystemFonts)
    shaper = TextShaper(fonts: fonts)
    layouts = FormulaLayouts(shaper: shaper)
  }

  /// Sets a label; one that was set before in the same style is only looked up.
  package func typeset(_ label: Label, in style: TextStyle) -> TextBlock {
    let key = BlockKey(label: label, style: style)
    if let known = blocks.withLock({ $0[key] }) { return known }
    let block = block(label, style)
    blocks.withLock { blocks in
      if blocks.count >= FontTypesetter.mostRemembered { blocks.removeAll() }
      blocks[key] = block
    }
    return block
  }

  /// Sets a label anew; the occurrences of a term can be painted in colors of their own.
  func block(_ label: Label, _ style: TextStyle, tellingTermsApart: Bool = false) -> TextBlock {
    var occurrences = tellingTermsApart ? 0 : nil
    let isTabular = label.isNumber
    let width = style.width.map { max($0 / max(style.size, .leastNonzeroMagnitude), 0) }
    let lines = label.lines.flatMap { segments in
      Typesetting.lines(of: segments.flatMap { pieces($0, style, isTabular, &occurrences) }, width: width)
    }
    let widest = lines.map(\.width).max() ?? 0
    let strut = fonts[Face(style, .plain)]
    var painter = BlockPainter(fonts: fonts, style: style)
    var ascent = strut.ascent
    var baseline = 0.0
    var descent = strut.descent
    var before = 0.0
    for (index, line) in lines.enumerated() {
      let extent = line.formulaExtent
      if index == 0 {
        ascent = max(ascent, extent.ascent)
      } else {
        baseline += max(lineDistance, before + max(extent.ascent, textAscent) + leastGap)
      }
      let spare = widest - line.width
      let indent = style.alignment == .left ? 0 : style.alignment == .center ? spare / 2 : spare
      for piece in line.pieces {
        painter.paint(piece, at: Point(x: (indent + piece.x) * style.size, y: baseline * style.size))
      }
      before = max(extent.descent, textDescent)
      descent = max(strut.descent, extent.descent)
    }
    return TextBlock(
      width: widest * style.size, ascent: ascent * style.size, descent: (baseline + descent) * style.size,
      ink: painter.ink ?? .zero, items: painter.items, source: label.source)
  }

  private func pieces(
    _ segment: Label.Segment, _ style: TextStyle, _ isTabular: Bool, _ occurrences: inout Int?
  ) -> [Piece] {
    switch segment {
    case .text(let text, let emphasis):
      shaper.shape(text, Face(style, emphasis), isTabular: isTabular).map { .text($0) }
    case .formula(let formula): [.formula(box(formula, style, &occurrences))]
    }
  }

  private func box(_ formula: Formula, _ style: TextStyle, _ occurrences: inout Int?) -> Box {
    if occurrences != nil {
      var layout = layouts[style]
      layout.occurrences = occurrences
      defer { occurrences = layout.occurrences }
      return layout.box(formula).clearingLeft(in: fonts)
    }
    let key = FormulaKey(
      formula: formula, roles: style.roles.map(\.symbol), weight: style.weight, isItalic: style.isItalic)
    if let known = formulas.withLock({ $0[key] }) { return known }
    var layout = layouts[style]
    let box = layout.box(formula).clearingLeft(in: fonts)
    formulas.withLock { formulas in
      if formulas.count >= FontTypesetter.mostRemembered { formulas.removeAll() }
      formulas[key] = box
    }
    return box
  }
}

/// From one baseline to the next in em, unless formulas need more.
private let lineDistance = 1.3
/// How far text reaches above and below its baseline, for lines that stand next to a tall formula.
private let textAscent = 0.75
private let textDescent = 0.22
/// How far a formula's first letter may reach out to the left, in em.
private let mostOverhang = 0.04
/// The least room between the ink of two lines, in em.
private let leastGap = 0.2

extension Box {
  /// Moved right where its first letter would reach into the word before it, as an f's tail does.
  fileprivate func clearingLeft(in fonts: FontSet) -> Box {
    let first = marks.first { mark in
      if case .shape(let path) = mark.content { return !path.isEmpty }
      return true
    }
    guard let first, case .glyph(let id, _) = first.content, let ink = fonts[.math].shape(of: id).ink else {
      return self
    }
    let overhang = -(first.x + ink.minX * first.size) - mostOverhang
    guard overhang > 0 else { return self }
    var result = self
    result.width += overhang
    for index in result.marks.indices { result.marks[index].x += overhang }
    return result
  }
}

extension PlacedLine {
  /// How far the line's formulas reach up and down, in em.
  fileprivate var formulaExtent: (ascent: Double, descent: Double) {
    var extent = (ascent: 0.0, descent: 0.0)
    for case .formula(let box) in pieces.map(\.piece) {
      extent = (max(extent.ascent, box.ascent), max(extent.descent, box.descent))
    }
    return extent
  }
}
