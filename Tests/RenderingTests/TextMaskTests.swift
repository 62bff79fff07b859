import Drawing
import Geometry
import TestSupport
import Testing

@testable import Rendering

struct TextMaskTests {
  /// Runs that differ in all that a mask depends on and in all that it does not.
  static let labels: [DisplayItem] = {
    var items: [DisplayItem] = []
    for (i, color) in [Color.black, orange, blue.opacity(0.4), Color(rgb: 0xFFFFFF)].enumerated() {
      var run = word(color: color)
      run.size = 7.3 + Double(i)
      let turn = Transform(a: 0.8, b: 0.6, c: -0.6, d: 0.8, tx: 9, ty: 3.3)
      let place = Point(x: 1 + 0.37 * Double(i), y: 9.21 + 5 * Double(i))
      items += [
        .glyphs(run, at: place), .glyphs(run, at: place + Vector(x: 3, y: 0)),
        .group(DisplayGroup([.glyphs(run, at: place)], transform: turn, opacity: 0.7)),
        .group(
          DisplayGroup([.glyphs(run, at: place), .glyphs(run, at: .zero)], clip: dot(9, 9, 7), opacity: 0.5)),
      ]
    }
    return items
  }()

  @Test func aKnownLabelHasTheBytesOfANewOne() throws {
    let first = try Self.labels.map { try decoded(page([$0])) }
    #expect(try Self.labels.reversed().map { try decoded(page([$0])) } == first.reversed())
  }

  @Test func threadsShareWhatTheyKnow() async throws {
    let list = page(Self.labels, background: nil)
    let alone = try decoded(list)
    try await withThrowingTaskGroup(of: DecodedPNG.self) { group in
      for _ in 0..<8 { group.addTask { try decoded(list) } }
      for try await picture in group { #expect(picture == alone) }
    }
  }

  /// More masks than are kept, each of 320 × 60 pixels or so.
  @Test func forgettingChangesNothing() throws {
    let list = page(Self.labels)
    let before = try decoded(list)
    var wide = word()
    wide.size = 60
    for i in 0..<700 {
      let shift = Transform(a: 1, b: 0, c: 0, d: 1, tx: Double(i) / 1000, ty: Double(i % 7) / 10)
      _ = textMasks.mask(of: wide, shift)
      #expect(textMasks.byteCount <= TextMasks.mostBytes)
    }
    #expect(try decoded(list) == before)
  }

  /// The same outlines painted as one shape by Cairo, which samples 15 lines a pixel.
  @Test(arguments: [3.0, 8, 17.5, 30]) func textLooksLikeItsOutlines(size: Double) throws {
    var letter = dot(0.3, -0.3, 0.28)
    letter.append(
      polyline: [0.15, 0.45].map { Point(x: $0, y: -0.3) } + [Point(x: 0.3, y: -0.12)], closed: true)
    var run = word()
    run.size = size
    run.glyphs = [0.1, 0.75].map { Glyph(id: 1, origin: Point(x: $0 * size, y: 0), outline: letter) }
    var shape = Path()
    for glyph in run.glyphs {
      let map = Transform(a: size, b: 0, c: 0, d: size, tx: 1.3 + glyph.origin.x, ty: 27.7)
      shape.append(letter.transformed(by: map))
    }
    let text = try decoded(page([.glyphs(run, at: Point(x: 1.3, y: 27.7))])).pixels
    let filled = try decoded(page([.path(shape, fill: .black, stroke: nil)])).pixels
    #expect(zip(text, filled).allSatisfy { abs(Int($0) - Int($1)) <= 255 / 15 })
  }
}

extension TextMaskTests {
  /// Letters of joined scripts reach into each other; the edges that they share must not darken.
  @Test func overlappingGlyphsCoverOnce() throws {
    let bar = Glyph(id: 1, origin: .zero, outline: rect(0, -0.51, 1.3, 0.33))
    var (run, long) = (word(), word())
    run.glyphs = [bar, Glyph(id: 1, origin: Point(x: 12, y: 0), outline: bar.outline)]
    long.glyphs = [Glyph(id: 2, origin: .zero, outline: rect(0, -0.51, 2.3, 0.33))]
    let place = Point(x: 2, y: 20.3)
    #expect(try decoded(page([.glyphs(run, at: place)])) == decoded(page([.glyphs(long, at: place)])))
  }
}

struct CoverageRasterTests {
  /// Of pixel (x, y) of a shape on 8 × 8 pixels.
  private func coverage(_ path: Path, _ x: Int, _ y: Int) -> Double {
    Double(bytes(path)[y * 8 + x]) / 255
  }

  private func bytes(_ path: Path) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 64)
    CoverageRaster.scan(width: 8, height: 8) {
      $0.fill(path, .identity)
    } _: { x, y, coverage in
      for lane in 0..<4 { bytes[(y + lane) * 8 + x] = coverage[lane] }
    }
    return bytes
  }

  @Test func aRectangleCoversItsShareOfEachPixel() {
    let path = rect(1.25, 2.5, 4.5, 3)
    #expect(isClose(coverage(path, 1, 2), 0.75 * 0.5, within: 0, absolute: 0.002))
    #expect(isClose(coverage(path, 3, 2), 0.5, within: 0, absolute: 0.002))
    #expect(coverage(path, 3, 3) == 1 && coverage(path, 0, 3) == 0 && coverage(path, 6, 3) == 0)
    #expect(isClose(coverage(path, 5, 5), 0.75 * 0.5, within: 0, absolute: 0.002))
  }

  /// An edge from (1, 2) to (5, 3): the pixel k to the right of it is covered to (2k + 1) / 8.
  @Test func aFlatEdgeIsExactInEachPixel() {
    let path = Path(
      polyline: [Point(x: 1, y: 2), Point(x: 5, y: 3), Point(x: 5, y: 8), Point(x: 1, y: 8)], closed: true)
    for k in 0..<4 {
      #expect(isClose(coverage(path, 1 + k, 2), 1 - Double(2 * k + 1) / 8, within: 0, absolute: 0.002))
    }
  }

  @Test func polygonsCoverTheirAreaWhicheverWayTheyTurn() {
    var random = SplitMix64(seed: 3)
    func number() -> Double { Double.random(in: 0...8, using: &random) }
    for _ in 0..<300 {
      let corners = (0..<3).map { _ in Point(x: number(), y: number()) }
      let area = abs((corners[1] - corners[0]).cross(corners[2] - corners[0])) / 2
      for corners in [corners, corners.reversed()] {
        let sum = bytes(Path(polyline: corners, closed: true)).reduce(0) { $0 + Double($1) / 255 }
        // Each of 64 pixels is rounded to 1/255.
        #expect(isClose(sum, area, within: 0, absolute: 0.06))
      }
    }
  }

  @Test func aDiskCoversItsArea() {
    let sum = bytes(dot(4, 4, 3.7)).reduce(0) { $0 + Double($1) / 255 }
    #expect(isClose(sum, .pi * 3.7 * 3.7, within: 0.001))
  }

  @Test func wildNumbersStayInside() {
    let wild: [Double] = [.nan, .infinity, -.infinity, 1e300, -1e300, 8, -0.0, 3]
    for a in wild {
      for b in wild {
        var path = Path(polyline: [Point(x: a, y: 1), Point(x: b, y: a), Point(x: 9, y: b)])
        path.curve(to: Point(x: a, y: 3), Point(x: 4, y: b), Point(x: a, y: a))
        #expect(bytes(path).count == 64)
      }
    }
  }
}
