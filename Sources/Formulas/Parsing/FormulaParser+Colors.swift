import Diagnostics

extension FormulaParser {
  /// `\textcolor{c}{…}`, `\color{c}` up to the end of the group, `\role{symbol}{…}`.
  mutating func colored(_ construct: Construct, name: String) throws(ParseFailure) -> Node {
    reader.skipSpaces()
    let start = reader.position
    let word = try rawArgument(of: name)
    if case .role = construct { return .colored(try argument(of: name), .role(word)) }
    guard let color = color(word) else {
      throw reader.failure(
        "unknown color '\(word)'", at: start,
        help: suggestion(for: word, in: namedColors.map(\.name)) ?? "write a name or #rrggbb")
    }
    if case .textColor = construct { return .colored(try argument(of: name), .rgb(color)) }
    return .colored(try row(), .rgb(color))
  }

  /// The characters between braces, as they are.
  mutating func rawArgument(of owner: String) throws(ParseFailure) -> String {
    reader.skipSpaces()
    let start = reader.position
    guard reader.read("{") else { throw reader.failure("expected '{' after \(owner)", at: start) }
    var word = ""
    while let scalar = reader.next, scalar != "$" {
      reader.position += 1
      if scalar == "}" { return word }
      word.unicodeScalars.append(scalar)
    }
    throw reader.failure("unclosed '{'", at: start)
  }

  private func color(_ word: String) -> UInt32? {
    if let named = namedColors.first(where: { $0.name == word }) { return named.rgb }
    let digits = word.utf8.dropFirst()
    guard word.utf8.first == UInt8(ascii: "#"), digits.count == 6 else { return nil }
    return UInt32(word.dropFirst(), radix: 16)
  }
}

private let namedColors: [(name: String, rgb: UInt32)] = [
  ("black", 0x000000), ("white", 0xFFFFFF), ("gray", 0x808080), ("red", 0xFF0000), ("green", 0x008000),
  ("blue", 0x0000FF), ("cyan", 0x00FFFF), ("magenta", 0xFF00FF), ("yellow", 0xFFFF00),
  ("orange", 0xFF8000), ("purple", 0x800080), ("brown", 0xBF8040), ("teal", 0x008080),
  ("violet", 0x800080), ("pink", 0xFFBFBF), ("olive", 0x808000), ("lime", 0xBFFF00),
]
