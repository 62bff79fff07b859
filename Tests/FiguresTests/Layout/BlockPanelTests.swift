import Diagnostics
import Drawing
import Geometry
import TestSupport
import Testing

@testable import Figures

/// Panels of words, formulas and code.
@Suite struct BlockPanelTests {
  private func page(_ scene: DrawnScene) -> Rect {
    Rect(minX: 0, minY: 0, maxX: scene.canvas.size.width, maxY: scene.canvas.size.height)
      .inset(by: scene.canvas.margin)
  }

  private func text(_ scene: DrawnScene, _ source: String) throws -> (box: Rect, block: TextBlock) {
    let text = try #require(scene.texts.first { $0.block.source == source })
    return (
      text.block.extent.translated(by: Vector(x: text.origin.x, y: text.origin.y)), text.block
    )
  }

  /// In every mixture: all on the page, nothing on top of anything else.
  @Test(arguments: ["row", "column"], ["slide", "square", "column"])
  func nothingOverlaps(_ layout: String, _ canvas: String) throws {
    let parts = [
      "{text: 'some words that go on and on', title: words}", "{equation: 'a + b = c'}",
      "{code: 'x = 1'}", "{draw: [{curve: sin}], title: plot}",
    ]
    // Four panels under one another are more than a page of 60 mm can hold.
    for mask in 1..<(canvas == "column" && layout == "column" ? 15 : 16) {
      let panels = parts.enumerated().filter { mask >> $0.offset & 1 == 1 }.map { "  - \($0.element)" }
      let scene = try DrawnScene(
        "title: head\ncanvas: \(canvas)\nlayout: \(layout)\npanels:\n" + panels.joined(separator: "\n"))
      let boxes =
        scene.texts.map { $0.block.extent.translated(by: Vector(x: $0.origin.x, y: $0.origin.y)) }
        + scene.panels.map(\.box)
      for (index, box) in boxes.enumerated() {
        let isOnPage =
          page(scene).outset(by: 1).contains(Point(x: box.minX, y: box.minY))
          && page(scene).outset(by: 1).contains(Point(x: box.maxX, y: box.maxY))
        #expect(isOnPage, "\(mask): \(box)")
        for other in boxes[..<index] { #expect(!box.inset(by: 0.01).intersects(other), "\(mask)") }
      }
    }
  }

  @Test func contentIsAsLargeAsItFits() throws {
    let most = Canvas.slide.type.formula * 2
    #expect(try text(try DrawnScene("equation: x"), "$$x$$").block.width == most / 2)
    let long = String(repeating: "x", count: 100)
    let scene = try DrawnScene("equation: \(long)")
    #expect(isClose(try text(scene, "$$\(long)$$").box.width, page(scene).width, within: 1e-9))
  }

  @Test func sizesAreKept() throws {
    #expect(try text(try DrawnScene("equation: x\nsize: 100"), "$$x$$").block.width == 50)
    #expect(try text(try DrawnScene("code: xx\nsize: 30"), "xx").block.width == 30)
    #expect(try text(try DrawnScene("text: xx\nsize: 30"), "xx").block.width == 30)
  }

  @Test(arguments: [
    ("x", "$$x$$"), ("$x$", "$$x$$"), (" $x$ ", "$$x$$"), ("a $x$", "a $x$"), ("$a$ and $b$", "$a$ and $b$"),
    ("'$$x$$'", "$$x$$"), (#"x \text{if $x$}"#, #"$$x \text{if $x$}$$"#),
    (#"'$a \text{ of $b$}$'"#, #"$$a \text{ of $b$}$$"#),
    (#"'\{ $x$'"#, #"\{ $x$"#),
  ])
  func equationsAreDisplayed(_ written: String, _ source: String) throws {
    _ = try text(try DrawnScene("equation: \(written)"), source)
  }

  @Test func wordsAreBrokenToThePanel() throws {
    let words = Array(repeating: "word", count: 60).joined(separator: " ")
    let scene = try DrawnScene("layout: row\npanels: [{text: \(words)}, {equation: x}]")
    let box = try text(scene, words).box
    #expect(box.width < page(scene).width * 0.9)
    #expect(try box.maxX < text(scene, "$$x$$").box.minX)
    // Words that are too many for the size are set smaller.
    let many = Array(repeating: "word", count: 600).joined(separator: " ")
    #expect(try text(try DrawnScene("text: \(many)"), many).box.height <= page(scene).height)
  }

  @Test func whatDoesNotFitIsSaid() throws {
    let small = try DrawnScene("code: '\(String(repeating: "x", count: 400))'")
    #expect(
      small.warnings.map(\.message) == ["code is set at 5 pt to fit, too small to be read"])
    let large = try DrawnScene("equation: xxxxxxxxxxxxxxx\nsize: 200")
    #expect(
      large.warnings.map(\.message) == ["the panel is too small: it needs 1500 × 200 pt and has 908 × 488 pt"]
    )
    #expect(large.warnings.allSatisfy { $0.severity == .warning && $0.at != nil })
  }

  /// Beside a plot, words stand at the height of its middle.
  @Test func wordsStandBesideThePlot() throws {
    for order in ["{equation: x}, {draw: [{curve: sin}]}", "{draw: [{curve: sin}]}, {equation: x}"] {
      let scene = try DrawnScene("panels: [\(order)]")
      let box = try text(scene, "$$x$$").box
      #expect(isClose(box.midY, scene.frame.midY, within: 1e-9))
      #expect((box.maxX < scene.panels[0].box.minX) == order.hasPrefix("{e"))
    }
  }

  @Test func marksOfWordsStandAtTheirPoint() throws {
    let scene = try DrawnScene(
      """
      axes: {x: {domain: [0, 10]}, y: {domain: [0, 10]}}
      draw:
        - equation: $x$
          at: [2, 5]
          size: 40
        - code: {source: abcd, highlight: 1}
          at: [7, 5]
          size: 20
      """)
    for (source, x, width) in [("$$x$$", 2.0, 20.0), ("abcd", 7, 40)] {
      let box = try #require(scene.boxes(of: source).first)
      #expect(isClose(box.midX, scene.place(x, 5).x, within: 1e-9))
      #expect(isClose(box.midY, scene.place(x, 5).y, within: 1e-9))
      #expect(isClose(box.width, width, within: 1e-9))
    }
  }
}
