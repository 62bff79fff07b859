extension FormulaParser {
  mutating func fraction(_ style: MathStyle?, at start: Int) throws(ParseFailure) -> Node {
    let numerator = try argument(of: start)
    return .fraction(
      Fraction(numerator: numerator, denominator: try argument(of: start), style: style))
  }

  /// Reads `\cfrac[l]{…}{…}`.
  mutating func continuedFraction(at start: Int) throws(ParseFailure) -> Node {
    let place = reader.position
    var alignment = Grid.Alignment.center
    if let range = optionalRange() {
      switch reader.text(range) {
      case "l": alignment = .left
      case "r": alignment = .right
      case "c": break
      default: try report("expected [l], [c] or [r] after \\cfrac", at: place)
      }
    }
    let numerator = try argument(of: start)
    return .fraction(
      Fraction(
        numerator: numerator, denominator: try argument(of: start), style: .display, isContinued: true,
        alignment: alignment))
  }

  mutating func binomial(_ style: MathStyle?, at start: Int) throws(ParseFailure) -> Node {
    let top = try argument(of: start)
    let stack = Fraction(
      numerator: top, denominator: try argument(of: start), hasRule: false, style: style)
    return .fence(Fence(left: "(", parts: [Row([.fraction(stack)])], right: ")"))
  }

  /// Reads `\genfrac{left}{right}{thickness}{style 0…3}{numerator}{denominator}`.
  mutating func generalFraction(at start: Int) throws(ParseFailure) -> Node {
    let left = try optionalDelimiter(at: start)
    let right = try optionalDelimiter(at: start)
    var thickness: Double?
    reader.skipSpaces()
    if reader.next == "{", reader.closingBrace(of: reader.position) == reader.position + 1 {
      reader.position += 2
    } else {
      thickness = try length(of: start)
    }
    let place = reader.position
    var style: MathStyle?
    switch tokenRange().map({ reader.text($0) }) {
    case "0"?: style = .display
    case "1"?: style = .text
    case "2"?: style = .script
    case "3"?: style = .scriptScript
    case ""?: break
    default: try report("expected a style 0, 1, 2 or 3", at: place, help: "or {} for the usual one")
    }
    let numerator = try argument(of: start)
    let fraction = Fraction(
      numerator: numerator, denominator: try argument(of: start), hasRule: thickness != 0,
      ruleThickness: thickness, style: style)
    if left == nil, right == nil { return .fraction(fraction) }
    return .fence(Fence(left: left, parts: [Row([.fraction(fraction)])], right: right))
  }

  /// A delimiter in braces or without; `nil` for `{}` or a dot.
  private mutating func optionalDelimiter(at start: Int) throws(ParseFailure) -> Unicode.Scalar? {
    try settle()
    guard reader.next == "{", let end = reader.closingBrace(of: reader.position) else {
      return try delimiter(of: start)
    }
    reader.position += 1
    reader.skipSpaces()
    let found = reader.position == end ? nil : try delimiter(of: start)
    reader.position = end + 1
    return found
  }
}
