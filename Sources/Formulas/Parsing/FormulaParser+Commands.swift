extension FormulaParser {
  /// Reads a command with its arguments; `nil` if it draws nothing.
  mutating func command() throws(ParseFailure) -> Node? {
    let lookup = upcomingCommand()
    let start = lookup.start
    guard let command = lookup.command, lookup.macro == nil else { return try unknown(lookup) }
    reader.position = lookup.end
    switch command {
    case .symbol(let scalar, let atomClass): return symbol(scalar, atomClass)
    case .letter(let letter, let alphabet):
      return .symbol(Symbol(letter, in: isBold ? alphabet.bold(for: letter) : alphabet))
    case .largeOperator(let sign, let takesLimits):
      return .largeOperator(sign, takesLimits: takesLimits, isBold: isBold)
    case .function(let word, let takesLimits):
      return .operatorName(isBold ? bold(word) : word, takesLimits: takesLimits)
    case .space(let mu): return .space(mu)
    case .style(let style): return .style(style)
    case .size(let factor): return .size(factor)
    case .alphabet, .alphabetFromHere, .bold, .boldFromHere, .text, .textFromHere:
      return try face(command, at: start)
    case .accent(let mark): return .accent(Accent(mark, over: try argument(of: start)))
    case .arrow(let sign): return try arrow(sign, at: start)
    case .delimiterSize(let step, let atomClass): return try sized(step, atomClass, at: start)
    case .phantom(let phantom): return .phantom(try argument(of: start), phantom)
    case .enclosure(let enclosure): return .enclosed(try argument(of: start), enclosure)
    case .ink(let color): return .colored(try argument(of: start), .rgb(color))
    case .lap(let alignment): return .lapped(try argument(of: start), alignment)
    case .enclosed(let left, let right):
      return .fence(Fence(left: left, parts: [try argument(of: start)], right: right))
    case .construct(let construct): return try self.construct(construct, at: start)
    case .structural, .macro, .definition, .ignored:
      reader.position = start
      return try unknown(lookup)
    }
  }

  /// A command that nobody knows, that stands where it cannot, or that a lenient reading could not expand.
  private mutating func unknown(_ lookup: Lookup) throws(ParseFailure) -> Node {
    let name = name(lookup)
    reader.position = lookup.end
    if lookup.start != failedExpansion {
      if name.isEmpty {
        try report("nothing after '\\'", at: lookup.start)
      } else if lookup.command != nil {
        try report("unexpected '\\\(name)'", at: lookup.start)
      } else if textFace == nil, textOnlyCommands.command(named: name) != nil {
        try report(
          "'\\\(name)' belongs into text", at: lookup.start, help: "write \\text{\\\(name)…}")
      } else {
        try report(
          "unknown command '\\\(name)'", at: lookup.start, help: nearestCommand(to: name))
      }
    }
    return .problem("\\" + name)
  }

  /// Commands that change the shapes of letters.
  private mutating func face(_ command: Command, at start: Int) throws(ParseFailure) -> Node? {
    switch command {
    case .alphabet(let alphabet):
      let outer = self.alphabet
      self.alphabet = alphabet
      defer { self.alphabet = outer }
      return single(try argument(of: start).nodes)
    case .bold:
      let outer = isBold
      isBold = true
      defer { isBold = outer }
      let row = try argument(of: start)
      if textFace == nil, row.nodes.count == 1 { return row.nodes[0] }
      return .group(row)
    case .text(let face): return try text(face, at: start)
    case .alphabetFromHere(let alphabet): self.alphabet = alphabet
    case .boldFromHere: isBold = true
    case .textFromHere(let face): alphabet = mathAlphabet(face)
    default: break
    }
    return nil
  }

  /// The letters of a formula that resemble a face of text.
  private func mathAlphabet(_ face: TextFace) -> Alphabet {
    switch face {
    case .bold: .bold
    case .italic: .italic
    case .code: .typewriter
    case .same, .normal, .medium, .upright, .roman: .upright
    case .sansSerif: .sansSerif
    }
  }

  /// A word in Unicode's bold letters.
  private func bold(_ word: String) -> String {
    String(String.UnicodeScalarView(word.unicodeScalars.map { Alphabet.bold.letter(for: $0) }))
  }

  /// Upright letters that follow one another, joined to a word, so that they are kerned as one.
  func joiningWords(_ nodes: [Node]) -> [Node] {
    var result: [Node] = []
    var word: [Symbol] = []
    func flush() {
      if word.count == 1 { result.append(.symbol(word[0])) }
      if word.count > 1 {
        result.append(.word(text(word.map(\.shown)), plain: text(word.map(\.plain))))
      }
      word = []
    }
    for node in nodes {
      if case .symbol(let symbol) = node, symbol.atomClass == .ordinary, symbol.alphabet == .upright,
        symbol.plain.properties.isAlphabetic
      {
        word.append(symbol)
      } else {
        flush()
        result.append(node)
      }
    }
    flush()
    return result
  }

  private func text(_ scalars: [Unicode.Scalar]) -> String {
    String(String.UnicodeScalarView(scalars))
  }
}
