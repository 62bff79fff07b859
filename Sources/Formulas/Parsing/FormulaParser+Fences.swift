extension FormulaParser {
  /// `\left( … \middle| … \right)`; the name `\left` has been read.
  mutating func fence(at start: Int) throws(ParseFailure) -> Node {
    var fence = Fence(left: try delimiter(of: start), parts: [], right: nil)
    let opener = reader.text(start..<reader.position)
    open.fences += 1
    defer { open.fences -= 1 }
    var part = Row()
    while true {
      part.nodes += try row().nodes
      let place = reader.position
      if case .structural(.middle)? = nextCommand() {
        skipCommand()
        fence.parts.append(part)
        part = Row()
        fence.middles.append(try delimiter(of: place))
      } else if case .structural(.right)? = nextCommand() {
        skipCommand()
        fence.parts.append(part)
        fence.right = try delimiter(of: place)
        return .fence(fence)
      } else if reader.isAtEnd || reader.next == "$" || mayEndOuter(beside: \.fences) {
        try report("\\left without \\right", at: start, help: "write \\right. for an invisible one")
        fence.parts.append(part)
        return .group(Row([.problem(opener)] + inside(fence)))
      } else {
        part.nodes.append(try passOver())
      }
    }
  }

  /// What is between the delimiters, on one row.
  private func inside(_ fence: Fence) -> [Node] {
    var nodes: [Node] = []
    for (index, part) in fence.parts.enumerated() {
      if index > 0, let middle = fence.middles[index - 1] {
        nodes.append(.symbol(Symbol(middle)))
      }
      nodes += part.nodes
    }
    return nodes
  }

  /// The command that comes next, if one does.
  mutating func nextCommand() -> Command? {
    reader.next == "\\" ? upcomingCommand().command : nil
  }

  /// Reads the name of the command that comes next.
  mutating func skipCommand() { reader.position = upcomingCommand().end }

  /// `\big|` and the like; an invisible delimiter still takes room.
  mutating func sized(
    _ step: Int, _ atomClass: AtomClass, at start: Int
  ) throws(ParseFailure) -> Node {
    try settle()
    let isBraced = reader.next == "{" && reader.closingBrace(of: reader.position) != nil
    if isBraced { reader.position += 1 }
    let sign = try delimiter(of: start)
    reader.skipSpaces()
    if isBraced, !reader.read("}") { try report("expected '}'", at: reader.position) }
    // TeX's \nulldelimiterspace: 1.2 pt.
    guard let sign else { return .classed(Row([.space(2.16)]), atomClass) }
    return .delimiter(sign, step: step, atomClass)
  }

  /// A delimiter; `nil` for the invisible one, a dot.
  mutating func delimiter(of owner: Int) throws(ParseFailure) -> Unicode.Scalar? {
    try settle()
    let start = reader.position
    guard let scalar = reader.next, scalar != "$" else {
      try report("expected a delimiter after \(ownerName(owner))", at: start)
      return nil
    }
    var found: Unicode.Scalar? = scalar
    var end = start + 1
    if scalar == "\\" {
      let lookup = upcomingCommand()
      end = lookup.end
      found = nil
      if case .symbol(let sign, _)? = lookup.command { found = sign }
    }
    if let found, let delimiter = delimiterSign(found) {
      reader.position = end
      return delimiter == "." ? nil : delimiter
    }
    try report(
      "expected a delimiter after \(ownerName(owner)), found '\(reader.text(start..<end))'", at: start,
      help: "known: ( ) [ ] \\{ \\} | \\| \\langle \\rangle \\lfloor \\rfloor \\lceil \\rceil / .")
    return nil
  }
}

/// The delimiter that a sign stands for; `.` for the invisible one, `nil` for what is no delimiter.
private func delimiterSign(_ sign: Unicode.Scalar) -> Unicode.Scalar? {
  switch sign {
  case "<", "〈": "⟨"
  case ">", "〉": "⟩"
  case "∥": "‖"
  case "∣": "|"
  case "∖": "\\"
  case ".", "(", ")", "[", "]", "{", "}", "|", "‖", "⟨", "⟩", "⌊", "⌋", "⌈", "⌉", "⟦", "⟧", "⟮", "⟯", "/",
    "\\",
    "↑", "↓", "↕", "⇑", "⇓", "⇕", "⌜", "⌝", "⌞", "⌟", "⎰", "⎱", "⦃", "⦄":
    sign
  default: nil
  }
}
