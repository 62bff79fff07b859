import Diagnostics
import Formulas
import TestSupport
import Testing

struct FormulaFuzzTests {
  private static let pieces =
    FormulaCommands.groups.flatMap { $0.entries.map(\.example) }
    + [
      "{", "}", "$", "$$", "&", "\\\\", "^", "_", "'", "[", "]", "\\", "%", "#", "#1", "~", "|", "@", "\n",
      "*", "**", "`",
      "\\left", "\\right", "\\middle", "\\begin{", "\\end{matrix}", "\\begin{matrix}", "\\begin{CD}", "@>",
      "\\text{",
      "\\def\\a", "\\a", "\\let\\a=", "\\newcommand{\\a}[1]", "\\def\\a{\\a\\a}", "\\over", "\\limits",
      "\\hline", "é", "ŷ", "√(",
      "½", "𝐀", "́", "私", "\u{0}", "🙂", "\\frac", "1", "x", " ", "\\verb", "\\char", "\\rule", "\\kern",
      "\\color{red}",
      "\\genfrac", "\\sqrt[", "\\tag{", "\\set{", "\\operatorname", "\\not", "\\color{", "\\sideset",
      "\\bgroup",
    ]

  /// A label of random pieces, some cut short.
  private func source(_ random: inout SplitMix64) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 1...14, using: &random) {
      let piece = FormulaFuzzTests.pieces[Int.random(in: 0..<FormulaFuzzTests.pieces.count, using: &random)]
      let isWhole = Int.random(in: 0..<5, using: &random) > 0
      text += isWhole ? piece : String(piece.prefix(Int.random(in: 0...piece.count, using: &random)))
    }
    return Bool.random(using: &random) ? "$\(text)$" : text
  }

  @Test("Any text is read leniently, and strictly exactly if it has no problem")
  func anyText() throws {
    var random = SplitMix64(seed: 5)
    for _ in 0..<150 {
      let source = source(&random)
      let text = LocatedText(source, at: SourceLocation(file: "a", line: 1, column: 1))
      let label = try Label(parsing: text, in: lenient)
      do {
        let strict = try Label(parsing: text)
        #expect(label.problems.isEmpty, "\(source)")
        #expect(strict.lines == label.lines, "\(source)")
      } catch {
        #expect(label.problems.first == error, "\(source)")
      }
      _ = label.plainText
    }
  }

  @Test("Every beginning of a formula is read leniently")
  func truncations() throws {
    var seen: Set<String> = []
    for entry in FormulaCommands.groups.flatMap(\.entries) {
      let shape = entry.example.split(separator: entry.name, omittingEmptySubsequences: false)
      guard entry.example.count > 10, seen.insert(shape.joined(separator: "?")).inserted else { continue }
      for length in stride(from: 2, to: entry.example.count, by: 5) {
        let text = LocatedText("$" + entry.example.prefix(length) + "$")
        _ = try Label(parsing: text, in: lenient)
      }
    }
  }
}
