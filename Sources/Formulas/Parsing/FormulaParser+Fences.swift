import Diagnostics

extension FormulaParser {
  /// `\left( … \middle| … \right)`; the name `\left` has been read.
  mutating func fence(start: Int) throws(ParseFailure) -> Node {
    var fence = Fence(left: try delimiter(after: "\\left"), parts: [], right: nil)
    while true {
      fence.parts.append(try row())
      if readCommand("middle") {
        fence.middles.append(try delimiter(after: "\\middle"))
      } else if readCommand("right") {
        fence.right = try delimiter(after: "\\right")
        return .fence(fence)
      } else {
        throw reader.failure("\\left without \\right", at: start, help: "write \\right. for an invisible one")
      }
    }
  }

  /// A delimiter; `nil` for the invisible one, a dot.
  mutating func delimiter(after owner: String) throws(ParseFailure) -> Unicode.Scalar? {
    reader.skipSpaces()
    let start = reader.position
    guard let scalar = reader.next else {
      throw reader.failure("expected a delimiter after \(owner)", at: start)
    }
    var found: Unicode.Scalar? = scalar
    reader.position += 1
    if scalar == "\\" {
      let name = commandName(at: reader.position)
      guard case .symbol(let sign, _)? = commands[name] else {
        throw reader.failure("expected a delimiter after \(owner), found '\\\(name)'", at: start)
      }
      reader.position += name.unicodeScalars.count
      found = sign
    }
    switch found {
    case ".": return nil
    case "<": return "⟨"
    case ">": return "⟩"
    case "∥": return "‖"
    case "∣": return "|"
    case let sign? where delimiters.contains(sign): return sign
    default:
      throw reader.failure(
        "expected a delimiter after \(owner), found '\(scalar)'", at: start,
        help: "known: ( ) [ ] \\{ \\} | \\| \\langle \\rangle \\lfloor \\rfloor \\lceil \\rceil / .")
    }
  }
}

private let delimiters: Set<Unicode.Scalar> = [
  "(", ")", "[", "]", "{", "}", "|", "‖", "⟨", "⟩", "⌊", "⌋", "⌈", "⌉", "⟦", "⟧", "⟮", "⟯", "/", "\\",
  "↑", "↓", "↕", "⇑", "⇓", "⇕", "⌜", "⌝", "∖",
]
