import Formulas

/// Under which circumstances a part of a formula is set.
struct Setting: Sendable {
  var style: MathStyle
  /// Whether superscripts are raised less, as under a rule.
  var isCramped = false
  var ink = MarkInk.plain
  /// The color of the nucleus alone, when a role names a symbol that carries scripts.
  var nucleusInk: MarkInk?

  var isDisplay: Bool { style == .display }

  /// Whether spaces around operators are dropped.
  var isScript: Bool { style <= .script }

  var cramped: Setting { with(isCramped: true) }

  var superscript: Setting {
    var result = with(style: style >= .text ? .script : .scriptScript)
    result.nucleusInk = nil
    return result
  }

  var subscripted: Setting { superscript.cramped }

  var numerator: Setting {
    switch style {
    case .display: with(style: .text)
    case .text: with(style: .script)
    case .script, .scriptScript: with(style: .scriptScript)
    }
  }

  var denominator: Setting { numerator.cramped }

  func with(style: MathStyle) -> Setting {
    var result = self
    result.style = style
    return result
  }

  /// For the nucleus of scripts.
  var nucleus: Setting {
    var result = self
    result.ink = nucleusInk ?? ink
    result.nucleusInk = nil
    return result
  }

  func with(ink: MarkInk) -> Setting {
    var result = self
    result.ink = ink
    return result
  }

  private func with(isCramped: Bool) -> Setting {
    var result = self
    result.isCramped = isCramped
    return result
  }
}
