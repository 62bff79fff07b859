import Diagnostics
import Drawing
import Geometry
import Testing

struct DisplayListTests {
  private static let font = FontReference(path: "/fonts/Inter-Regular.otf", index: 0, name: "Inter-Regular")
  private static let run = GlyphRun(
    font: font, size: 12, color: .black,
    glyphs: [
      Glyph(id: 7, origin: .zero, outline: Path()),
      Glyph(id: 8, origin: Point(x: 6.5, y: 0), outline: Path()),
    ],
    text: "ηw", clusters: [.init(byteCount: 2, glyphCount: 1), .init(byteCount: 1, glyphCount: 1)])

  @Test func everythingHasItsLineInTheDump() {
    var list = DisplayList(
      size: Size(width: 960, height: 540), pixelsPerPoint: 2, background: .white, title: "One picture",
      alternativeText: "A valley")
    list.fill(Path(Rect(x: 1, y: 2, width: 3, height: 4.5)), Color(rgb: 0x2E86AB))
    var wave = Path()
    wave.move(to: Point(x: 0, y: 0))
    wave.curve(to: Point(x: 3, y: 1), Point(x: 1, y: -1), Point(x: 2, y: 2))
    list.stroke(wave, Stroke(.black.opacity(0.5), width: 0.75, cap: .round, join: .bevel, dash: [3, 1.5]))
    let image = RasterImage(width: 1, height: 1, pixels: [0, 0, 0, 255], isSmooth: true)
    let inner: [DisplayItem] = [
      .glyphs(Self.run, at: Point(x: 1, y: 2)), .image(image, in: Rect(x: 0, y: 0, width: 2, height: 2)),
    ]
    list.append(
      .group(
        DisplayGroup(
          inner, transform: .quarterTurnLeft, clip: Path(polyline: [Point.zero, Point(x: 1, y: 1)]),
          opacity: 0.25,
          label: "$\\eta w$")))
    #expect(
      list.dump == """
        page 960 x 540 at 2 px/pt
        background #ffffff
        title One picture
        alt A valley
        path fill #2e86ab M 1,2 L 4,2 L 4,6.5 L 1,6.5 Z
        path stroke #00000080 0.75 round bevel-join dash 3-1.5 M 0,0 C 1,-1 2,2 3,1
        group '$\\eta w$' transform [0 -1 1 0] 0,0 clip M 0,0 L 1,1 opacity 0.25
          glyphs 1,2 Inter-Regular 12 #000000 'ηw' at 0,0 6.5,0
          image 1 x 1 smooth in 0,0…2,2 sum 4d25077f9dcd5758

        """)
  }

  @Test(arguments: [
    (0.1234, "0.123"), (-0.1236, "-0.124"), (2, "2"), (-0.0001, "0"), (0.05, "0.05"), (100.5, "100.5"),
    (1e20, "1e+20"), (.nan, "nan"), (-.infinity, "-inf"),
  ]) func numbersHaveThreeDecimalsAtMost(number: Double, text: String) {
    let list = DisplayList(size: Size(width: number, height: 1), pixelsPerPoint: 1)
    #expect(list.dump.hasPrefix("page \(text) x 1 at 1 px/pt\nbackground none\n"))
  }

  @Test func aChangedPixelChangesTheDump() {
    func dump(_ byte: UInt8) -> String {
      let image = RasterImage(width: 2, height: 1, pixels: [1, 2, 3, 4, 5, 6, 7, byte], isSmooth: false)
      let frame = Rect(x: 0, y: 0, width: 1, height: 1)
      return DisplayList(size: .zero, pixelsPerPoint: 1, items: [.image(image, in: frame)]).dump
    }
    #expect(dump(8) == dump(8))
    #expect(dump(8) != dump(9))
  }

  @Test func nothingIsDrawnForNothing() {
    var list = DisplayList(size: .zero, pixelsPerPoint: 1)
    list.fill(Path(), .black)
    list.stroke(Path(), Stroke(.black, width: 1))
    list.draw(TextBlock(width: 0, ascent: 0, descent: 0, ink: .zero, items: [], source: ""), at: .zero)
    #expect(list.items.isEmpty)
  }

  @Test func problemsOfLabelsAreKeptEachOnce() {
    var block = TextBlock(width: 0, ascent: 0, descent: 0, ink: .zero, items: [], source: "")
    var list = DisplayList(size: .zero, pixelsPerPoint: 1)
    let places = [1, 2].map { SourceLocation(file: "a.yaml", line: $0, column: 1) }
    for place in places + places {
      block.problems = [Diagnostic("no font has U+1F9FF", at: place, severity: .warning)]
      list.draw(block, at: .zero)
    }
    #expect(list.problems.map(\.at) == places)
  }

  @Test func aLabelIsOneGroupAtItsOriginWithItsSource() throws {
    let block = TextBlock(
      width: 14, ascent: 9, descent: 3, ink: Rect(x: 0, y: -8, width: 13, height: 8),
      items: [.glyphs(Self.run, at: .zero)], source: "$\\eta w$")
    #expect(block.height == 12)
    #expect(block.box == Rect(x: 0, y: -9, width: 14, height: 12))
    var list = DisplayList(size: .zero, pixelsPerPoint: 1)
    list.draw(block, at: Point(x: 5, y: 6))
    let expected = DisplayGroup(
      block.items, transform: .translation(Vector(x: 5, y: 6)), label: "$\\eta w$")
    #expect(list.items == [.group(expected)])
  }
}
