import Drawing
import Foundation
import Geometry
import Rendering
import Testing

struct PDFTests {
  @Test func thePageHasItsSizeInPointsAndNoDateOfToday() throws {
    let text = String(decoding: try encoded("pdf", everything), as: UTF8.self)
    #expect(text.hasPrefix("%PDF-1.5"))
    #expect(text.contains("/MediaBox [ 0 0 32 32 ]"))
    #expect(text.contains("/CreationDate (20000101000000Z)"))
    #expect(!text.contains("ModDate"))
  }

  /// R38: a screen reader meets one figure and is told what it shows.
  @Test(.enabled(if: OtherProgram.pdfInfo.isInstalled), arguments: ["(A) \\ bowl", "∇L points 🙂 uphill"])
  func thePageIsOneFigureWithItsDescription(alternativeText: String) throws {
    var list = everything
    list.alternativeText = alternativeText
    let structure = String(
      decoding: try OtherProgram.pdfInfo.output(reading: encoded("pdf", list), "-struct"), as: UTF8.self)
    #expect(structure.split(whereSeparator: \.isWhitespace) == ["Document", "Figure"])
    let tags = String(decoding: try OtherProgram.pdfInfo.output(reading: encoded("pdf", list)), as: UTF8.self)
    #expect(tags.contains(/Tagged: +yes/))
    let file = try encoded("pdf", list)
    let text = String(decoding: file, as: UTF8.self)
    let units = alternativeText.utf16.map { String(format: "%04X", $0) }.joined()
    #expect(text.contains("/Alt (\\(A\\) \\\\ bowl)\n") || text.contains("/Alt <FEFF\(units)>\n"))
  }

  @Test func fontsAreSubsetsOfTheRealOnes() throws {
    let file = try encoded("pdf", everything)
    let text = String(decoding: file, as: UTF8.self)
    #expect(text.contains("+Inter-Regular"))
    #expect(text.contains("/FontFile3"))
    #expect(!text.contains("/Type3"))
    // The font file alone has 250 KB.
    #expect(file.count < 30_000)
  }

  @Test(.enabled(if: OtherProgram.pdfText.isInstalled))
  func textCanBeFound() throws {
    var formula = word()
    formula.text = "∇Lη!"
    formula.clusters = [3, 1, 2, 1].map { GlyphRun.Cluster(byteCount: $0, glyphCount: 1) }
    var list = page([.glyphs(word(), at: Point(x: 2, y: 12)), .glyphs(formula, at: Point(x: 2, y: 28))])
    list.title = "Loss"
    #expect(try extracted(list).split(whereSeparator: \.isWhitespace) == ["Loss", "∇Lη!"])
  }

  @Test(.enabled(if: OtherProgram.pdfText.isInstalled))
  func textFromRightToLeftBelongsToItsGlyphs() throws {
    // The first letter of the text is that of the last glyph.
    var run = word()
    run.text = "ssoL"
    run.isRightToLeft = true
    let list = page([.glyphs(run, at: Point(x: 2, y: 12))])
    let letters = try extracted(list).filter { !$0.isWhitespace }
    #expect(letters == "Loss")
  }

  /// How signs that are painted as shapes are read: a run without glyphs says what they are.
  @Test(.enabled(if: OtherProgram.pdfText.isInstalled)) func theTextOfAShapeIsRead() throws {
    func said(_ text: String) -> GlyphRun {
      GlyphRun(
        font: inter, size: 12, color: .black, glyphs: [], text: text,
        clusters: [GlyphRun.Cluster(byteCount: text.utf8.count, glyphCount: 0)])
    }
    let items: [DisplayItem] = [
      .glyphs(said("("), at: Point(x: 1, y: 20)), .path(rect(1, 5, 2, 20), fill: .black, stroke: nil),
      .glyphs(word(), at: Point(x: 9, y: 20)), .glyphs(said(")"), at: Point(x: 36, y: 20)),
      .glyphs(said("√"), at: Point(x: 43, y: 20)), .glyphs(word(), at: Point(x: 51, y: 20)),
      .glyphs(said(")"), at: Point(x: 80, y: 20)),
    ]
    var list = page(items)
    list.size.width = 99
    #expect(try extracted(list).filter { !$0.isWhitespace } == "(Loss)√Loss)")
    // Pixels are those of the shapes alone.
    var silent = list
    silent.items.removeAll { if case .glyphs(let run, _) = $0 { run.glyphs.isEmpty } else { false } }
    #expect(try decoded(list) == decoded(silent))
    let label = page([.group(DisplayGroup(items, label: "both"))])
    #expect(String(decoding: try encoded("svg", label), as: UTF8.self).contains(">(Loss)√Loss)</text>"))
  }

  /// Clusters that do not fit the text must not lose the letters' shapes.
  @Test(arguments: [[], [(4, 3)], [(1, 1), (1, 1), (1, 1), (2, 1)], [(0, 0), (4, 4)], [(-1, 1), (5, 3)]])
  func unsoundClustersAreLeftOut(clusters: [(Int, Int)]) throws {
    var run = word()
    run.clusters = clusters.map { GlyphRun.Cluster(byteCount: $0.0, glyphCount: $0.1) }
    let file = try encoded("pdf", page([.glyphs(run, at: Point(x: 2, y: 12))]))
    #expect(String(decoding: file, as: UTF8.self).contains("+Inter-Regular"))
  }

  private func extracted(_ list: DisplayList) throws -> String {
    String(decoding: try OtherProgram.pdfText.output(reading: encoded("pdf", list), "-"), as: UTF8.self)
  }
}
