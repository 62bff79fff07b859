import Diagnostics
import Drawing
import Formulas
import Testing
import Typesetting

struct FontChoiceTests {
  private static let serif = "/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf"
  private static let sans = "/usr/share/fonts/opentype/inter/Inter-Regular.otf"

  private func fontNames(_ source: String, _ fonts: FontChoice) throws -> [String] {
    let typesetter = try #require(typesetter)
    let label = try Label(parsing: LocatedText(source))
    return typesetter.typeset(label, in: TextStyle(size: 10, color: .black, fonts: fonts)).runs
      .map(\.run.font.name)
  }

  static let words: [(fonts: FontChoice, names: [String])] = [
    (.standard, ["Inter-Regular", "TeXGyrePagellaMath-Regular", "JetBrainsMono-Regular"]),
    (
      FontChoice(text: "latin-modern", math: "latin-modern", code: "latin-modern"),
      ["LMRoman10-Regular", "LatinModernMath-Regular", "LMMono10-Regular"]
    ),
    (
      FontChoice(text: "dejavu", math: "dejavu", code: "dejavu"),
      ["DejaVuSans", "TeXGyreDejaVuMath-Regular", "DejaVuSansMono"]
    ),
    (
      FontChoice(text: serif, math: "termes"),
      ["DejaVuSerif", "TeXGyreTermesMath-Regular", "JetBrainsMono-Regular"]
    ),
    (
      FontChoice(math: "schola", code: serif),
      ["Inter-Regular", "TeXGyreScholaMath-Regular", "DejaVuSerif"]
    ),
    (FontChoice(math: "bonum"), ["Inter-Regular", "TeXGyreBonumMath-Regular", "JetBrainsMono-Regular"]),
    // What is not there is replaced by the standard.
    (
      FontChoice(text: "comic", math: sans, code: "/nowhere.otf"),
      ["Inter-Regular", "TeXGyrePagellaMath-Regular", "JetBrainsMono-Regular"]
    ),
  ]

  @Test("Words, formulas and code are set in what was chosen", arguments: words)
  func chosen(sample: (fonts: FontChoice, names: [String])) throws {
    #expect(try fontNames("a$a$`a`", sample.fonts) == sample.names)
  }

  @Test("The same label in other fonts is another block")
  func cache() throws {
    for _ in 1...2 {
      #expect(try fontNames("a$x$", FontChoice(math: "termes")).last == "TeXGyreTermesMath-Regular")
      #expect(try fontNames("a$x$", .standard).last == "TeXGyrePagellaMath-Regular")
    }
  }

  @Test("A font from a file serves for bold and italic too, and the others stand in for what it lacks")
  func file() throws {
    let fonts = FontChoice(text: "/usr/share/fonts/truetype/lohit-devanagari/Lohit-Devanagari.ttf")
    #expect(try fontNames("क **क** *क*", fonts).allSatisfy { $0 == "Lohit-Devanagari" })
    #expect(try fontNames("θ", fonts) == ["TeXGyrePagellaMath-Regular"])
  }

  static let wrong: [(name: String, role: FontChoice.Role, message: String, help: String?)] = [
    ("intr", .text, "unknown text font 'intr'", "did you mean 'inter'?"),
    ("pagela", .math, "unknown math font 'pagela'", "did you mean 'pagella'?"),
    ("x", .code, "unknown code font 'x'", "known: jetbrains-mono, latin-modern, dejavu"),
    ("/nowhere.otf", .text, "font file '/nowhere.otf' not found", nil),
    ("none.ttf", .math, "font file 'none.ttf' not found", nil),
    (
      "/etc/passwd", .text,
      "'/etc/passwd' does not open as a font, expected an OpenType or TrueType font file", nil
    ),
    (
      sans, .math, "font '\(sans)' has no MATH table, by which formulas are set",
      "known math fonts: pagella, termes, schola, bonum, dejavu, latin-modern"
    ),
  ]

  @Test("A choice that cannot be is told at its place", arguments: wrong)
  func complaint(sample: (name: String, role: FontChoice.Role, message: String, help: String?)) throws {
    let typesetter = try #require(typesetter)
    let place = SourceLocation(file: "a.yaml", line: 2, column: 9)
    #expect {
      try typesetter.check(sample.name, for: sample.role, at: place)
    } throws: { error in
      error as? Diagnostic == Diagnostic(sample.message, at: place, help: sample.help)
    }
  }

  @Test("A choice that is there passes")
  func fine() throws {
    let typesetter = try #require(typesetter)
    for (fonts, _) in FontChoiceTests.words.dropLast() {
      for role in FontChoice.Role.allCases { try typesetter.check(fonts[role], for: role, at: nil) }
    }
  }

  @Test("A word whose files are missing names the Debian package")
  func package() throws {
    let typesetter = try FontTypesetter(environmentFolder: try standardFolder(), usesSystemFonts: false)
    #expect {
      try typesetter.check("latin-modern", for: .math, at: nil)
    } throws: { error in
      (error as? Diagnostic)?.help == "install the Debian package fonts-lmodern"
    }
    let label = try Label(parsing: LocatedText("$x$ 漢"))
    let style = TextStyle(size: 10, color: .black, fonts: FontChoice(math: "latin-modern"))
    let block = typesetter.typeset(label, in: style)
    #expect(block.runs[0].run.font.name == "TeXGyrePagellaMath-Regular")
    #expect(block.problems.map(\.message) == ["no font has U+6F22 '漢'"])
  }
}
