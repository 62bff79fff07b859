import Diagnostics

extension FormulaParser {
  /// Says what is wrong: the end of a strict reading, a note in a lenient one.
  mutating func report(
    _ message: String, at position: Int, help: String? = nil
  ) throws(ParseFailure) {
    let failure = reader.failure(message, at: position, help: help)
    guard isLenient else { throw failure }
    if problems.count < 100 { problems.append(failure) }
  }

  /// Whether what comes next ends a construct around the innermost one, which is of the kind `own`.
  func mayEndOuter(beside own: KeyPath<OpenConstructs, Int>) -> Bool {
    switch reader.next {
    case nil, "$": return true
    case "}": return own != \.groups && open.groups > 0
    case "&": return own == \.fences && open.environments > 0
    case "\\":
      guard case .structural(let structural)? = peekedCommand() else { return false }
      switch structural {
      case .right, .middle: return own != \.fences && open.fences > 0
      case .end: return own != \.environments && open.environments > 0
      case .lineBreak: return own == \.fences && open.environments > 0
      case .endMath: return open.inlines > 0
      case .horizontalRule, .limits, .infix: return false
      }
    default: return false
    }
  }

  private func peekedCommand() -> Command? {
    var parser = self
    return parser.upcomingCommand().command
  }

  /// Reports something that ends a row where it must not, and reads it.
  mutating func passOver() throws(ParseFailure) -> Node {
    let start = reader.position
    guard let scalar = reader.next else {
      try report("unexpected end of the formula", at: start)
      return .problem("")
    }
    reader.position += 1
    switch scalar {
    case "\\":
      reader.position = start
      return try passOverCommand()
    case "&":
      try report("unexpected '&'", at: start, help: "write \\& for an ampersand")
    default: try report("unexpected '\(scalar)'", at: start)
    }
    return .problem(String(scalar))
  }

  private mutating func passOverCommand() throws(ParseFailure) -> Node {
    let start = reader.position
    let lookup = upcomingCommand()
    let name = name(lookup)
    reader.position = lookup.end
    guard case .structural(let structural)? = lookup.command else {
      try report("unexpected '\\\(name)'", at: start)
      return .problem("\\" + name)
    }
    switch structural {
    case .lineBreak:
      try report(
        "unexpected line break '\\\(name)'", at: start,
        help: "it belongs into \\begin{aligned} … \\end{aligned}")
    case .right, .middle:
      try report("unexpected '\\\(name)'", at: start, help: "it needs a \\left before it")
      if let sign = reader.next, !sign.isBlank, sign != "$", sign != "\\" { reader.position += 1 }
    case .end:
      try report("unexpected '\\\(name)'", at: start, help: "it needs a \\begin before it")
      if reader.next == "{", let end = reader.closingBrace(of: reader.position) {
        reader.position = end + 1
      }
    case .horizontalRule, .limits, .infix, .endMath: try report("unexpected '\\\(name)'", at: start)
    }
    return .problem(reader.text(start..<reader.position))
  }

  /// The construct whose name or sign stands at `owner`, for messages.
  func ownerName(_ owner: Int) -> String {
    var reader = reader
    reader.position = owner
    guard let scalar = reader.next else { return "the command" }
    guard scalar == "\\" else { return "'\(scalar)'" }
    reader.position += 1
    _ = reader.readName()
    return reader.text(owner..<reader.position)
  }

  /// The command that an unknown one was probably meant to be.
  func nearestCommand(to name: String) -> String? {
    // Among so many mistakes nobody looks for a hint, and looking for one takes time.
    guard problems.count < 8 else { return nil }
    return Formulas.nearestCommand(to: name, and: macros.definitions.keys.sorted())
  }
}

/// `did you mean '\name'?` for a name that nobody knows; `own` are names beside those of all formulas.
func nearestCommand(to name: String, and own: [String]) -> String? {
  let known = own + commands.rows.map(\.name)
  return (nearestWord(to: name, in: known) ?? relatedName(to: name, in: known))
    .map { "did you mean '\\\($0)'?" }
}

/// A name that was cut short, or that ran into the letters after it.
private func relatedName(to name: String, in known: [String]) -> String? {
  guard name.utf8.count >= 3 else { return nil }
  if let whole = known.first(where: { $0.hasPrefix(name) }) { return whole }
  let starts = known.filter { $0.utf8.count >= 3 && name.hasPrefix($0) }
  return starts.max { $0.utf8.count < $1.utf8.count }
}
