import Diagnostics
import Drawing
import Formulas
import Geometry
import TestSupport
import Testing
import Typesetting

/// What holds for every formula.
struct FormulaLawTests {
  @Test(
    "What has no bold form is made bolder where it stands, and is copied once",
    arguments: ["+", "=", "\\sum", "\\infty", "(", "\\leq", "\\int", "\\rightarrow"])
  func emboldened(sign: String) throws {
    for source in ["$a\(sign) b$", "$$a\(sign) b$$", "$x_{a\(sign) b}$"] {
      let plain = try set(source)
      let bold = try set(source.replacing(sign, with: "\\boldsymbol{\(sign)}"))
      #expect(bold.width == plain.width && bold.box == plain.box)
      #expect(bold.runs.map(\.run.text).joined() == plain.runs.map(\.run.text).joined())
      #expect(bold.paths.count == 1 && plain.paths.isEmpty)
      let ink = try #require(Rect(around: bold.paths[0].path.points))
      let glyph = plain.glyphs[source.contains("x_") ? 2 : 1]
      let drawn = try #require(Rect(around: glyph.glyph.outline.points))
      #expect(isClose(ink.width, (drawn.width + 0.025) * glyph.size, within: 1e-9))
      #expect(isClose(ink.height, (drawn.height + 0.025) * glyph.size, within: 1e-9))
      #expect(isClose(ink.midX, glyph.at.x + drawn.midX * glyph.size, within: 1e-9))
    }
  }

  static let blue = Color(rgb: 0x0072B2)
  /// Roles of letters, of a row of letters, of an operator and of letters with scripts.
  static let roles = ["w", "eta", "∇L", "log", "\\hat w", "w_i", "\\mathbf{x}", "b"]
    .map { TextStyle.Role(symbol: $0, color: blue) }

  @Test("Roles change colors and nothing else", arguments: FormulaSamples.all)
  func roles(formula: String) throws {
    for math in ["$\(formula)$", "$$\(formula)$$"] {
      let (plain, colored) = (try set(math), try set(math, roles: FormulaLawTests.roles))
      #expect(plain.width == colored.width)
      #expect(plain.ascent == colored.ascent && plain.descent == colored.descent)
      #expect(plain.ink == colored.ink)
      let (before, after) = (plain.glyphs, colored.glyphs)
      #expect(before.map(\.glyph.id) == after.map(\.glyph.id))
      for (before, after) in zip(before, after) {
        // Runs begin at other glyphs, so that places are sums of other numbers.
        #expect(isClose(before.at.x, after.at.x, within: 1e-12, absolute: 1e-9))
        #expect(isClose(before.at.y, after.at.y, within: 1e-12, absolute: 1e-9))
      }
      #expect(plain.paths.map(\.path) == colored.paths.map(\.path))
    }
  }

  @Test("A role wears its color wherever its letter is a term", arguments: FormulaSamples.all)
  func roleIsSeen(formula: String) throws {
    let role = [TextStyle.Role(symbol: "w", color: FormulaLawTests.blue)]
    for (run, _) in try set("$$\(formula)$$", roles: role).runs where run.text == "w" {
      // The first of these is text in bold, the others are tags, which are text.
      if formula.contains("\\textbf") || formula.contains("\\tag") { continue }
      #expect(run.color == FormulaLawTests.blue)
    }
  }

  @Test("Every measure is proportional to the size", arguments: FormulaSamples.all)
  func scales(formula: String) throws {
    for math in ["$\(formula)$", "$$\(formula)$$"] {
      let (small, large) = (try set(math, size: 6), try set(math, size: 60))
      #expect(isClose(large.width, 10 * small.width, within: 1e-12))
      #expect(isClose(large.ascent, 10 * small.ascent, within: 1e-12))
      #expect(isClose(large.descent, 10 * small.descent, within: 1e-12))
      #expect(isClose(large.ink.minY, 10 * small.ink.minY, within: 1e-9, absolute: 1e-9))
    }
  }

  @Test("All ink lies in the line box, unless a formula asks otherwise", arguments: FormulaSamples.all)
  func inkInside(formula: String) throws {
    for font in ["pagella", "latin-modern"] {
      let block = try set("$$\(formula)$$", math: font)
      #expect(block.ink.minY >= -block.ascent - 1e-9)
      #expect(block.ink.maxY <= block.descent + 1e-9)
      let isLapped = ["\\mathclap", "\\mathrlap", "\\smash", "\\int\\limits"].contains {
        formula.contains($0)
      }
      // Letters lean out a little.
      if !isLapped { #expect(block.ink.minX >= -7 && block.ink.maxX <= block.width + 12) }
      for glyph in block.glyphs {
        for point in glyph.glyph.outline.points {
          #expect(block.ink.outset(by: 3).contains(glyph.at + (point - .zero) * glyph.size))
        }
      }
      for (path, _) in block.paths {
        for point in path.points { #expect(block.ink.outset(by: 3).contains(point)) }
      }
    }
  }

  @Test("A phantom is as large as what it hides", arguments: FormulaSamples.all)
  func phantom(formula: String) throws {
    guard !formula.contains("\\tag"), !formula.contains("\\over "), !formula.contains("\\atop") else {
      return
    }
    for math in ["$X\(formula)X$", "$$X\(formula)X$$"] {
      let shown = try set(math.replacing(formula, with: "{\(formula)}"))
      let hidden = try set(math.replacing(formula, with: "{\\phantom{\(formula)}}"))
      #expect(isClose(shown.width, hidden.width, within: 1e-12))
      #expect(shown.ascent == hidden.ascent && shown.descent == hidden.descent)
      #expect(hidden.glyphs.count == 2 && hidden.paths.isEmpty)
    }
  }

  @Test(
    "What is smashed is drawn the same and counts as flat", arguments: ["\\frac{a}{b}", "\\sum_i^n", "x^2"])
  func smash(formula: String) throws {
    // A root fits what is counted.
    let flat = try set("$$\\sqrt{\\smash{\(formula)}}$$").paths[0].path.controlBox?.height
    #expect(flat == (try set("$$\\sqrt{\\phantom{}}$$").paths[0].path.controlBox?.height))
    let above = try set("$$\\sqrt{\\smash[t]{\(formula)}}$$").descent
    #expect(above >= (try set("$$\(formula)$$").descent) - 1e-9)
    #expect(try set("$$\\smash{\(formula)}$$").width == set("$$\(formula)$$").width)
  }

  @Test("An explicit color keeps places", arguments: ["red", "#00ff00"])
  func textColorKeepsPlaces(color: String) throws {
    for (colored, plain) in [
      ("a \\textcolor{\(color)}{+ b} = c", "a + b = c"), ("\\textcolor{\(color)}{a +} b", "a + b"),
      ("\\textcolor{\(color)}{\\sum}_i^n", "\\sum_i^n"), ("\\textcolor{\(color)}{x}^2", "x^2"),
      ("\\textcolor{\(color)}{-} b", "-b"), ("\\hat{\\textcolor{\(color)}{i}}", "\\hat{i}"),
      ("\\color{\(color)} a = b", "a = b"),
    ] {
      let (a, b) = (try set("$$\(colored)$$"), try set("$$\(plain)$$"))
      #expect(isClose(a.width, b.width, within: 1e-12) && a.ink == b.ink)
    }
  }

  @Test(
    "A fence is as tall as TeX wants it around anything",
    arguments: [
      ["(", ")"], ["[", "]"], ["\\langle", "\\rangle"], ["|", "|"], ["\\|", "\\|"], ["\\{", "\\}"],
      ["\\lfloor", "\\rceil"], ["/", "\\backslash"], ["\\uparrow", "\\Downarrow"],
    ])
  func fences(pair: [String]) throws {
    for font in ["pagella", "latin-modern"] {
      let em = try set("$$\\quad$$", math: font).width
      let axis = try set("$$-$$", math: font).ink.midY
      var last = 0.0
      for rows in 1...14 {
        let cells = [String](repeating: "x", count: rows).joined(separator: "\\\\")
        let content = "\\vphantom{\\begin{array}{c}" + cells + "\\end{array}}"
        let fence = try set("$$\\left\(pair[0]) \(content)\\right\(pair[1])$$", math: font).ink
        // A grid of rows 1.2 em apart on the axis.
        let height = 1.2 * em * Double(rows)
        #expect(fence.height >= max(0.901 * height, height - 0.5 * em) - 1e-6)
        #expect(fence.height >= last)
        #expect(abs(fence.midY - axis) < 0.02 * em)
        last = fence.height
      }
    }
  }

  @Test("Every command can be set", arguments: FormulaCommands.groups)
  func commands(group: FormulaCommands) throws {
    var count = 0
    for entry in group.entries {
      for math in ["$\(entry.example)$", "$$\(entry.example)$$"] {
        // Whether examples can be read is seen to where they are written.
        guard let block = try? set(math) else { continue }
        count += 1
        #expect(block.width.isFinite && block.ascent.isFinite && block.descent.isFinite)
        if entry.name == "smash" { continue }
        #expect(block.ink.minY >= -block.ascent - 1e-9 && block.ink.maxY <= block.descent + 1e-9, "\(math)")
      }
    }
    #expect(count > group.entries.count)
  }

  @Test("From several threads comes what comes from one")
  func threads() async throws {
    let labels = try FormulaSamples.all.map { try Label(parsing: LocatedText("$$\($0)$$")) }
    let style = TextStyle(size: 12, color: .black)
    let expected = labels.map { typesetter?.typeset($0, in: style) }
    let shared = try FontTypesetter(environmentFolder: nil)
    try await withThrowingTaskGroup(of: [TextBlock?].self) { group in
      for start in 0..<4 {
        group.addTask {
          // Each begins elsewhere, so that they ask the font for different things at the same time.
          let order = labels.indices.map { ($0 + start * 31) % labels.count }
          var blocks = [TextBlock?](repeating: nil, count: labels.count)
          for index in order { blocks[index] = shared.typeset(labels[index], in: style) }
          return blocks
        }
      }
      for try await blocks in group { #expect(blocks == expected) }
    }
  }
}
