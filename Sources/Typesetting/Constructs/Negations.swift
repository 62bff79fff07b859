import Formulas
import Geometry

extension FormulaLayout {
  /// A relation, letter or anything else with a slash through its middle.
  mutating func negated(_ row: Row, _ setting: Setting) -> Fragment {
    var result = set(row, setting).withItalics
    let size = size(setting)
    let middle = Point(x: result.width / 2, y: (result.descent - result.ascent) / 2)
    guard let slash = glyph("\u{338}"), slash.ink.height * size >= result.ascent + result.descent else {
      return struck(&result, around: middle, setting)
    }
    // Relations have theirs through the axis, where their own middle is.
    let center = result.isCharacter ? inkMiddle(of: result) ?? middle.y : middle.y
    let mark = fragment(slash, plain: "\u{338}", size: size, setting.ink)
    place(mark, in: &result, x: middle.x - slash.ink.midX * size, y: center - slash.ink.midY * size)
    return result
  }

  /// A slash as tall as what it goes through, for what is taller than the font's own.
  private mutating func struck(
    _ result: inout Fragment, around middle: Point, _ setting: Setting
  ) -> Fragment {
    let reach = (result.ascent + result.descent) / 2 + 0.1 * size(setting)
    let slash = Path(
      from: Point(x: middle.x - reach * slashSlope, y: middle.y + reach),
      to: Point(x: middle.x + reach * slashSlope, y: middle.y - reach),
      constant(.fractionRuleThickness, setting))
    add(slash, covering: slash.controlBox ?? .zero, to: &result, setting.ink)
    return result
  }

  /// Where the middle of a character's ink is, which a minus or a tilde has far above the baseline.
  private func inkMiddle(of fragment: Fragment) -> Double? {
    guard let (id, size) = fragment.glyph else { return nil }
    return math.shape(of: id).ink.map { $0.midY * size }
  }
}

/// How far a slash goes to the right as it rises by 1: nearly that of the fonts' own.
private let slashSlope = 0.4
