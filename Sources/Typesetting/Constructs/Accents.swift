import Formulas
import Geometry

extension FormulaLayout {
  /// A mark over or under a row (Appendix G, rules 9, 10 and 12).
  mutating func set(_ accent: Accent, _ setting: Setting) -> Fragment {
    var inner = setting.inside(accent.mark)
    inner.isDotless = accent.mark.isDotless && accent.base.isLetter
    let base = set(accent.base, inner)
    switch accent.mark {
    case .glyph(let sign): return accented(base, sign, isWide: false, setting)
    case .wide(let sign, .over): return accented(base, sign, isWide: true, setting)
    case .wide(let sign, .under): return underAccented(base.asBox, sign, setting)
    case .line(.over): return overline(base.asBox, setting)
    case .line(.under): return underline(base.asBox, setting)
    case .brace(let sign, let side), .stretched(let sign, let side):
      return stretched(sign, side, base.asBox, setting)
    }
  }

  private mutating func accented(
    _ base: Fragment, _ sign: Unicode.Scalar, isWide: Bool, _ setting: Setting
  ) -> Fragment {
    let isTall = base.ascent > constant(.flattenedAccentBaseHeight, setting)
    guard var glyph = glyph(sign, isTall ? .flattened : .usual) else {
      let mark = textFragment(String(Character(sign)), .plain, setting)
      return limits(base.asBox, over: mark, under: nil, .limits, setting)
    }
    if isWide { glyph = wideForm(of: glyph, over: base.width, setting) }
    let mark = fragment(glyph, plain: sign, size: size(setting), commonInk(of: base) ?? setting.ink)
    let lift = base.ascent - min(base.ascent, constant(.accentBaseHeight, setting))
    var result = base
    // Without a point of its own, a base carries its accent in the middle.
    let center = base.topAccent ?? base.width / 2
    place(mark, in: &result, x: center - glyph.accentCenter * size(setting), y: -lift)
    result.topAccent = center
    return result
  }

  /// A mark below, where it keeps the distance of a rule.
  private mutating func underAccented(
    _ base: Fragment, _ sign: Unicode.Scalar, _ setting: Setting
  ) -> Fragment {
    guard let narrow = glyph(sign) else { return base }
    let glyph = wideForm(of: narrow, over: base.width, setting)
    let size = size(setting)
    let mark = fragment(glyph, plain: sign, size: size, commonInk(of: base) ?? setting.ink)
    var result = base
    let top = base.descent + constant(.underbarVerticalGap, setting)
    place(mark, in: &result, x: base.width / 2 - glyph.ink.midX * size, y: top - glyph.ink.minY * size)
    return result
  }

  /// The widest form of an accent that is not wider than the base.
  private mutating func wideForm(of glyph: MathGlyph, over width: Double, _ setting: Setting) -> MathGlyph {
    let size = size(setting)
    return growth(of: glyph.id, .horizontal).forms.last { $0.glyph.ink.width * size <= width }?.glyph ?? glyph
  }

  /// The color that all marks share, so that an accent wears its letter's color.
  private func commonInk(of base: Fragment) -> MarkInk? {
    guard let first = marks[base.marks].first?.ink, marks[base.marks].allSatisfy({ $0.ink == first })
    else { return nil }
    return first
  }

  private mutating func overline(_ base: Fragment, _ setting: Setting) -> Fragment {
    let thickness = constant(.overbarRuleThickness, setting)
    let top = base.ascent + constant(.overbarVerticalGap, setting) + thickness
    var result = base
    add(Rect(x: 0, y: -top, width: base.width, height: thickness), to: &result, setting.ink)
    result.ascent += constant(.overbarExtraAscender, setting)
    return result
  }

  private mutating func underline(_ base: Fragment, _ setting: Setting) -> Fragment {
    let thickness = constant(.underbarRuleThickness, setting)
    let top = base.descent + constant(.underbarVerticalGap, setting)
    var result = base
    add(Rect(x: 0, y: top, width: base.width, height: thickness), to: &result, setting.ink)
    result.descent += constant(.underbarExtraDescender, setting)
    return result
  }

  /// A brace or arrow as wide as its base, on the side where its label will stand.
  private mutating func stretched(
    _ sign: Unicode.Scalar, _ side: Accent.Side, _ base: Fragment, _ setting: Setting
  ) -> Fragment {
    let mark = stretched(sign, to: base.width, .horizontal, setting)
    let gap = constant(side == .over ? .stretchStackGapBelowMin : .stretchStackGapAboveMin, setting)
    let width = max(base.width, mark.ink.width)
    var result = Fragment(width: width, marks: base.marks.lowerBound..<base.marks.lowerBound)
    place(base, in: &result, x: (width - base.width) / 2)
    let x = (width - mark.ink.width) / 2 - mark.ink.minX
    let y = side == .over ? -base.ascent - gap - mark.ink.maxY : base.descent + gap - mark.ink.minY
    marks.append(mark.mark(x: x, y: y, setting.ink))
    result.include(ascent: -(mark.ink.minY + y), descent: mark.ink.maxY + y)
    result.marks = result.marks.lowerBound..<marks.count
    return result
  }
}

extension Setting {
  /// For what is under or over a mark: cramped under rules and accents only (rules 9, 10 and 12); plain TeX's
  /// braces have their base in display style.
  fileprivate func inside(_ mark: Accent.Mark) -> Setting {
    switch mark {
    case .glyph, .wide(_, .over), .line(.over): cramped
    case .wide(_, .under), .line(.under): self
    case .brace: starting(isScript ? style : .display)
    case .stretched: starting(style)
    }
  }
}

extension Accent.Mark {
  /// Whether it takes the place of a letter's dot.
  fileprivate var isDotless: Bool {
    switch self {
    case .glyph, .wide(_, .over): true
    case .wide, .line, .brace, .stretched: false
    }
  }
}

extension Row {
  /// Whether it is a single letter, in a color or not.
  fileprivate var isLetter: Bool {
    guard nodes.count == 1, case .symbol = nodes[0].core else { return false }
    return true
  }
}

extension MathGlyph {
  /// Where the middle of an accent's glyph is; the font's point is the advance's half where it has none,
  /// which means nothing for a combining character without an advance.
  fileprivate var accentCenter: Double { advance == 0 && topAccent == 0 ? ink.midX : topAccent }
}
