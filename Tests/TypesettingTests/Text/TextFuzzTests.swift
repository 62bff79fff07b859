import Drawing
import Formulas
import Geometry
import TestSupport
import Testing
import Typesetting

struct TextFuzzTests {
  /// Letters of all directions and what makes trouble between them.
  static let characters: [Unicode.Scalar] = [
    "a", "é", "θ", "ж", "ש", "ק", "ا", "ل", "ع", "क", "\u{94D}", "ष", "ि", "漢", "。", "「", "」", "ー", "1", "١",
    " ", " ", " ", "\t", "\n", "\r", "\u{A0}", "\u{AD}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{200E}",
    "\u{200F}",
    "\u{202A}", "\u{202B}", "\u{202C}", "\u{202D}", "\u{202E}", "\u{2066}", "\u{2067}", "\u{2068}",
    "\u{2069}",
    "\u{301}", "\u{20E3}", "\u{FE0F}", "\u{1F600}", "\u{1F9FF}", "\u{1F1E9}", "\u{E000}", "\u{FFFD}",
    "\u{FFFC}",
    "\u{10FFFF}", "\u{0}", "\u{7F}", "(", ")", "/", "–", ",",
  ]

  @Test("No text crashes, loses a character or its measures", arguments: 0..<20)
  func random(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let typesetter = try #require(typesetter)
    for _ in 0..<8 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 1...30, using: &random) {
        let known = TextFuzzTests.characters.randomElement(using: &random)
        let any = Unicode.Scalar(UInt32.random(in: 0x20...0x1FFFF, using: &random))
        if let scalar = Int.random(in: 0..<20, using: &random) == 0 ? any : known { text.append(scalar) }
      }
      let width: Double? = Bool.random(using: &random) ? Double.random(in: 0...300, using: &random) : nil
      let style = TextStyle(
        size: 10, color: .black, weight: .bold, alignment: .right, width: width)
      let block = typesetter.typeset(Label(text: String(text)), in: style)
      for measure in [block.width, block.height, block.ink.minX, block.ink.maxX, block.ink.minY] {
        #expect(measure.isFinite)
      }
      // Gaps vanish where lines are broken, and hyphens appear.
      func essence(_ text: some StringProtocol) -> [Unicode.Scalar] {
        text.unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "‐" }
      }
      #expect(essence(block.lineTexts.joined()) == essence(String(text)))
      for (run, at) in block.runs {
        #expect(at.isFinite)
        #expect(run.clusters.map(\.byteCount).reduce(0, +) == run.text.utf8.count)
        #expect(run.clusters.map(\.glyphCount).reduce(0, +) == run.glyphs.count)
      }
    }
  }
}
