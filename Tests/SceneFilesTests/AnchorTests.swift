import Diagnostics
import SceneFiles
import Testing

/// Whatever a text's style, the place of each of its letters holds that letter in the file.
@Suite struct AnchorTests {
  static let words = ["L", "w1", "∇L", "η·𝐱", "it's", "(1 - w)^2", "x", "--"]

  @Test(arguments: 0..<200)
  func lettersStandWhereAnchorsSay(_ seed: UInt64) throws {
    var generator = SplitMix(state: seed)
    let style = ["", "'", "\"", "|", ">", "|2-", ">+"].randomElement(using: &generator) ?? ""
    let source = Self.source(style, using: &generator)
    let lines = source.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    guard case .mapping(let entries) = try parseYAML(Array(source.utf8), file: "").content,
      case .scalar(let scalar) = try #require(entries.first).value.content
    else {
      Issue.record("no scalar in \(source)")
      return
    }
    #expect(!scalar.text.text.isEmpty)
    var offset = 0
    for letter in scalar.text.text.unicodeScalars {
      let place = try #require(scalar.text.location(at: offset))
      offset += letter.utf8.count
      if letter == "\n" || letter == " " { continue }
      let line = Array(lines[place.line - 1].unicodeScalars)
      #expect(line[place.column - 1] == letter, "\(letter) at \(place) of \(source)")
    }
  }

  /// A mapping of one key, whose text has several lines in the style, some of them empty.
  private static func source(_ style: String, using generator: inout SplitMix) -> String {
    let isBlock = style.hasPrefix("|") || style.hasPrefix(">")
    let lineBreak = Bool.random(using: &generator) ? "\n" : "\r\n"
    var lines: [String] = []
    for index in 0..<Int.random(in: 1...5, using: &generator) {
      var line = (0..<Int.random(in: 1...4, using: &generator))
        .map { _ in words.randomElement(using: &generator) ?? "" }.joined(separator: " ")
      if style == "'" {
        line = line.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
      }
      let deeper = isBlock && style != "|2-" && index > 0 && Bool.random(using: &generator) ? "   " : ""
      let trailing = Bool.random(using: &generator) ? "  " : ""
      lines.append(isBlock || index > 0 ? "  " + deeper + line + trailing : line)
      if Int.random(in: 0...3, using: &generator) == 0 { lines.append("") }
    }
    while lines.last == "" { lines.removeLast() }
    let text = lines.joined(separator: lineBreak)
    return "code: " + (isBlock ? style + lineBreak + text : style + text + style) + lineBreak
  }
}
