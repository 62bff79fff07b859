import Diagnostics
import Drawing
import Formulas
import Geometry
import Testing
import Typesetting

/// Capital letters stand for Hebrew ones, as in UAX #9.
private func hebrew(_ text: String) -> String {
  String(
    String.UnicodeScalarView(
      text.unicodeScalars.compactMap { scalar in
        ("A"..."Z").contains(scalar) ? Unicode.Scalar(0x5D0 + scalar.value - 65) : scalar
      }))
}

struct DirectionTests {
  /// The examples of UAX #9, section 3.4 (rule L2), and others that follow from its rules by hand.
  static let samples: [(memory: String, display: String)] = [
    ("car means CAR.", "car means RAC."),
    ("\u{2067}car MEANS CAR.\u{2069}", ".RAC SNAEM car"),
    ("he said “\u{2067}car MEANS CAR\u{2069}.”", "he said “RAC SNAEM car.”"),
    (
      "DID YOU SAY ’\u{2066}he said “\u{2067}car MEANS CAR\u{2069}”\u{2069}‘?",
      "?‘he said “RAC SNAEM car”’ YAS UOY DID"
    ),
    // W and N rules: numbers keep their digits in order, neutrals follow what is around them.
    ("ABC 123 DEF", "FED 123 CBA"),
    ("ABC 1.5-2 DEF", "FED 1.5-2 CBA"),
    ("abc ABC 12", "abc 12 CBA"),
    ("ABC, abc", "abc ,CBA"),
    ("abc!", "abc!"),
    ("ABC!", "!CBA"),
    // N0: a pair of brackets takes the direction of what is around it.
    ("A (b) C", "C )b( A"),
    ("a (B) c", "a (B) c"),
  ]

  @Test("Characters stand where the Unicode Bidirectional Algorithm puts them", arguments: samples)
  func order(sample: (memory: String, display: String)) throws {
    #expect(try set(hebrew(sample.memory)).shownLines == [hebrew(sample.display)])
  }

  @Test("Brackets among letters from right to left are mirrored")
  func mirrored() throws {
    let usual = try set("()").glyphs.map(\.glyph.id)
    let glyphs = try set(hebrew("(A)")).glyphs.sorted { $0.at.x < $1.at.x }
    #expect(glyphs.count == 3)
    #expect([glyphs[0].glyph.id, glyphs[2].glyph.id] == usual)
  }

  @Test("Digits of Arabic texts are read from left to right")
  func arabicDigits() throws {
    #expect(try set("العدد ١٢٣").shownLines[0].hasPrefix("١٢٣ "))
  }

  @Test("Formulas and code are moved as a whole and stay as they are inside")
  func objects() throws {
    #expect(try set(hebrew("AB $x+y$ CD")).shownLines == [hebrew("DC x+y BA")])
    #expect(try set(hebrew("AB `x C` D")).shownLines == [hebrew("D x C BA")])
    #expect(try set(hebrew("AB `X Y` D")).shownLines == [hebrew("D Y X BA")])
    #expect(try set(hebrew("ab `X` cd")).shownLines == [hebrew("ab X cd")])
  }

  @Test("Words in formulas have their direction, the formula keeps its own")
  func formulas() throws {
    #expect(try set(hebrew("$x = \\text{AB 12 C} + y$")).shownLines == [hebrew("x=C 12 BA+y")])
  }

  @Test("Lines are broken first and ordered then")
  func lines() throws {
    let block = try set(hebrew("AB CD EF"), width: 0)
    #expect(block.shownLines == [hebrew("BA"), hebrew("DC"), hebrew("FE")])
    let width = try set(hebrew("AB CD")).width
    #expect(try set(hebrew("AB CD EF"), width: width).shownLines == [hebrew("DC BA"), hebrew("FE")])
  }

  @Test("The text is kept as it is read")
  func logicalText() throws {
    for source in DirectionTests.samples.map({ hebrew($0.memory) }) + ["السلام عليكم (loss = 0.5) ١٢٣"] {
      let block = try set(source)
      #expect(block.lineTexts == [source])
      for (run, _) in block.runs {
        #expect(run.clusters.map(\.byteCount).reduce(0, +) == run.text.utf8.count)
        #expect(run.clusters.map(\.glyphCount).reduce(0, +) == run.glyphs.count)
        let places = run.glyphs.map(\.origin.x)
        #expect(places == places.sorted())
      }
    }
  }

  @Test("Directions do not change how wide a label is")
  func width() throws {
    let words = ["ABC", "DEF", "G"].map(hebrew)
    let apart = try words.map { try set($0).width }.reduce(0, +)
    let spaces = try set(words.joined(separator: " ")).width - apart
    let one = try set(words[0] + " " + words[1]).width - set(words[0]).width - set(words[1]).width
    #expect(abs(spaces - 2 * one) < 1e-9)
    #expect(one > 10)
  }
}
