import Formulas
import Geometry

extension FormulaLayout {
  /// A mark over or under a row (Appendix G, rules 9, 10 and 12).
  func box(_ accent: Accent, _ setting: Setting) -> Box {
    let base = accent.dotlessBase.map { box($0, setting.cramped) } ?? box(accent.base, setting.cramped)
    switch accent.mark {
    case .glyph(let sign): return accented(base, math.symbol(sign), sign, setting)
    case .wide(let sign, _): return accented(base, wide(sign, over: base, setting), sign, setting)
    case .line(.over): return overline(base.withItalics, setting)
    case .line(.under): return underline(base.withItalics, setting)
    case .brace(let sign, let side), .stretched(let sign, let side):
      return stretched(sign, isOver: side == .over, base.withItalics, setting)
    }
  }

  private func accented(
    _ base: Box, _ glyph: MathGlyph?, _ sign: Unicode.Scalar, _ setting: Setting
  ) -> Box {
    guard let glyph else { return base }
    let mark = box(glyph, plain: sign, size: size(setting), base.commonInk ?? setting.ink)
    let lift = base.ascent - min(base.ascent, constant(.accentBaseHeight, setting))
    var result = base
    // Without a point of its own, a base carries its accent in the middle.
    let center = base.topAccent ?? base.width / 2
    result.place(mark, x: center - (mark.topAccent ?? 0), y: -lift)
    result.topAccent = center
    return result
  }

  /// The widest form of an accent that is not wider than the base.
  private func wide(_ sign: Unicode.Scalar, over base: Box, _ setting: Setting) -> MathGlyph? {
    guard let narrow = math.symbol(sign) else { return nil }
    let fitting = math.variants(of: narrow.id, .horizontal).last { $0.size * size(setting) <= base.width }
    return fitting.map { math.mathGlyph($0.glyph) } ?? narrow
  }

  private func overline(_ base: Box, _ setting: Setting) -> Box {
    let thickness = constant(.overbarRuleThickness, setting)
    let top = base.ascent + constant(.overbarVerticalGap, setting) + thickness
    var result = base
    result.isCharacter = false
    result.addRule(Rect(x: 0, y: -top, width: base.width, height: thickness), ink: setting.ink)
    result.ascent += constant(.overbarExtraAscender, setting)
    return result
  }

  private func underline(_ base: Box, _ setting: Setting) -> Box {
    let thickness = constant(.underbarRuleThickness, setting)
    let top = base.descent + constant(.underbarVerticalGap, setting)
    var result = base
    result.isCharacter = false
    result.addRule(Rect(x: 0, y: top, width: base.width, height: thickness), ink: setting.ink)
    result.descent += constant(.underbarExtraDescender, setting)
    return result
  }

  /// A brace as wide as its base, on the side where its label will stand.
  private func stretched(
    _ sign: Unicode.Scalar, isOver: Bool, _ base: Box, _ setting: Setting
  ) -> Box {
    let mark = stretched(sign, to: base.width, .horizontal, setting)
    let gap = constant(isOver ? .stretchStackGapBelowMin : .stretchStackGapAboveMin, setting)
    let width = max(base.width, mark.ink.width)
    let x = (width - mark.ink.width) / 2 - mark.ink.minX
    let y = isOver ? -base.ascent - gap - mark.ink.maxY : base.descent + gap - mark.ink.minY
    var result = Box(width: width)
    result.place(base, x: (width - base.width) / 2)
    let outline = mark.outline.translated(by: Vector(x: x, y: y))
    result.place(
      Box(
        ascent: -(mark.ink.minY + y), descent: mark.ink.maxY + y,
        marks: [.shape(outline, ink: setting.ink)]), x: 0)
    return result
  }
}

extension Accent {
  /// An i or j without its dot, where the accent takes the dot's place.
  fileprivate var dotlessBase: Symbol? {
    switch mark {
    case .glyph, .wide: break
    case .line, .brace, .stretched: return nil
    }
    guard base.nodes.count == 1, case .symbol(var symbol) = base.nodes[0] else { return nil }
    switch symbol.shown {
    case "𝑖": symbol.shown = "𝚤"
    case "𝑗": symbol.shown = "𝚥"
    case "i": symbol.shown = "ı"
    case "j": symbol.shown = "ȷ"
    default: return nil
    }
    return symbol
  }
}

extension Box {
  /// The color that all marks share, so that an accent wears its letter's color.
  fileprivate var commonInk: MarkInk? {
    guard let first = marks.first?.ink, marks.allSatisfy({ $0.ink == first }) else { return nil }
    return first
  }
}

extension Mark {
  var ink: MarkInk {
    switch self {
    case .glyph(let glyph): glyph.ink
    case .text(let text): text.ink
    case .shape(_, let ink): ink
    }
  }
}
