import Diagnostics

extension FormulaParser {
  /// Says what is wrong: the end of a strict reading, a note in a lenient one.
  mutating func report(
    _ message: String, at position: Int, help: String? = nil
  ) throws(ParseFailure) {
    // Nobody reads more, and finding a place takes time.
    if isLenient, isGivenUp || problems.count >= 100 { return }
    let failure = reader.failure(message, at: position, help: help)
    guard isLenient else { throw failure }
    problems.append(failure)
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
    guard problems.count < 4, name.unicodeScalars.allSatisfy(\.isASCIILetter) else { return nil }
    return Formulas.nearestCommand(to: name, and: macros.definitions.keys.sorted())
  }
}

/// `did you mean '\name'?` for a name that nobody knows; `own` are names beside those of all formulas.
func nearestCommand(to name: String, and own: [String]) -> String? {
  let known = own + commands.names
  let near = known.filter { mayBeNear(name, $0) }
  return (nearestWord(to: name, in: near) ?? relatedName(to: name, in: known))
    .map { "did you mean '\\\($0)'?" }
}

/// Whether two names can be as near as `nearestWord` asks for: a quick look, which never errs on the wrong side.
///
/// A changed letter takes one from the set of a name's letters and adds one.
private func mayBeNear(_ name: String, _ other: String) -> Bool {
  let limit = max(1, (name.utf8.count + 1) / 3)
  guard abs(name.utf8.count - other.utf8.count) <= limit else { return false }
  return (letterSet(name) ^ letterSet(other)).nonzeroBitCount <= 2 * limit
}

/// The letters of a name, one bit each, ignoring case.
private func letterSet(_ name: String) -> UInt32 {
  name.utf8.reduce(0) { $0 | 1 << UInt32($1 & 31) }
}

/// A name that was cut short, or that ran into the letters after it.
private func relatedName(to name: String, in known: [String]) -> String? {
  guard name.utf8.count >= 3 else { return nil }
  if let whole = known.first(where: { $0.hasPrefix(name) }) { return whole }
  let starts = known.filter { $0.utf8.count >= 3 && name.hasPrefix($0) }
  return starts.max { $0.utf8.count < $1.utf8.count }
}
