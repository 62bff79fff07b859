import Diagnostics
import Drawing
import Formulas
import Geometry

/// A formula whose terms are explained: words above and below it, joined to their terms by thin leaders.
struct AnnotatedFormula {
  /// The formula with everything around it; all of it lies to the right of the origin.
  let block: TextBlock
  /// The formula's own ink.
  let ink: Rect

  /// Where the words make it wider than `width`, they are broken into shorter lines and then set smaller.
  init(
    _ formula: Label, _ callouts: [TermCallout], size: Double, within width: Double = .infinity, press: Press
  ) {
    self.init(formula, callouts, size: size, words: (10, 1), press: press)
    for words in [(7.0, 1.0), (5, 1), (5, 0.85), (5, 0.7), (5, 0.55), (5, 0.4), (5, 0.3)]
    where block.ink.width > width + 0.5 && ink.width <= width {
      self.init(formula, callouts, size: size, words: words, press: press)
    }
  }

  /// With words in lines of that many times their size, and that many times smaller than usual.
  private init(
    _ formula: Label, _ callouts: [TermCallout], size: Double, words: (measure: Double, factor: Double),
    press: Press
  ) {
    let bare = press.typeset(formula, size: size)
    guard !callouts.isEmpty else {
      (block, ink) = (bare, bare.ink)
      return
    }
    let style = TextStyle(size: size, color: press.theme.ink, roles: press.symbols, fonts: press.fonts)
    let pieces = bare.pieces
    let wordSize = Self.wordSize(besides: size, on: press.canvas) * words.factor
    var problems = [
      Diagnostic(
        smallType: wordSize, of: "what callouts say", at: callouts.first?.label.location, on: press.canvas)
    ].compactMap(\.self)
    let terms = callouts.compactMap { callout -> ExplainedTerm? in
      guard let box = press.typesetter.boxes(of: callout.term.text, in: formula, style: style).first else {
        problems.append(
          Diagnostic(
            "callouts: the term '\(callout.term.text)' is nowhere to be seen", at: callout.term.start,
            severity: .warning))
        return nil
      }
      let color = pieces.first { box.outset(by: 0.01).contains($0.box.center) }?.color ?? press.theme.ink
      let block = press.typesetEvenly(
        callout.label, size: wordSize, color: color, width: wordSize * words.measure)
      return ExplainedTerm(box: box, words: block, color: color, others: pieces.map(\.box))
    }
    let sides = CalloutSides(terms.sorted { $0.box.midX < $1.box.midX }, unit: wordSize)
    var drawing = CalloutDrawing(around: bare.ink, unit: wordSize, em: size, lines: press.canvas.lines)
    drawing.add(sides.above, isBelow: false)
    drawing.add(sides.below, isBelow: true)
    let shift = Vector(x: max(-drawing.ink.minX, 0), y: 0)
    block = bare.surrounded(by: drawing, movedBy: shift, problems)
    ink = bare.ink.translated(by: shift)
  }

  /// Words beside a formula: smaller than it, but as readable as other labels.
  static func wordSize(besides size: Double, on canvas: Canvas) -> Double {
    min(max(size * 0.55, canvas.type.tick), canvas.type.label * 1.15)
  }
}

/// A term of a formula, and the words that explain it.
struct ExplainedTerm {
  let box: Rect
  let words: TextBlock
  let color: Color
  /// How many other pieces of the formula a leader straight up would cross, and one straight down.
  let crossingsAbove: Int
  let crossingsBelow: Int

  init(box: Rect, words: TextBlock, color: Color, others: [Rect]) {
    self.box = box
    self.words = words
    self.color = color
    // As wide as a leader and a little air.
    let column = Rect(minX: box.midX - 1, minY: -.infinity, maxX: box.midX + 1, maxY: .infinity)
    let crossed = others.filter { $0.intersects(column) && !box.outset(by: 0.01).contains($0.center) }
    crossingsAbove = crossed.count { $0.midY < box.minY }
    crossingsBelow = crossed.count { $0.midY > box.maxY }
  }
}

extension TextBlock {
  /// The boxes around letters and rules with their colors.
  fileprivate var pieces: [(box: Rect, color: Color)] {
    var pieces: [(box: Rect, color: Color)] = []
    for item in items { item.append(to: &pieces, .identity) }
    return pieces
  }

  fileprivate func surrounded(
    by drawing: CalloutDrawing, movedBy shift: Vector, _ problems: [Diagnostic]
  ) -> TextBlock {
    var block = self
    block.setting = nil
    block.items = [
      .group(DisplayGroup(items + drawing.items, transform: .translation(shift)))
    ]
    block.ink = ink.union(drawing.ink).translated(by: shift)
    block.ascent = max(ascent, -block.ink.minY)
    block.descent = max(descent, block.ink.maxY)
    block.width = max(width + shift.x, block.ink.maxX)
    block.problems += drawing.problems + problems
    return block
  }
}

extension DisplayItem {
  fileprivate func append(to pieces: inout [(box: Rect, color: Color)], _ transform: Transform) {
    switch self {
    case .path(let path, let fill, let stroke):
      if let box = path.controlBox, let color = fill ?? stroke?.color {
        pieces.append((transform.apply(box), color))
      }
    case .glyphs(let run, let origin):
      for glyph in run.glyphs {
        guard let box = glyph.outline.controlBox else { continue }
        let place = Transform(
          a: run.size, b: 0, c: 0, d: run.size, tx: origin.x + glyph.origin.x, ty: origin.y + glyph.origin.y)
        pieces.append((place.then(transform).apply(box), run.color))
      }
    case .image: break
    case .group(let group):
      for item in group.items { item.append(to: &pieces, group.transform.then(transform)) }
    }
  }
}
