import Formulas

extension FormulaLayout {
  /// A nucleus with scripts beside it or limits above and below it (Appendix G, rules 13 and 18).
  mutating func set(_ scripts: Scripts, _ setting: Setting) -> Fragment {
    var nucleus = emptyFragment()
    if let node = scripts.nucleus { nucleus = set(node, setting.nucleus) }
    let over = scripts.superscript.map { set($0, setting.superscript) }
    let under = scripts.subscripted.map { set($0, setting.subscripted) }
    if takesLimits(scripts, setting) {
      return limits(nucleus, over: over?.withItalics, under: under?.withItalics, .limits, setting)
    }
    return beside(nucleus, over, under, setting)
  }

  private func takesLimits(_ scripts: Scripts, _ setting: Setting) -> Bool {
    switch scripts.placement {
    case .limits: true
    case .side: false
    case .automatic:
      switch scripts.nucleus?.core {
      case .largeOperator(_, let takesLimits, _)?, .operatorName(_, let takesLimits)?:
        takesLimits && setting.isDisplay
      case .classed(_, .largeOperator)?, .stack(_, _, _, .largeOperator)?: setting.isDisplay
      case .accent(let accent)?: accent.mark.takesLimits
      default: false
      }
    }
  }

  private mutating func beside(
    _ nucleus: Fragment, _ over: Fragment?, _ under: Fragment?, _ setting: Setting
  ) -> Fragment {
    let (up, down) = shifts(nucleus, over, under, setting)
    var result = nucleus.asBox
    // The superscript stands behind the lean, the subscript before it.
    let lean = nucleus.italicsCorrection
    result.width = nucleus.width
    var end = nucleus.width
    if let over = over?.withItalics {
      let start =
        nucleus.width + (nucleus.leansWithin ? 0 : lean) + superscriptKern(nucleus, over, shift: up)
      place(over, in: &result, x: start, y: -up)
      end = max(end, start + over.width)
    }
    if let under = under?.withItalics {
      let start =
        nucleus.width - (nucleus.leansWithin ? lean : 0) + subscriptKern(nucleus, under, shift: down)
      place(under, in: &result, x: start, y: down)
      end = max(end, start + under.width)
    }
    result.width = end + constant(.spaceAfterScript, setting)
    return result
  }

  /// How far the scripts' baselines are moved up and down (rules 18a to 18f).
  private func shifts(
    _ nucleus: Fragment, _ over: Fragment?, _ under: Fragment?, _ setting: Setting
  ) -> (up: Double, down: Double) {
    var (up, down) = (0.0, 0.0)
    if !nucleus.isCharacter {
      // As in TeX, the drops are those of the scripts' size.
      up = nucleus.ascent - constant(.superscriptBaselineDropMax, setting.superscript)
      down = nucleus.descent + constant(.subscriptBaselineDropMin, setting.subscripted)
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
    return (up, down)
  }

  /// Moves two scripts apart until the gap between them is wide enough (rules 18e and 18f): the upper one as
  /// far as it may go, then the lower one.
  private func separate(
    _ over: Fragment, _ under: Fragment, _ up: inout Double, _ down: inout Double, _ setting: Setting
  ) {
    let gap = (up - over.descent) - (under.ascent - down)
    let lacking = constant(.subSuperscriptGapMin, setting) - gap
    guard lacking > 0 else { return }
    let room = constant(.superscriptBottomMaxWithSubscript, setting) - (up - over.descent)
    let raise = min(max(room, 0), lacking)
    up += raise
    down += lacking - raise
  }

  /// How far a superscript moves into the white at the nucleus' upper right corner.
  private func superscriptKern(_ nucleus: Fragment, _ over: Fragment, shift: Double) -> Double {
    kern(
      nucleus, over,
      Meeting(
        corner: .topRight, scriptCorner: .bottomLeft, heights: (nucleus.ascent, shift - over.descent),
        scriptBaseline: shift))
  }

  /// How far a subscript moves into the white at the nucleus' lower right corner.
  private func subscriptKern(_ nucleus: Fragment, _ under: Fragment, shift: Double) -> Double {
    kern(
      nucleus, under,
      Meeting(
        corner: .bottomRight, scriptCorner: .topLeft, heights: (-nucleus.descent, under.ascent - shift),
        scriptBaseline: -shift))
  }

  /// The kern of two glyphs, taken at the heights where either may meet the other (OpenType specification,
  /// MathKernInfo); the smaller cut of both, since the glyphs must not touch at either height.
  private func kern(_ nucleus: Fragment, _ script: Fragment, _ meeting: Meeting) -> Double {
    guard let base = nucleus.glyph, let small = script.glyph, base.size > 0, small.size > 0 else { return 0 }
    func sum(at height: Double) -> Double {
      let scriptHeight = height - meeting.scriptBaseline
      return math.kerning(of: base.id, meeting.corner, at: height / base.size) * base.size
        + math.kerning(of: small.id, meeting.scriptCorner, at: scriptHeight / small.size) * small.size
    }
    return max(sum(at: meeting.heights.0), sum(at: meeting.heights.1))
  }
}

/// Where a nucleus and a script come close to each other; heights above the nucleus' baseline.
private struct Meeting {
  var corner: GlyphCorner
  var scriptCorner: GlyphCorner
  var heights: (Double, Double)
  var scriptBaseline: Double
}

extension Node {
  /// The node itself, or the one that a color is put on.
  var core: Node {
    var node = self
    while case .colored(let row, _) = node, row.nodes.count == 1 { node = row.nodes[0] }
    return node
  }
}

extension Accent.Mark {
  /// Whether scripts of an accented row are its label.
  fileprivate var takesLimits: Bool {
    switch self {
    case .brace: true
    case .glyph, .wide, .line, .stretched: false
    }
  }
}
