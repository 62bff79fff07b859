import Diagnostics

extension FormulaParser {
  /// `\textcolor{c}{…}`, `\color{c}` up to the end of the group, `\role{symbol}{…}`, and boxes.
  mutating func colored(_ construct: Construct, at start: Int) throws(ParseFailure) -> Node {
    if case .role = construct {
      let symbol = try rawArgument(of: start)
      return .colored(try argument(of: start), .role(symbol))
    }
    let ink = try color(of: start)
    switch construct {
    case .textColor:
      let inside = try argument(of: start)
      return ink.map { .colored(inside, $0) } ?? .group(inside)
    case .colorBox, .framedColorBox:
      let isFramed = if case .framedColorBox = construct { true } else { false }
      let ground = isFramed ? try color(of: start) : ink
      let inside = Row(try textArgument(of: start))
      guard let ground else { return .group(inside) }
      return .enclosed(inside, .ground(ground, frame: isFramed ? ink : nil))
    default:
      let inside = textFace == nil ? try row() : Row(try restOfText())
      return ink.map { .colored(inside, $0) } ?? .group(inside)
    }
  }

  /// A color's name or number in braces; `nil` if a lenient reading does not know it.
  private mutating func color(of start: Int) throws(ParseFailure) -> Ink? {
    var model = "rgb"
    if let range = optionalRange() { model = reader.text(range) }
    reader.skipSpaces()
    let place = reader.position + 1
    let word = try rawArgument(of: start)
    if let color = namedColors.first(where: { $0.name == word })?.rgb ?? number(word, model) {
      return .rgb(color)
    }
    try report(
      "unknown color '\(word)'", at: place,
      help: suggestion(for: word, in: namedColors.map(\.name)) ?? "write a name or #rrggbb")
    return nil
  }

  /// `#rgb`, `#rrggbb`, `rrggbb`, or three numbers of xcolor's models `rgb` and `RGB`.
  private func number(_ word: String, _ model: String) -> UInt32? {
    if word.contains(",") {
      let parts = word.split(separator: ",").map { Double(trimmed(String($0))) ?? -1 }
      let full = model == "RGB" ? 255.0 : 1
      guard parts.count == 3, parts.allSatisfy({ $0 >= 0 && $0 <= full }) else { return nil }
      return parts.reduce(0) { $0 << 8 | UInt32(($1 / full * 255).rounded()) }
    }
    let digits = word.utf8.first == UInt8(ascii: "#") ? word.dropFirst() : word[...]
    guard digits.utf8.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }),
      let value = UInt32(digits, radix: 16)
    else { return nil }
    switch digits.utf8.count {
    case 6: return value
    case 3: return (value >> 8) * 0x110000 + (value >> 4 & 15) * 0x1100 + (value & 15) * 0x11
    default: return nil
    }
  }

  private func trimmed(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.isBlank }))
  }

  /// The characters between braces, as they are.
  mutating func rawArgument(of owner: Int) throws(ParseFailure) -> String {
    reader.skipSpaces()
    let start = reader.position
    guard reader.next == "{" else {
      try report("expected '{' after \(ownerName(owner))", at: start)
      return ""
    }
    guard let end = reader.closingBrace(of: start) else {
      try report("unclosed '{'", at: start)
      reader.position += 1
      return ""
    }
    reader.position = end + 1
    return reader.text(start + 1..<end)
  }
}
