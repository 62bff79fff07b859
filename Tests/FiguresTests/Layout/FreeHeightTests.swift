import Drawing
import Geometry
import TestSupport
import Testing

@testable import Figures

/// Pages whose scene gives a width only: they are as high as what stands on them asks.
@Suite struct FreeHeightTests {
  private static let words = Array(repeating: "some words", count: 30).joined(separator: " ")
  private static let column = Canvas.column.size

  /// A lone curve has the usual page, and a page with a height keeps it.
  @Test func littleTakesTheUsualHeight() throws {
    #expect(try DrawnScene("canvas: column\ndraw: [{curve: sin}]").list.size == Self.column)
    #expect(isClose(Self.column.width, 85 * 72 / 25.4, within: 1e-12))
    #expect(isClose(Self.column.height, 60 * 72 / 25.4, within: 1e-12))
    let fixed = try DrawnScene(
      "canvas: {width: 85mm, height: 60mm}\ncaption: \(Self.words)\ndraw: [{curve: sin}]")
    #expect(isClose(fixed.list.size.height, Self.column.height, within: 1e-12))
  }

  /// What needs more gets it, up to half as much again as the width, with type of the usual size.
  @Test(arguments: [
    "caption: \(words)\ndraw: [{curve: sin}]",
    "layout: column\npanels: [{draw: [{curve: sin}]}, {draw: [{curve: cos}]}, {draw: [{curve: x^2}]}]",
    "code: |\n  a = 1\n  b = 2\n  c = 3\n  d = 4\n  e = 5\n  f = 6\n  g = 7\ndraw: [{curve: sin}]",
    "panels: [{text: \(words)}, {text: \(words)}, {code: 'a_long_name = another_name'}]",
  ])
  func muchTakesMore(_ scene: String) throws {
    let drawn = try DrawnScene("canvas: {width: 85mm}\n" + scene)
    let size = drawn.list.size
    #expect(size.width == Self.column.width)
    #expect(size.height > Self.column.height + 10 && size.height <= 1.5 * size.width)
    #expect(drawn.warnings.isEmpty)
    // 7 lines of labels for each frame of several, 12 for a lone one.
    let least = Canvas.column.type.label * (drawn.panels.count > 1 ? 7 : 12)
    for panel in drawn.panels { #expect(panel.panel.frame.height >= least) }
    for text in drawn.texts {
      #expect(Rect(x: 0, y: 0, width: size.width, height: size.height).contains(text.box))
    }
    // No more than one step higher than needed: no large part of the page stays free.
    let bottom = (drawn.panels.map(\.box.maxY) + drawn.texts.map(\.box.maxY)).max() ?? 0
    #expect(size.height - bottom < 0.15 * size.height)
  }

  /// The labels of axes above each other begin on one line, whatever their ticks are called.
  @Test func labelsOfAxesLineUp() throws {
    let panels = ["x/9", "1000*x", "x"].map {
      "{draw: [{curve: \($0)}], axes: {y: {label: 'label \($0.count)'}}}"
    }
    let scene = try DrawnScene("layout: column\npanels: [\(panels.joined(separator: ", "))]")
    let edges = try ["x/9", "1000*x", "x"].map {
      try #require(scene.boxes(of: "label \($0.count)").first).minX
    }
    for edge in edges { #expect(abs(edge - edges[0]) < scene.pixel) }
    for (edge, panel) in zip(edges, scene.panels) { #expect(edge < panel.panel.frame.minX) }
  }
}
