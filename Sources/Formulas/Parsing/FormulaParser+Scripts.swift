extension FormulaParser {
  /// Whether a script follows, of which the nucleus would be empty.
  var startsScript: Bool {
    guard let next = reader.next else { return false }
    if next.isASCII { return next == "^" || next == "_" || next == "'" }
    return primeCount(next) > 0 || raisedCharacter(next) != nil || loweredCharacter(next) != nil
  }

  /// Reads the scripts that follow a nucleus, in any order.
  mutating func scripts(on nucleus: Node?) throws(ParseFailure) -> Node? {
    try settle()
    guard startsScript || reader.next == "\\" else { return nucleus }
    var scripts = Scripts(nucleus: nucleus)
    var hasPrimes = false
    while let scalar = reader.next {
      let start = reader.position
      if scalar == "\\" {
        let lookup = upcomingCommand()
        guard case .structural(.limits(let placement))? = lookup.command else { break }
        scripts.placement = placement
        reader.position = lookup.end
      } else if case let count = primeCount(scalar), count > 0 {
        reader.position += 1
        if scripts.superscript != nil, !hasPrimes {
          try report(
            "prime after a superscript", at: start, help: "write x'^2 for a prime and a power")
        }
        hasPrimes = true
        let primes = Array(repeating: Node.symbol(Symbol("′")), count: count)
        scripts.superscript = Row((scripts.superscript?.nodes ?? []) + primes)
      } else if let raised = try script("^", raisedCharacter) {
        if scripts.superscript != nil, !hasPrimes {
          try report("second superscript", at: start, help: "group with braces: {x^a}^b")
        }
        hasPrimes = false
        scripts.superscript = scripts.superscript.map { Row($0.nodes + raised.nodes) } ?? raised
      } else if let lowered = try script("_", loweredCharacter) {
        if scripts.subscripted != nil {
          try report("second subscript", at: start, help: "group with braces: {x_a}_b")
        }
        scripts.subscripted = scripts.subscripted.map { Row($0.nodes + lowered.nodes) } ?? lowered
      } else {
        break
      }
      try settle()
    }
    return scripts.superscript == nil && scripts.subscripted == nil ? nucleus : .scripts(scripts)
  }

  /// A script after its sign, or written with Unicode's small characters; `nil` if there is none.
  private mutating func script(
    _ sign: Unicode.Scalar, _ plain: (Unicode.Scalar) -> Unicode.Scalar?
  ) throws(ParseFailure) -> Row? {
    if reader.next == sign {
      reader.position += 1
      return try argument(of: reader.position - 1)
    }
    var nodes: [Node] = []
    while let scalar = reader.next, !scalar.isASCII, let character = plain(scalar) {
      nodes.append(sign == "^" && scalar == "\u{1D40}" ? .symbol(Symbol("⊤")) : node(for: character))
      reader.position += 1
    }
    return nodes.isEmpty ? nil : Row(nodes)
  }
}

/// How many primes a character stands for.
private func primeCount(_ scalar: Unicode.Scalar) -> Int {
  switch scalar {
  case "'", "’", "′": 1
  case "″": 2
  case "‴": 3
  case "⁗": 4
  default: 0
  }
}

/// The raised characters of Unicode, so that `x²` reads like `x^2`.
private func raisedCharacter(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
  switch scalar.value {
  case 0xB9: "1"
  case 0xB2: "2"
  case 0xB3: "3"
  case 0x2070, 0x2074...0x2079: Unicode.Scalar(scalar.value - 0x2070 + 48)
  case 0x2B0...0x2E3, 0x1D2C...0x1D61, 0x1D9C...0x1DBF, 0x2071, 0x207A...0x207F, 0x2C7D:
    raisedCharacters[scalar]
  default: nil
  }
}

/// The lowered characters of Unicode, so that `x₁` reads like `x_1`.
private func loweredCharacter(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
  switch scalar.value {
  case 0x2080...0x2089: Unicode.Scalar(scalar.value - 0x2080 + 48)
  case 0x208A...0x209C, 0x1D62...0x1D6A, 0x2C7C: loweredCharacters[scalar]
  default: nil
  }
}

private let raisedCharacters = characterMap(
  "⁺⁻⁼⁽⁾ᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵝᵞᵟᵠᵡᶿ",
  "+-=()ABDEGHIJKLMNOPRTUVWabcdefghijklmnoprstuvwxyzβγδϕχθ")
private let loweredCharacters = characterMap(
  "₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ", "+-=()aehijklmnoprstuvxβγρϕχ")

private func characterMap(_ small: String, _ plain: String) -> [Unicode.Scalar: Unicode.Scalar] {
  Dictionary(zip(small.unicodeScalars, plain.unicodeScalars), uniquingKeysWith: { first, _ in first })
}
