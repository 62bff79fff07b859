package import Diagnostics
package import Drawing
package import Formulas
import Geometry
import Synchronization

/// Sets labels in the fonts that their style chooses; unless it says otherwise, text in Inter, formulas in
/// TeX Gyre Pagella Math and code in JetBrains Mono.
///
/// Fonts are files, found in the environment's folder or where their Debian packages put them, and opened
/// when they are first used. Safe to use from several threads.
package final class FontTypesetter: Typesetter {
  /// A block without the places of its problems, which differ between labels of the same words.
  struct KnownBlock {
    var block: TextBlock
    var missing: [Unicode.Scalar]
  }

  /// A formula's box depends on nothing else: it is measured in em and colored when painted.
  private struct FormulaKey: Hashable {
    var formula: Formula
    var roles: [String]
    var weight: TextStyle.Weight
    var isItalic: Bool
    var fonts: FontChoice
  }

  private let fonts: FontSet
  private let standardLayouts: FormulaLayouts
  private let otherLayouts = Mutex<[FontChoice: FormulaLayouts]>([:])
  private let blocks = Mutex(Memory<BlockKey, KnownBlock>())
  private let formulas = Mutex(Memory<FormulaKey, Box>())

  /// Checks that the standard fonts are there; `environmentFolder` is searched before the system's folders,
  /// and alone if `usesSystemFonts` is false.
  package init(environmentFolder: String?, usesSystemFonts: Bool = true) throws(Diagnostic) {
    let folders = FontFolders(environmentFolder: environmentFolder, usesSystemFonts: usesSystemFonts)
    for role in FontChoice.Role.allCases { try folders.check(.standard(for: role)) }
    fonts = FontSet(folders: folders)
    standardLayouts = FormulaLayouts(shaper: TextShaper(faces: ChosenFonts(.standard, in: fonts)))
  }

  package func check(_ font: String, for role: FontChoice.Role, at location: SourceLocation?)
    throws(Diagnostic)
  {
    try FontChoice.check(font, for: role, in: fonts, at: location)
  }

  /// Whether a character was looked for among the system's fonts, which takes some milliseconds.
  package var hasAskedSystem: Bool { fonts.systemFonts.isLoaded }

  /// Sets a label; one that was set before in the same style is only looked up.
  package func typeset(_ label: Label, in style: TextStyle) -> TextBlock {
    let key = BlockKey(label: label, style: style)
    let known = blocks.withLock { $0[key] } ?? remembered(block(label, style), for: key)
    guard !known.missing.isEmpty else { return known.block }
    var block = known.block
    block.problems = missingCharacters(known.missing, at: label.location)
    return block
  }

  private func remembered(_ block: KnownBlock, for key: BlockKey) -> KnownBlock {
    blocks.withLock { $0.remember(block, for: key, size: key.label.source.utf8.count) }
    return block
  }

  /// What turns formulas, and through its shaper words, into glyphs of the chosen fonts.
  func layouts(_ choice: FontChoice) -> FormulaLayouts {
    if choice == .standard { return standardLayouts }
    return otherLayouts.withLock { known in
      if let layouts = known[choice] { return layouts }
      let layouts = FormulaLayouts(shaper: TextShaper(faces: ChosenFonts(choice, in: fonts)))
      known[choice] = layouts
      return layouts
    }
  }

  /// Sets a label anew; the occurrences of a term can be painted in colors of their own.
  func block(_ label: Label, _ style: TextStyle, tellingTermsApart: Bool = false) -> KnownBlock {
    var occurrences = tellingTermsApart ? 0 : nil
    let layouts = layouts(style.fonts)
    let shaper = layouts.shaper
    let isTabular = label.isNumber
    let width = style.width.map { max($0 / max(style.size, .leastNonzeroMagnitude), 0) }
    let lines = label.lines.flatMap { segments in
      Typesetting.lines(
        of: pieces(segments, style, layouts, isTabular: isTabular, &occurrences), width: width,
        hyphen: shaper.hyphen)
    }
    let widest = lines.map(\.width).max() ?? 0
    let strut = shaper.faces[Face(style, .plain)]
    var painter = BlockPainter(faces: shaper.faces, style: style)
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
    let block = TextBlock(
      width: widest * style.size, ascent: ascent * style.size, descent: (baseline + descent) * style.size,
      ink: painter.ink ?? .zero, items: painter.items, source: label.source)
    return KnownBlock(block: block, missing: painter.missing)
  }

  /// The pieces of a source line in the order of reading.
  private func pieces(
    _ segments: [Label.Segment], _ style: TextStyle, _ layouts: FormulaLayouts, isTabular: Bool,
    _ occurrences: inout Int?
  ) -> [DirectedPiece] {
    let directions = segments.contains(where: \.hasRightToLeft) ? Directions(of: segments) : nil
    var pieces: [DirectedPiece] = []
    for (index, segment) in segments.enumerated() {
      switch segment {
      case .text(let text, let emphasis):
        let face = Face(style, emphasis)
        for run in directions?.runs(ofSegment: index, text) ?? [(text: text, level: DirectionLevel(0))] {
          let isRightToLeft = run.level.isRightToLeft
          pieces += layouts.shaper.shape(run.text, face, isTabular: isTabular, isRightToLeft: isRightToLeft)
            .map { DirectedPiece(piece: .text($0), level: run.level) }
        }
      case .formula(let formula):
        pieces.append(
          DirectedPiece(
            piece: .formula(box(formula, style, layouts, &occurrences)),
            level: directions?.level(ofSegment: index) ?? 0))
      }
    }
    return pieces
  }

  private func box(
    _ formula: Formula, _ style: TextStyle, _ layouts: FormulaLayouts, _ occurrences: inout Int?
  ) -> Box {
    if occurrences != nil {
      var layout = layouts[style]
      layout.occurrences = occurrences
      defer { occurrences = layout.occurrences }
      return layout.box(formula).clearingLeft(in: layout.math)
    }
    let key = FormulaKey(
      formula: formula, roles: style.roles.map(\.symbol), weight: style.weight, isItalic: style.isItalic,
      fonts: style.fonts)
    if let known = formulas.withLock({ $0[key] }) { return known }
    var layout = layouts[style]
    let box = layout.box(formula).clearingLeft(in: layout.math)
    formulas.withLock { $0.remember(box, for: key, size: box.marks.count) }
    return box
  }
}

/// What a block depends on: how a label is read and set, not where it stands.
private struct BlockKey: Hashable {
  var label: Label
  var style: TextStyle

  static func == (a: BlockKey, b: BlockKey) -> Bool {
    a.label.source == b.label.source && a.style == b.style && a.label.lines == b.label.lines
  }

  /// Labels of the same source differ rarely, when macros or a lenient reading are in play.
  func hash(into hasher: inout Hasher) {
    hasher.combine(label.source)
    hasher.combine(style.size)
    hasher.combine(style.width)
    hasher.combine(style.color)
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
  fileprivate func clearingLeft(in math: Font) -> Box {
    let first = marks.first { mark in
      if case .shape(let path) = mark.content { return !path.isEmpty }
      return true
    }
    guard let first, case .glyph(let id, _) = first.content, let ink = math.shape(of: id).ink else {
      return self
    }
    let overhang = -(first.x + ink.minX * first.size) - mostOverhang
    guard overhang > 0 else { return self }
    var result = self
    result.width += overhang
    for index in result.marks.indices { result.marks[index].x += overhang }
    for index in result.breaks.indices {
      result.breaks[index].end += overhang
      result.breaks[index].start += overhang
    }
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
