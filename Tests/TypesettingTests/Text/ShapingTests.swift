import Diagnostics
import Drawing
import Formulas
import Geometry
import TestSupport
import Testing
import Typesetting

struct ShapingTests {
  private func set(_ source: String, size: Double, _ fonts: FontChoice = .standard) throws -> TextBlock {
    let typesetter = try #require(typesetter)
    let style = TextStyle(size: size, color: .black, fonts: fonts)
    return typesetter.typeset(try Label(parsing: LocatedText(source)), in: style)
  }

  @Test(
    "A label is as wide as its size says, at every size",
    arguments: [
      "AVAWA Type fi", "$\\frac{a}{b} + x^2$", "`code`", "السلام", "हिन्दी", "漢字 10⁻⁵", "−1.5",
    ])
  func widthLaw(source: String) throws {
    let unit = try set(source, size: 1).width
    for size in stride(from: 6.0, through: 60, by: 1.5) {
      let block = try set(source, size: size)
      #expect(isClose(block.width, unit * size, within: 1e-12))
      #expect(isClose(block.ink.width, try set(source, size: 1).ink.width * size, within: 1e-9))
    }
  }

  @Test(
    "Letters move together where their shapes ask for it", arguments: ["inter", "latin-modern", "dejavu"])
  func kerning(text: String) throws {
    let fonts = FontChoice(text: text)
    for (left, right) in [("A", "V"), ("V", "A"), ("T", "o")] {
      let apart = try set(left, size: 100, fonts).width + set(right, size: 100, fonts).width
      #expect(try set(left + right, size: 100, fonts).width < apart - 1)
    }
  }

  @Test("Latin Modern joins f and i, but not in code")
  func ligatures() throws {
    let fonts = FontChoice(text: "latin-modern", code: "latin-modern")
    #expect(try set("fi", size: 100, fonts).glyphs.count == 1)
    #expect(try set("`fi`", size: 100, fonts).glyphs.count == 2)
  }

  @Test("An accent that is written behind its letter is one cluster with it")
  func combiningAccents() throws {
    let runs = try set("e\u{301}x", size: 100).runs
    #expect(runs.count == 1)
    #expect(runs[0].run.clusters.map(\.byteCount) == [3, 1])
    #expect(try set("e\u{301}", size: 100).width == set("é", size: 100).width)
  }

  @Test("Arabic letters join: a letter has another shape between others than alone")
  func arabic() throws {
    let alone = try set("ع", size: 100).glyphs
    let joined = try set("ععع", size: 100).glyphs
    #expect(alone.count == 1 && joined.count == 3)
    // Final, medial, initial and isolated forms.
    #expect(Set((joined + alone).map(\.glyph.id)).count == 4)
  }

  @Test("Devanagari joins क, virama and ष into one sign")
  func devanagari() throws {
    let block = try set("क्ष", size: 100)
    #expect(block.runs.count == 1 && block.runs[0].run.clusters.count == 1)
    #expect(block.glyphs.count < 3)
    // The vowel sign i is written behind its consonant and stands before it.
    let glyphs = try set("कि", size: 100).glyphs
    let consonant = try set("क", size: 100).glyphs[0].glyph.id
    #expect(glyphs.count == 2 && glyphs[1].glyph.id == consonant)
  }

  @Test("Powers of ten stand above the digits, in the same face")
  func superscripts() throws {
    let block = try set("10⁻⁵", size: 100)
    #expect(block.runs.count == 1)
    let five = try #require(try set("⁵", size: 100).glyphs.first)
    let (zero, raised) = try (set("0", size: 100).ink, set("⁵", size: 100).ink)
    #expect(raised.midY < zero.minY + zero.height / 3 && raised.height < zero.height * 2 / 3)
    #expect(five.glyph.id == block.glyphs[3].glyph.id)
  }

  @Test("Every weight and slant is a face of its own, in words and in code")
  func faces() throws {
    let typesetter = try #require(typesetter)
    var names: [String] = []
    for weight in [TextStyle.Weight.regular, .medium, .bold] {
      for source in ["a", "*a*", "`a`", "*`a`*"] {
        let label = try Label(parsing: LocatedText(source))
        names += typesetter.typeset(label, in: TextStyle(size: 10, color: .black, weight: weight)).runs
          .map(\.run.font.name)
      }
    }
    #expect(
      names == [
        "Inter-Regular", "Inter-Italic", "JetBrainsMono-Regular", "JetBrainsMono-Italic",
        "Inter-Medium", "Inter-MediumItalic", "JetBrainsMono-Medium", "JetBrainsMono-MediumItalic",
        "Inter-Bold", "Inter-BoldItalic", "JetBrainsMono-Bold", "JetBrainsMono-BoldItalic",
      ])
  }

  @Test("The ink's box is that of the outlines", arguments: ["Ajf", "السلام", "हिन्दी", "$\\int f$", "10⁻⁵"])
  func inkBox(source: String) throws {
    let block = try set(source, size: 100)
    // Points on the outlines, taken densely: none outside, and some at each edge.
    var seen: Rect?
    for (glyph, at, size, _) in block.glyphs {
      for point in glyph.outline.densePoints {
        let place = Rect(x: at.x + point.x * size, y: at.y + point.y * size, width: 0, height: 0)
        seen = seen?.union(place) ?? place
      }
    }
    let box = try #require(seen)
    for (edge, other) in zip(
      [block.ink.minX, block.ink.minY, block.ink.maxX, block.ink.maxY],
      [box.minX, box.minY, box.maxX, box.maxY])
    {
      #expect(isClose(edge, other, within: 0, absolute: 0.02))
    }
  }
}

extension Path {
  /// Points along all lines and curves, by de Casteljau.
  fileprivate var densePoints: [Point] {
    var result: [Point] = []
    var next = 0
    for verb in verbs {
      defer { next += verb.pointCount }
      switch verb {
      case .move, .line: result.append(points[next])
      case .curve:
        for step in 1...32 {
          let t = Double(step) / 32
          var row = Array(points[next - 1..<next + 3])
          while row.count > 1 { row = zip(row, row.dropFirst()).map { $0.interpolated(to: $1, t) } }
          result += row
        }
      case .close: break
      }
    }
    return result
  }
}
