import Formulas

/// Which constants keep rows above and below their distance.
enum LimitKind {
  /// Limits of big operators and their like.
  case limits
  /// Text above and below an arrow.
  case stretchStack
}

extension FormulaLayout {
  /// Rows centered above and below a nucleus, moved by half of its lean (rule 13a).
  mutating func limits(
    _ nucleus: Fragment, over: Fragment?, under: Fragment?, _ kind: LimitKind, _ setting: Setting
  ) -> Fragment {
    let width = max(nucleus.width, over?.width ?? 0, under?.width ?? 0)
    var result = Fragment(width: width, marks: nucleus.marks.lowerBound..<nucleus.marks.lowerBound)
    place(nucleus, in: &result, x: (width - nucleus.width) / 2)
    let lean = nucleus.italicsCorrection / 2
    if let over {
      let gap = max(
        constant(kind.gapAbove, setting), constant(kind.riseAbove, setting) - over.descent)
      place(
        over, in: &result, x: (width - over.width) / 2 + lean, y: -(nucleus.ascent + gap + over.descent))
    }
    if let under {
      let gap = max(
        constant(kind.gapBelow, setting), constant(kind.dropBelow, setting) - under.ascent)
      place(
        under, in: &result, x: (width - under.width) / 2 - lean, y: nucleus.descent + gap + under.ascent)
    }
    return result
  }

  /// A small row above or below another, as in `\overset`.
  mutating func stack(_ base: Row, over: Row?, under: Row?, _ setting: Setting) -> Fragment {
    let nucleus = set(base, setting).asBox
    let over = over.map { set($0, setting.superscript).withItalics }
    let under = under.map { set($0, setting.subscripted).withItalics }
    return limits(nucleus, over: over, under: under, .limits, setting)
  }
}

extension LimitKind {
  fileprivate var gapAbove: MathConstant {
    self == .limits ? .upperLimitGapMin : .stretchStackGapAboveMin
  }
  fileprivate var riseAbove: MathConstant {
    self == .limits ? .upperLimitBaselineRiseMin : .stretchStackTopShiftUp
  }
  fileprivate var gapBelow: MathConstant {
    self == .limits ? .lowerLimitGapMin : .stretchStackGapBelowMin
  }
  fileprivate var dropBelow: MathConstant {
    self == .limits ? .lowerLimitBaselineDropMin : .stretchStackBottomShiftDown
  }
}
