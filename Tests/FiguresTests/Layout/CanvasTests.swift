import Diagnostics
import Geometry
import Glibc
import SceneFiles
import TestSupport
import Testing

@testable import Figures

@Suite struct CanvasTests {
  /// The edges of a stroke of whole pixels fall between pixels.
  @Test(arguments: [Canvas.slide, .square, .column, .page], [1, 2, 3, 4])
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
    #expect(canvas.type.label * canvas.pixelsPerPoint >= 30)
    #expect(canvas.type.title * canvas.pixelsPerPoint >= 44)
  }

  /// The smallest type of each canvas: 22 pixels of a slide's 1080, and 8 pt on paper.
  @Test(arguments: [("slide", 11.0), ("square", 11), ("column", 8), ("page", 8)])
  func nothingIsSmallerThanItsCanvasAllows(_ name: String, _ points: Double) throws {
    let type = try canvases.entry(named: name, at: nil).type
    #expect(type.small >= points)
    let sizes = [type.small, type.tick, type.label, type.formula, type.title]
    #expect(zip(sizes, sizes.dropFirst()).allSatisfy { $0 <= $1 || $0 == type.formula })
  }

  /// From a stamp to a poster: no size jumps or shrinks as the page grows, and lines grow with the type.
  @Test(arguments: [1, 16.0 / 9, 0.5])
  func sizesGrowSmoothlyWithThePage(_ aspect: Double) {
    var last: Canvas?
    for step in 0...600 {
      let height = 40 * Double(step).exponential
      let canvas = Canvas(size: Size(width: height * aspect, height: height))
      defer { last = canvas }
      guard let last else { continue }
      for (size, before) in zip(canvas.measures, last.measures) {
        #expect(size >= before - 1e-12)
        #expect(size <= before * 1.03)
      }
    }
  }

  /// A slide of twice the size is a slide, seen from twice as far away.
  @Test func postersAreLargeSlides() {
    let poster = Canvas(size: Size(width: 1920, height: 1080))
    for (size, slide) in zip(poster.measures, Canvas.slide.measures) {
      #expect(isClose(size, 2 * slide, within: 1e-12))
    }
  }

  /// A size that the scene gives in points is for its own canvas, and changes with another one's type.
  @Test func sizesOfTheSceneFollowTheCanvas() throws {
    let scene = try Scene(
      decoding: sceneNode(
        "axes: {x: {domain: [0, 1]}, y: {domain: [0, 1]}}\ndraw: [{text: aa, at: [0.5, 0.5], size: 30}]"))
    func height(_ canvas: Canvas?) throws -> Double? {
      let list = try scene.drawn(with: FixedWidthTypesetter(), options: SceneOptions(canvas: canvas)).list
      return list.shapes.last { $0.label == "aa" && $0.fill != nil }?.box?.height
    }
    #expect(try height(nil) == 30)
    #expect(try height(.slide) == 30)
    #expect(isClose(try height(.column) ?? 0, 30 * 8.5 / 15, within: 1e-12))
  }

  /// Paper lies at arm's length: its type stops growing with a slide's.
  @Test func largePaperKeepsItsType() throws {
    let sheet = try Canvas(decoding: node("{width: 2820pt, height: 1780pt}"))
    #expect(sheet.type == Canvas.slide.type && sheet.lines == Canvas.slide.lines)
    let screen = try Canvas(decoding: node("{width: 3840px, height: 2160px}"))
    #expect(isClose(screen.type.label, 2 * Canvas.slide.type.label, within: 1e-12))
    #expect(screen.size.width * screen.pixelsPerPoint == 3840)
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
    #expect(try Canvas(decoding: node("page")) == .page)
  }

  @Test(arguments: ["{width: 10pt, height: 100pt}", "{width: 1e9, height: 90}", "{width: nan, height: 90}"])
  func uselessSizesAreRefused(_ text: String) throws {
    let node = try node(text)
    #expect(throws: Diagnostic.self) { try Canvas(decoding: node) }
  }

  private func node(_ text: String) throws -> Node { try parseYAML(Array(text.utf8), file: "test.yaml") }
}

extension Canvas {
  /// Every size that comes from the page's.
  fileprivate var measures: [Double] {
    [
      margin, type.title, type.formula, type.label, type.tick, type.small, lines.hairline, lines.thin,
      lines.regular, lines.bold,
    ]
  }
}

extension Double {
  /// 1 % more for each step.
  fileprivate var exponential: Double { pow(1.01, self) }
}
