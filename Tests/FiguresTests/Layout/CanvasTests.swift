import Diagnostics
import Geometry
import SceneFiles
import TestSupport
import Testing

@testable import Figures

@Suite struct CanvasTests {
  /// The edges of a stroke of whole pixels fall between pixels.
  @Test(arguments: [Canvas.slide, .square, .column], [1, 2, 3, 4])
  func crispLinesHaveTheirEdgesBetweenPixels(_ canvas: Canvas, _ pixels: Int) {
    let width = Double(pixels) / canvas.pixelsPerPoint
    var generator = SplitMix64(seed: 3)
    for _ in 0..<200 {
      let coordinate = Double.random(in: -20...900, using: &generator)
      let line = canvas.crisp(coordinate, width: width)
      let edge = (line - width / 2) * canvas.pixelsPerPoint
      #expect(isClose(edge, edge.rounded(), within: 0, absolute: 1e-9))
      #expect(abs(line - coordinate) <= 0.5 / canvas.pixelsPerPoint + 1e-12)
      #expect(canvas.crisp(line, width: width) == line)
    }
  }

  /// On a slide of 1920 × 1080 pixels nothing is smaller than 22 pixels.
  @Test func typeOnASlideIsReadable() {
    let canvas = Canvas.slide
    #expect(canvas.size.width * canvas.pixelsPerPoint == 1920)
    #expect(canvas.size.height * canvas.pixelsPerPoint == 1080)
    #expect(canvas.type.tick * canvas.pixelsPerPoint >= 22)
    #expect(canvas.type.tick * 0.92 * canvas.pixelsPerPoint >= 22, "contour numbers")
    #expect(canvas.type.label * canvas.pixelsPerPoint >= 30)
    #expect(canvas.type.title * canvas.pixelsPerPoint >= 44)
    #expect(Canvas.column.type.tick >= 8)
  }

  @Test(arguments: [
    ("85mm", 240.944_881_889), ("8.5 cm", 240.944_881_889), ("3in", 216), ("240pt", 240), ("1920px", 960),
    ("1920", 960),
  ])
  func lengthsHaveUnits(_ text: String, _ points: Double) throws {
    let canvas = try Canvas(decoding: node("{width: \(text), height: 100pt}"))
    #expect(isClose(canvas.size.width, points, within: 1e-11))
    #expect(canvas.size.height == 100)
  }

  @Test func canvasesHaveNames() throws {
    #expect(try Canvas(decoding: node("slide")) == .slide)
    #expect(try Canvas(decoding: node("square")) == .square)
    #expect(try Canvas(decoding: node("column")) == .column)
  }

  @Test(arguments: ["{width: 10pt, height: 100pt}", "{width: 1e9, height: 90}", "{width: nan, height: 90}"])
  func uselessSizesAreRefused(_ text: String) throws {
    let node = try node(text)
    #expect(throws: Diagnostic.self) { try Canvas(decoding: node) }
  }

  private func node(_ text: String) throws -> Node { try parseYAML(Array(text.utf8), file: "test.yaml") }
}
