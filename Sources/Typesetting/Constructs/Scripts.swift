import Formulas

extension FormulaLayout {
  /// A nucleus with scripts beside it or limits above and below it (Appendix G, rules 13 and 18).
  func box(_ scripts: Scripts, _ setting: Setting) -> Box {
    let nucleus = scripts.nucleus.map { box($0, setting.nucleus) } ?? Box(isCharacter: true)
    let over = scripts.superscript.map { box($0, setting.superscript) }
    let under = scripts.subscripted.map { box($0, setting.subscripted) }
    if takesLimits(scripts, setting) { return limits(nucleus, over: over, under: under, setting) }
    return beside(nucleus, over, under, setting)
  }

  private func takesLimits(_ scripts: Scripts, _ setting: Setting) -> Bool {
    switch scripts.placement {
    case .limits: return true
    case .side: return false
    case .automatic: break
    }
    switch scripts.nucleus {
    case .largeOperator(_, let takesLimits)?, .operatorName(_, let takesLimits)?:
      return takesLimits && setting.isDisplay
    case .classed(_, .largeOperator)?: return setting.isDisplay
    case .accent(let accent)?:
      switch accent.mark {
      case .brace: return true
      case .glyph, .wide, .line, .stretched: return false
      }
    default: return false
    }
  }

  private func beside(_ nucleus: Box, _ over: Box?, _ under: Box?, _ setting: Setting) -> Box {
    var (up, down) = (0.0, 0.0)
    if !nucleus.isCharacter {
      up = nucleus.ascent - constant(.superscriptBaselineDropMax, setting)
      down = nucleus.descent + constant(.subscriptBaselineDropMin, setting)
    }
    if let over {
      let usual = setting.isCramped ? MathConstant.superscriptShiftUpCramped : .superscriptShiftUp
      up = max(up, constant(usual, setting), over.descent + constant(.superscriptBottomMin, setting))
    }
    if let under {
      down = max(down, constant(.subscriptShiftDown, setting))
      if over == nil { down = max(down, under.ascent - constant(.subscriptTopMax, setting)) }
    }
    if let over, let under { separate(over, under, &up, &down, setting) }
    var result = nucleus
    result.isCharacter = false
    result.topAccent = nil
    // The superscript stands right of the lean, the subscript tucks under it.
    let lean = over == nil && under != nil ? 0 : nucleus.italicsCorrection
    result.italicsCorrection = 0
    if let over { result.place(over, x: nucleus.width + nucleus.italicsCorrection, y: -up) }
    if let under { result.place(under, x: nucleus.width, y: down) }
    let widths = [over.map { $0.width + lean } ?? 0, under?.width ?? 0]
    result.width += max(widths[0], widths[1]) + constant(.spaceAfterScript, setting)
    return result
  }

  /// Moves two scripts apart until the gap between them is wide enough (rules 18e and 18f).
  private func separate(
    _ over: Box, _ under: Box, _ up: inout Double, _ down: inout Double, _ setting: Setting
  ) {
    let gap = (up - over.descent) - (under.ascent - down)
    let lacking = constant(.subSuperscriptGapMin, setting) - gap
    guard lacking > 0 else { return }
    down += lacking
    let room = constant(.superscriptBottomMaxWithSubscript, setting) - (up - over.descent)
    let raise = min(max(room, 0), lacking)
    up += raise
    down -= raise
  }

  /// Rows centered above and below a nucleus (rule 13a).
  func limits(_ nucleus: Box, over: Box?, under: Box?, _ setting: Setting) -> Box {
    let width = max(nucleus.width, over?.width ?? 0, under?.width ?? 0)
    var result = Box(width: width)
    result.place(nucleus, x: (width - nucleus.width) / 2)
    let lean = nucleus.italicsCorrection / 2
    if let over {
      let gap = max(
        constant(.upperLimitGapMin, setting),
        constant(.upperLimitBaselineRiseMin, setting) - over.descent)
      result.place(over, x: (width - over.width) / 2 + lean, y: -(nucleus.ascent + gap + over.descent))
    }
    if let under {
      let gap = max(
        constant(.lowerLimitGapMin, setting),
        constant(.lowerLimitBaselineDropMin, setting) - under.ascent)
      result.place(under, x: (width - under.width) / 2 - lean, y: nucleus.descent + gap + under.ascent)
    }
    return result
  }
}
