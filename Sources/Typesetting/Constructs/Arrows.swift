import Formulas
import Geometry

/// How long an arrow between texts is at least, in em: TeX's \relbar joined to \rightarrow.
let shortestArrow = 1.5

extension FormulaLayout {
  /// An arrow as long as the text above and below it, as in `\xrightarrow`; `shortest` is in em.
  mutating func arrow(
    _ sign: Unicode.Scalar, over: Row, under: Row?, shortest: Double, _ setting: Setting
  ) -> Fragment {
    let slot = reservedMark()
    var nucleus = emptyFragment()
    nucleus.marks = slot..<slot + 1
    let over = over.nodes.isEmpty ? nil : set(over, setting.superscript).withItalics
    let under = under.map { set($0, setting.subscripted).withItalics }
    // Half an em of the small text before and behind it, so that it does not stand above the head.
    let text = max(over?.width ?? 0, under?.width ?? 0) + size(setting.superscript)
    let arrow = stretched(sign, to: max(text, shortest * size(setting)), .horizontal, setting)
    marks[slot] = arrow.mark(x: -arrow.ink.minX, y: 0, setting.ink)
    nucleus.width = arrow.ink.width
    nucleus.include(ascent: -arrow.ink.minY, descent: arrow.ink.maxY)
    return limits(nucleus, over: over, under: under, .stretchStack, setting)
  }

  /// An arrow downwards or upwards with text on both sides, which takes no room of its own if it is lapped.
  mutating func verticalArrow(
    _ sign: Unicode.Scalar, left: Row, right: Row, isLapped: Bool, _ setting: Setting
  ) -> Fragment {
    var result = emptyFragment()
    let before = centered(left, setting.superscript)
    let arrow = sized(sign, height: verticalArrowHeight * size(setting), setting)
    let after = centered(right, setting.superscript)
    let gap = verticalArrowGap * size(setting)
    let side = isLapped ? 0 : max(before.width, after.width) + gap
    result.width = arrow.width + 2 * side
    place(before, in: &result, x: side - before.width - gap)
    place(arrow, in: &result, x: side)
    place(after, in: &result, x: side + arrow.width + gap)
    return result
  }
}

/// In em: amscd's \Big, and about a word space of the small text.
private let verticalArrowHeight = 1.8
private let verticalArrowGap = 0.15
