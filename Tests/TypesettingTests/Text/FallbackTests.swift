import Diagnostics
import Drawing
import Formulas
import Geometry
import Testing
import Typesetting

struct FallbackTests {
  static let samples: [(source: String, font: String)] = [
    ("Ελληνικά", "Inter-Regular"), ("Кириллица", "Inter-Regular"), ("**Ж**", "Inter-Bold"),
    ("∮", "TeXGyrePagellaMath-Regular"), ("السلام", "DejaVuSans"), ("**السلام**", "DejaVuSans-Bold"),
    ("שלום", "DejaVuSans"), ("हिन्दी", "Lohit-Devanagari"), ("漢字", "DroidSansFallback"),
    ("`漢`", "DroidSansFallback"), ("$漢$", "DroidSansFallback"), ("$\\text{हिन्दी}$", "Lohit-Devanagari"),
    ("`θ`", "JetBrainsMono-Regular"), ("`∇`", "DejaVuSansMono"), ("**`∇`**", "DejaVuSansMono-Bold"),
    ("*θ*", "Inter-Italic"),
  ]

  @Test("A character is set in the first font that has it", arguments: samples)
  func chain(sample: (source: String, font: String)) throws {
    let block = try set(sample.source)
    #expect(Set(block.runs.map(\.run.font.name)) == [sample.font])
    #expect(block.problems.isEmpty)
    #expect(block.glyphs.allSatisfy { $0.glyph.id != 0 })
  }

  @Test("Words keep together with the gaps between them")
  func gaps() throws {
    #expect(try set("हिन्दी में हानि").runs.count == 1)
    #expect(try set("loss 漢字 漢字 loss").runs.map(\.run.text) == ["loss ", "漢字 漢字", " loss"])
  }

  @Test("Usual labels never ask the system for fonts; those that need it do")
  func systemIsLeftAlone() throws {
    let typesetter = try FontTypesetter(environmentFolder: nil)
    func typeset(_ source: String) throws {
      _ = typesetter.typeset(
        try Label(parsing: LocatedText(source)), in: TextStyle(size: 10, color: .black))
    }
    for source in TextTests.labels where !source.contains("漢") { try typeset(source) }
    for source in ["Ελληνικά Кириллица", "שלום السلام", "10⁻⁵ × ≤ … — “x”", "\u{10FFFD}", "a\tb"] {
      try typeset(source)
    }
    #expect(!typesetter.hasAskedSystem)
    try typeset("漢")
    #expect(typesetter.hasAskedSystem)
  }

  @Test("Fonts of the user's own folder stand in too, and alone where the system's are not to be used")
  func ownFolder() throws {
    let typesetter = try FontTypesetter(environmentFolder: try standardFolder(), usesSystemFonts: false)
    let label = try Label(parsing: LocatedText("हिन्दी 漢"))
    let block = typesetter.typeset(label, in: TextStyle(size: 10, color: .black))
    #expect(block.runs.first?.run.font.path == (try standardFolder()) + "/Lohit-Devanagari.ttf")
    #expect(block.problems.map(\.message) == ["no font has U+6F22 '漢'"])
  }

  @Test("Threads that set the same labels at once get the same blocks")
  func threads() async throws {
    let labels = try FallbackTests.samples.map { try Label(parsing: LocatedText($0.source)) }
    let style = TextStyle(size: 10, color: .black, width: 20)
    let reference = try #require(typesetter)
    let expected = labels.map { reference.typeset($0, in: style) }
    let fresh = try FontTypesetter(environmentFolder: nil)
    await withTaskGroup(of: [TextBlock].self) { group in
      for start in labels.indices {
        group.addTask {
          // Each begins somewhere else, so that they meet at fonts that are not open yet.
          labels.indices.map { fresh.typeset(labels[($0 + start) % labels.count], in: style) }
        }
      }
      for await blocks in group { #expect(Set(blocks) == Set(expected)) }
    }
  }

  @Test("A character that no font has is a box, and is told with its code point where it stands")
  func missing() throws {
    let typesetter = try #require(typesetter)
    let style = TextStyle(size: 10, color: .black)
    let source = "a \u{1F9FF} b \u{1F9FF} \u{E8F0}"
    for line in [3, 7] {
      func place(_ column: Int) -> Diagnostics.SourceLocation {
        .init(file: "a.yaml", line: line, column: column)
      }
      let block = typesetter.typeset(try Label(parsing: LocatedText(source, at: place(5))), in: style)
      #expect(
        block.problems == [
          Diagnostic(
            "no font has U+1F9FF '\u{1F9FF}'", at: place(7),
            help: "install a font that has it, such as those of the Debian package fonts-symbola",
            severity: .warning),
          Diagnostic(
            "no font has U+E8F0", at: place(13),
            help: "it is for private use: only the font that it was made for has it", severity: .warning),
        ])
      #expect(block.glyphs.filter { $0.glyph.id == 0 && !$0.glyph.outline.isEmpty }.count == 3)
      #expect(block.runs.map(\.run.text).joined() == source)
    }
    // The same words without a place.
    let block = typesetter.typeset(try Label(parsing: LocatedText(source)), in: style)
    #expect(block.problems.map(\.at) == [nil, nil])
  }

  @Test(
    "A character that is missing in a formula or in code is told as well",
    arguments: ["$x\u{1F9FF}$", "`\u{1F9FF}`", "$\\text{\u{1F9FF}}$"])
  func missingElsewhere(source: String) throws {
    #expect(try set(source).problems.map(\.message) == ["no font has U+1F9FF '\u{1F9FF}'"])
  }

  @Test("What a command stands for is missing where the label starts")
  func missingInMacro() throws {
    let place = SourceLocation(file: "a.yaml", line: 3, column: 5)
    let macros = try Macros([(name: "x", body: "\u{1F9FF}")])
    let label = try Label(
      parsing: LocatedText("some $\\x$", at: place), in: FormulaLanguage(macros: macros))
    let block = try #require(typesetter).typeset(label, in: TextStyle(size: 10, color: .black))
    #expect(block.problems.map(\.at) == [place])
  }

  @Test("A letter that is written as one character and as two keeps its spelling, whichever came first")
  func spellings() throws {
    for spelling in ["\u{E9}", "e\u{301}", "\u{E9}"] {
      let text = try set("spelled $\\text{\(spelling)}$").runs.map(\.run.text).joined()
      #expect(text.unicodeScalars.elementsEqual("spelled \(spelling)".unicodeScalars))
    }
  }

  @Test("Of many missing characters the first are named and the others counted")
  func manyMissing() throws {
    let source = String(String.UnicodeScalarView((0..<20).compactMap { Unicode.Scalar(0xE900 + $0) }))
    let problems = try set(source).problems
    #expect(problems.count == 9)
    #expect(problems.last?.message == "no font has 12 more characters of the label")
  }

  @Test(
    "What only steers its neighbors is no box",
    arguments: [
      "\u{200D}", "\u{FE0F}", "\u{AD}", "\u{200B}", "\u{2060}", "\u{200E}", "\u{2066}", "\u{FEFF}",
      "\u{E0001}",
    ])
  func invisible(character: String) throws {
    for source in ["a\(character)b", "a \(character)", "漢\(character)字", "`a\(character)b`"] {
      let block = try set(source)
      let plain = try set(source.replacing(character, with: ""))
      #expect(block.problems.isEmpty)
      #expect(block.glyphs.allSatisfy { $0.glyph.id != 0 || $0.glyph.outline.isEmpty })
      #expect(block.ink == plain.ink)
    }
  }

  @Test("Tabs and ends of lines within a text are gaps")
  func controls() throws {
    let label = Label(text: "a\tb\r\nc")
    let block = try #require(typesetter).typeset(label, in: TextStyle(size: 100, color: .black))
    #expect(block.problems.isEmpty)
    #expect(block.width == (try set("a b c").width))
  }
}
