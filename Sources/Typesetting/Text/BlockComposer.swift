import Drawing
import Formulas
import Geometry

/// Sets one label: shapes its words, sets its formulas, breaks it into lines and paints them.
struct BlockComposer {
  private let style: TextStyle
  private let layouts: FormulaLayouts
  /// How many occurrences of a term were met, if each is to be painted in a color of its own.
  private var occurrences: Int?

  init(_ style: TextStyle, _ layouts: FormulaLayouts, tellingTermsApart: Bool = false) {
    self.style = style
    self.layouts = layouts
    occurrences = tellingTermsApart ? 0 : nil
  }

  /// The block, and the characters that no font has.
  mutating func compose(_ label: Label) -> (block: TextBlock, missing: [Unicode.Scalar]) {
    let isTabular = label.isNumber || style.hasTabularDigits
    let width = style.width.map { max($0 / max(style.size, .leastNonzeroMagnitude), 0) }
    var lines: [PlacedLine] = []
    for segments in label.lines {
      let pieces = pieces(segments, isTabular: isTabular)
      lines += Typesetting.lines(of: pieces, width: width, hyphen: layouts.shaper.hyphen)
    }
    let strut = layouts.shaper.faces[Face(style, .plain)]
    let widest = lines.map(\.width).max() ?? 0
    var painter = BlockPainter(faces: layouts.shaper.faces, style: style)
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
      painter.paint(line, indent: style.alignment.indent(spare: widest - line.width), baseline: baseline)
      before = max(extent.descent, textDescent)
      descent = max(strut.descent, extent.descent)
    }
    let block = TextBlock(
      width: widest * style.size, ascent: ascent * style.size, descent: (baseline + descent) * style.size,
      ink: painter.ink ?? .zero, items: painter.items, source: label.source)
    return (block, painter.missing)
  }

  /// The pieces of a source line in the order of reading.
  private mutating func pieces(_ segments: [Label.Segment], isTabular: Bool) -> [DirectedPiece] {
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
        let level = directions?.level(ofSegment: index) ?? 0
        pieces.append(DirectedPiece(piece: .formula(box(formula)), level: level))
      }
    }
    return pieces
  }

  private mutating func box(_ formula: Formula) -> Box {
    let math = layouts.shaper.faces[.math]
    guard occurrences != nil else { return layouts.box(formula, style).clearingLeft(in: math) }
    var layout = layouts[style]
    layout.occurrences = occurrences
    defer { occurrences = layout.occurrences }
    return layout.box(formula).clearingLeft(in: math)
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

extension TextStyle.Alignment {
  /// How far a line is moved right that is shorter by `spare`.
  fileprivate func indent(spare: Double) -> Double {
    switch self {
    case .left: 0
    case .center: spare / 2
    case .right: spare
    }
  }
}

extension Box {
  /// Moved right where its first letter would reach into the word before it, as an f's tail does.
  fileprivate func clearingLeft(in math: Font) -> Box {
    let first = marks.first { mark in
      if case .shape(let path, _) = mark.content { return !path.isEmpty }
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
    for piece in pieces {
      guard case .formula(let box) = piece.piece else { continue }
      extent = (max(extent.ascent, box.ascent), max(extent.descent, box.descent))
    }
    return extent
  }
}
