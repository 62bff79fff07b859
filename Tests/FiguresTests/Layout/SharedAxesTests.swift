import Drawing
import Geometry
import TestSupport
import Testing

@testable import Figures

/// Panels that share scales show one domain, and name its ticks once.
@Suite struct SharedAxesTests {
  private func scene(_ head: String, _ panels: [String]) throws -> DrawnScene {
    try DrawnScene(head + "\npanels:\n" + panels.map { "  - \($0)\n" }.joined())
  }

  static let curves = [
    "{draw: [{points: [[0, 0], [1, 10]]}], axes: {x: {label: time}, y: {label: one}}}",
    "{draw: [{points: [[2, -5], [3, 5]]}], axes: {x: {label: time}, y: {label: two}}}",
    "{draw: [{points: [[-1, 1], [1, 2]]}], axes: {y: {label: three}}}",
  ]

  @Test(arguments: [("x", true, false), ("y", false, true), ("both", true, true)])
  func theyShowTheUnion(_ share: String, _ sharesX: Bool, _ sharesY: Bool) throws {
    let scene = try scene("layout: column\nshare: \(share)", Self.curves)
    let xs = scene.panels.map(\.panel.x.domain)
    let ys = scene.panels.map(\.panel.y.domain)
    #expect((Set(xs).count == 1) == sharesX)
    #expect((Set(ys).count == 1) == sharesY)
    // 7 % of the width are added at both ends, as for one panel.
    if sharesX {
      #expect(isClose(xs[0].lowerBound, -1.28, within: 1e-9) && isClose(xs[0].upperBound, 3.28, within: 1e-9))
    }
  }

  @Test func whatIsSampledFollowsTheOthers() throws {
    let scene = try scene(
      "layout: column\nshare: x",
      ["{draw: [{curve: x^2}]}", "{axes: {x: {domain: [3, 4]}}, draw: [{curve: x}]}"])
    #expect(scene.panels.allSatisfy { $0.panel.x.domain == 3...4 })
    // The parabola is computed over what the second panel says: 9 to 16.
    let y = scene.panels[0].panel.y.domain
    #expect(isClose(y.lowerBound, 9 - 0.07 * 7, within: 1e-9))
    #expect(isClose(y.upperBound, 16 + 0.07 * 7, within: 1e-9))
  }

  @Test func innerPanelsLeaveNamesToTheOuterOnes() throws {
    let scene = try scene("layout: column\nshare: x", Self.curves)
    let labels = scene.boxes(of: "time")
    #expect(labels.count == 1)
    let last = try #require(scene.panels.last?.panel.frame)
    #expect(try #require(labels.first).minY > last.maxY)
    // The name of a tick of x stands below the last frame only; y has its own in every panel.
    #expect(scene.boxes(of: "2.0").filter { $0.minY > last.maxY }.count == 1)
    for frame in scene.panels.map(\.panel.frame).dropLast() {
      let below = scene.shapes.filter { $0.label != nil && $0.fill != nil }.compactMap(\.box).filter {
        $0.minY > frame.maxY && $0.minY < frame.maxY + 12 && $0.minX > frame.minX
      }
      #expect(below.isEmpty)
    }
  }

  @Test func aGridSharesAlongItsLines() throws {
    let four = [Self.curves[0], Self.curves[1], Self.curves[2], "{draw: [{points: [[7, 7], [9, 9]]}]}"]
    let lines = try scene("layout: grid(2)\nshare: {x: columns, y: rows}", four).panels.map(\.panel)
    #expect(lines[0].x.domain == lines[2].x.domain && lines[1].x.domain == lines[3].x.domain)
    #expect(lines[0].x.domain != lines[1].x.domain)
    #expect(lines[0].y.domain == lines[1].y.domain && lines[2].y.domain == lines[3].y.domain)
    #expect(lines[0].y.domain != lines[2].y.domain)
    let all = try scene("layout: grid(2)\nshare: both", four).panels.map(\.panel)
    #expect(Set(all.map(\.x.domain)).count == 1 && Set(all.map(\.y.domain)).count == 1)
  }

  /// In a row, the label of y wanders to the first panel.
  @Test func theOuterPanelTakesTheLabel() throws {
    let scene = try scene(
      "layout: row\nshare: y",
      ["{draw: [{curve: sin}]}", "{draw: [{curve: cos}]}", "{draw: [{curve: sin}], axes: {y: {label: up}}}"])
    let box = try #require(scene.boxes(of: "up").first)
    #expect(scene.boxes(of: "up").count == 1)
    #expect(box.maxX < scene.panels[0].panel.frame.minX)
  }

  /// One label is enough for a grid: it stands below every column.
  @Test func oneLabelServesTheGroup() throws {
    let four =
      ["{draw: [{curve: sin}], axes: {x: {label: time}, y: {label: up}}}"]
      + Array(repeating: "{draw: [{curve: cos}]}", count: 3)
    let scene = try scene("layout: grid(2)\nshare: both", four)
    #expect(scene.boxes(of: "time").count == 2)
    #expect(scene.boxes(of: "up").count == 2)
  }

  @Test func axesThroughTheOriginKeepTheirNames() throws {
    let scene = try scene(
      "layout: column\nshare: x",
      ["{axes: {style: origin}, draw: [{curve: sin}]}", "{axes: {style: origin}, draw: [{curve: cos}]}"])
    #expect(scene.boxes(of: "2").count == 2)
  }

  @Test func bandsAreSharedWithTheSameBands() throws {
    let bars = "{draw: [{bars: [1, 2], names: [a, b]}]}"
    let scene = try scene("layout: column\nshare: x", [bars, bars])
    #expect(scene.boxes(of: "a").count == 1)
  }
}
