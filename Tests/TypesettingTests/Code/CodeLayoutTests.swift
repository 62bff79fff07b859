import Diagnostics
import Drawing
import Formulas
import Geometry
import TestSupport
import Testing
import Typesetting

@Suite struct CodeLayoutTests {
  private static let style = CodeStyle(
    size: 100, color: .black, quietColor: Color(rgb: 0x777777),
    syntax: SyntaxColors(
      keyword: Color(rgb: 0x000001), string: Color(rgb: 0x000002), number: Color(rgb: 0x000003),
      comment: Color(rgb: 0x000004), definition: Color(rgb: 0x000005)), highlight: Color(rgb: 0x0000FF))

  private func set(_ listing: Listing, _ style: CodeStyle = style) throws -> TextBlock {
    guard let typesetter else { throw Diagnostic("the fonts are missing") }
    return typesetter.typeset(listing, in: style)
  }

  private func set(_ source: String) throws -> TextBlock { try set(Listing(source, in: .python)) }

  /// JetBrains Mono's letters are 600 units of 1000 wide.
  private let cell = 60.0

  @Test("Every character stands in the column of its place")
  func fixedPitch() throws {
    let source = "if x != y => z -> w:\n    fi = \"www\" >= 1e-3  # iiii λ η"
    for (index, line) in source.split(separator: "\n").enumerated() {
      let glyphs = try set(source).glyphs.filter {
        isClose($0.at.y, 145 * Double(index), within: 1e-9, absolute: 1e-9)
      }
      #expect(glyphs.count == line.unicodeScalars.count)
      for (column, glyph) in glyphs.enumerated() {
        #expect(isClose(glyph.at.x, cell * Double(column), within: 1e-9, absolute: 1e-9))
      }
    }
  }

  @Test(
    "The width is that of the longest line, in columns",
    arguments: [
      ("x", 1), ("", 0), ("abc\nabcdef\nab", 6), ("\tx", 5), ("ab\tx", 5), ("abcd\tx", 9), ("a\t\tx", 9),
      ("e\u{301}", 1),
      ("∇x", 2), ("x\r", 1), ("a\u{0}b", 3), ("a\u{200B}b", 2),
      (String(repeating: "x", count: 500), 500),
    ])
  func widths(source: String, columns: Int) throws {
    #expect(isClose(try set(source).width, cell * Double(columns), within: 1e-9, absolute: 1e-9))
  }

  /// How wide depends on the fonts that the machine has.
  @Test("A character of another font takes whole columns", arguments: ["☃", "漢", "अ", "ש", "\u{1F600}"])
  func otherFonts(character: String) throws {
    let block = try set("\(character)x")
    let columns = block.width / cell
    #expect(columns >= 2 && isClose(columns, columns.rounded(), within: 1e-9))
    #expect(isClose(try #require(block.glyphs.last).at.x, block.width - cell, within: 1e-9))
  }

  @Test("Lines are never broken, and stand 1.45 em apart")
  func lines() throws {
    let block = try set("one\ntwo\n\nfour")
    for (run, y) in zip(block.runs, [0, 145, 435.0]) {
      #expect(isClose(run.at.y, y, within: 1e-12))
    }
    #expect(isClose(block.height, 4 * 145, within: 1e-12))
  }

  @Test("Colors move nothing")
  func roles() throws {
    let listing = Listing("w -= eta * grad(w)  # w\nη = 'w'", in: .python)
    let plain = try set(listing)
    var style = CodeLayoutTests.style
    style.roles = [
      .init(symbol: "w", color: Color(rgb: 0xAA0000)), .init(symbol: "\\eta", color: Color(rgb: 0x00AA00)),
    ]
    let colored = try set(listing, style)
    #expect(colored.width == plain.width && colored.ink == plain.ink && colored.box == plain.box)
    let (before, after) = (plain.glyphs, colored.glyphs)
    #expect(before.count == after.count)
    for (one, other) in zip(before, after) {
      #expect(one.glyph.id == other.glyph.id && one.at == other.at && one.size == other.size)
    }
    let worn = after.filter { $0.color.rgb == 0xAA0000 }.count
    #expect(worn == 2)
    #expect(after.filter { $0.color.rgb == 0x00AA00 }.count == 4)
  }

  @Test(
    "Every kind of token has its color",
    arguments: [
      ("for", 1), ("'x'", 2), ("1e3", 3), ("# x", 4), ("@x", 5), ("x", 0), ("print", 0), ("+", 0),
      ("np.x", 0),
    ] as [(String, UInt32)])
  func colors(source: String, rgb: UInt32) throws {
    #expect(try set(source).glyphs.allSatisfy { $0.color.rgb == rgb })
  }

  @Test("Line numbers end in one column, two columns before the code")
  func numbers() throws {
    let code = Array(repeating: "x", count: 11).joined(separator: "\n")
    let listing = Listing(code, in: .python, firstNumber: 95, showsNumbers: true)
    let block = try set(listing)
    let numbers = block.runs.filter { $0.run.color.rgb == 0x777777 }
    #expect(numbers.map(\.run.text) == (95...105).map { "\($0)" })
    for (run, at) in numbers {
      #expect(isClose(at.x + cell * Double(run.text.count), 3 * cell, within: 1e-9))
    }
    let letters = block.runs.filter { $0.run.text == "x" }
    #expect(letters.count == 11 && letters.allSatisfy { isClose($0.at.x, 5 * cell, within: 1e-9) })
    #expect(isClose(block.width, 6 * cell, within: 1e-9))
  }

  @Test("Bands lie behind highlighted lines, and neighbors share one")
  func bands() throws {
    let listing = Listing("a\nbb\nc\nd\ne", highlighted: [2, 4, 5, 99])
    let block = try set(listing)
    let bands = block.paths.filter { $0.fill?.alpha == CodeStyle.bandOpacity }.compactMap(\.path.controlBox)
    #expect(bands.count == 2)
    #expect(isClose(bands[0].height, 145, within: 1e-9) && isClose(bands[1].height, 290, within: 1e-9))
    #expect(isClose(bands[1].maxY, block.box.maxY, within: 1e-9))
    #expect(bands.allSatisfy { $0.minX < 0 && $0.maxX > block.width })
    // Behind the letters: painted before them.
    guard case .path? = block.items.first, case .glyphs? = block.items.last else {
      Issue.record("bands come first")
      return
    }
    #expect(try set(Listing("a\nbb\nc\nd\ne")).width == block.width)
  }

  @Test("The marker points at its line, and its room stays without it", arguments: [1.0, 2, 2.5, 3])
  func marker(line: Double) throws {
    let code = "x\nx\nx"
    let block = try set(Listing(code, marker: line))
    let triangle = try #require(block.paths.first?.path.controlBox)
    #expect(isClose(triangle.midY, 145 * (line - 1) - 30, within: 1e-9))
    #expect(triangle.minX >= 0 && triangle.maxX < 2 * cell)
    #expect(block.runs.allSatisfy { isClose($0.at.x, 2 * cell, within: 1e-9) })
    for absent in [0, 0.5, 3.5, 7, -.infinity, .nan] {
      let without = try set(Listing(code, marker: absent))
      #expect(without.paths.isEmpty && without.width == block.width)
      #expect(without.runs.map(\.at) == block.runs.map(\.at))
    }
  }

  @Test("A title stands above the code and moves it down")
  func title() throws {
    let block = try set(Listing("x", title: "a much longer title.py"))
    #expect(block.runs.map(\.run.text) == ["a much longer title.py", "x"])
    #expect(block.runs[1].at.y > 145)
    #expect(isClose(block.width, 22 * cell, within: 1e-9))
  }

  @Test("Runs say in reading order what the code says")
  func readingOrder() throws {
    let source = "w -= eta * grad(w)"
    #expect(try set(source).runs.map(\.run.text).joined() == source)
    #expect(try set(source).source == source)
    for (run, _) in try set("e\u{301} 漢 != \u{10FFFD}").runs {
      #expect(run.clusters.map(\.byteCount).reduce(0, +) == run.text.utf8.count)
      #expect(run.clusters.map(\.glyphCount).reduce(0, +) == run.glyphs.count)
    }
  }
}

extension Color {
  /// As 0xRRGGBB.
  fileprivate var rgb: UInt32 {
    [red, green, blue].reduce(0) { $0 << 8 | UInt32(($1 * 255).rounded()) }
  }
}
