import Formulas

/// Under which circumstances a part of a formula is set.
struct Setting: Sendable {
  var style: MathStyle
  /// Whether superscripts are raised less, as under a rule.
  var isCramped = false
  /// What commands such as `\small` multiply sizes by.
  var magnification = 1.0
  /// Whether a letter loses its dot because an accent takes the dot's place.
  var isDotless = false
  var ink = MarkInk.plain
  /// What it stands on, 0xRRGGBB; `nil` for the page.
  var ground: UInt32?
  /// Whether it is a part of a term that a role names, in which no other roles are looked for.
  var isInTerm = false
  /// The color of the nucleus alone, when a role names a symbol that carries scripts.
  var nucleusInk: MarkInk?

  var isDisplay: Bool { style == .display }

  /// Whether spaces around operators are dropped.
  var isScript: Bool { style <= .script }

  var cramped: Setting {
    var result = self
    result.isCramped = true
    return result
  }

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

  /// As after `\displaystyle` and its like, which end the cramping too (The TeXbook, page 141).
  func starting(_ style: MathStyle) -> Setting {
    var result = with(style: style)
    result.isCramped = false
    return result
  }

  /// For the nucleus of scripts.
  var nucleus: Setting {
    var result = self
    guard let nucleusInk else { return result }
    result.ink = nucleusInk
    result.isInTerm = true
    result.nucleusInk = nil
    return result
  }

  func with(ink: MarkInk) -> Setting {
    var result = self
    result.ink = ink
    return result
  }
}
