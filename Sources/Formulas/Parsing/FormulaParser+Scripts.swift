extension FormulaParser {
  /// Whether a script follows, of which the nucleus would be empty.
  var startsScript: Bool {
    guard let next = reader.next else { return false }
    return next == "^" || next == "_" || next == "'" || next == "’"
      || raisedCharacter(next) != nil || loweredCharacter(next) != nil
  }

  /// Reads the scripts that follow a nucleus, in any order.
  mutating func scripts(on nucleus: Node?) throws(ParseFailure) -> Node? {
    var result = Scripts(nucleus: nucleus)
    var hasPrimes = false
    while true {
      reader.skipSpaces()
      let start = reader.position
      if readCommand("limits") {
        result.placement = .limits
      } else if readCommand("nolimits") {
        result.placement = .side
      } else if reader.read("'") || reader.read("’") {
        guard result.superscript == nil || hasPrimes else {
          throw reader.failure(
            "prime after a superscript", at: start, help: "write x'^2 for a prime and a power")
        }
        hasPrimes = true
        result.superscript = Row((result.superscript?.nodes ?? []) + [.symbol(Symbol("′"))])
      } else if let raised = try script("^", raisedCharacter) {
        guard result.superscript == nil || hasPrimes else {
          throw reader.failure("second superscript", at: start, help: "group with braces: {x^a}^b")
        }
        hasPrimes = false
        result.superscript = Row((result.superscript?.nodes ?? []) + raised.nodes)
      } else if let lowered = try script("_", loweredCharacter) {
        guard result.subscripted == nil else {
          throw reader.failure("second subscript", at: start, help: "group with braces: {x_a}_b")
        }
        result.subscripted = lowered
      } else {
        break
      }
    }
    return result.superscript == nil && result.subscripted == nil ? nucleus : .scripts(result)
  }

  /// A script after its sign, or written with Unicode's small characters; `nil` if there is none.
  private mutating func script(
    _ sign: Unicode.Scalar, _ plain: (Unicode.Scalar) -> Unicode.Scalar?
  ) throws(ParseFailure) -> Row? {
    if reader.next == sign {
      reader.position += 1
      return try argument(of: "'\(sign)'")
    }
    var nodes: [Node] = []
    while let scalar = reader.next, let character = plain(scalar) {
      nodes.append(self.character(character))
      reader.position += 1
    }
    return nodes.isEmpty ? nil : Row(nodes)
  }
}
