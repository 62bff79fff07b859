import Diagnostics

extension FormulaParser {
  /// The name of the command whose backslash stands just before `position`.
  func commandName(at position: Int) -> String {
    var name = ""
    var reader = reader
    reader.position = position
    while let scalar = reader.next, scalar.isASCIILetter {
      name.unicodeScalars.append(scalar)
      reader.position += 1
    }
    if name.isEmpty, let scalar = reader.next { name.unicodeScalars.append(scalar) }
    return name
  }

  /// Reads a command with its arguments; `nil` if it draws nothing.
  mutating func command() throws(ParseFailure) -> Node? {
    let start = reader.position
    let name = commandName(at: start + 1)
    guard let command = commands[name] else {
      let nearest = nearestWord(to: name, in: commandNames).map { "did you mean '\\\($0)'?" }
      throw reader.failure(
        name.isEmpty ? "nothing after '\\'" : "unknown command '\\\(name)'", at: start, help: nearest)
    }
    reader.position += 1 + name.unicodeScalars.count
    switch command {
    case .symbol(let scalar, let atomClass): return .symbol(Symbol(scalar, atomClass, in: alphabet))
    case .largeOperator(let sign, let takesLimits): return .largeOperator(sign, takesLimits: takesLimits)
    case .function(let word, let takesLimits): return .operatorName(word, takesLimits: takesLimits)
    case .space(let mu): return .space(mu)
    case .alphabet(let alphabet): return try letters(in: alphabet, command: name)
    case .alphabetFromHere(let alphabet):
      self.alphabet = alphabet
      return nil
    case .text(let emphasis): return try textArgument(emphasis, command: name)
    case .style(let style): return .style(style)
    case .accent(let mark): return .accent(Accent(mark, over: try argument(of: "\\\(name)")))
    case .delimiterSize(let step, let atomClass):
      return try delimiter(after: "\\\(name)").map { .delimiter($0, step: step, atomClass) }
    case .construct(let construct): return try self.construct(construct, name: "\\\(name)", start: start)
    case .macro(let text):
      var parser = FormulaParser(reader: ScalarReader(text))
      let row = try parser.row()
      return row.nodes.count == 1 ? row.nodes[0] : .group(row)
    case .ignored: return nil
    }
  }

  /// `\mathbf{…}`: letters that follow one another become a word in the upright alphabet.
  private mutating func letters(in alphabet: Alphabet, command: String) throws(ParseFailure) -> Node {
    let outer = self.alphabet
    self.alphabet = alphabet
    defer { self.alphabet = outer }
    let row = try argument(of: "\\\(command)")
    let nodes = alphabet == .upright ? joiningWords(row.nodes) : row.nodes
    return nodes.count == 1 ? nodes[0] : .group(Row(nodes))
  }

  /// Upright letters that follow one another, joined to a word, so that they are kerned as one.
  private func joiningWords(_ nodes: [Node]) -> [Node] {
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
      if case .symbol(let symbol) = node, symbol.atomClass == .ordinary, symbol.plain.properties.isAlphabetic
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
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars)
    return text
  }
}
