import Drawing
import Geometry
import TestSupport
import Testing

@testable import Figures

@Suite struct BarsTests {
  private func scene(_ values: String, _ options: String = "") throws -> DrawnScene {
    try DrawnScene("draw: [{bars: '\(values)'\(options)}]")
  }

  private func bars(in scene: DrawnScene) throws -> [Rect] {
    try scene.fills(.probability).map { try #require($0.path.controlBox) }
  }

  @Test(arguments: [
    [2.0, 1.0, 0.1], [0.659, 0.242, 0.099], [3, -2, 0.5, -0.25], [1e-12, 3e-12], [-1e9, -4e9],
  ])
  func heightsAreInProportion(_ values: [Double]) throws {
    let scene = try scene("\(values)")
    let bars = try bars(in: scene)
    #expect(bars.count == values.count)
    let unit = scene.place(0, 0).y - scene.place(0, 1).y
    for (bar, value) in zip(bars, values) {
      // The line on which they stand falls between pixels.
      #expect(abs(bar.height - abs(value) * unit) <= 0.5 * scene.pixel + 1e-9)
      let base = scene.place(0, 0).y
      #expect(abs((value < 0 ? bar.minY : bar.maxY) - base) <= 0.5 * scene.pixel + 1e-9)
    }
    // One width, no overlaps, all inside.
    #expect(zip(bars, bars.dropFirst()).allSatisfy { $0.maxX < $1.minX })
    #expect(bars.allSatisfy { abs($0.width - bars[0].width) <= scene.pixel + 1e-9 })
    #expect(bars.allSatisfy { scene.frame.outset(by: 0.5).contains($0) })
  }

  @Test func valuesStandAtTheEndsOfTheirBars() throws {
    let scene = try scene("[2, 1, -1.5]", ", values: .2f, names: [cat, dog, bird]")
    let bars = try bars(in: scene)
    for (bar, value) in zip(bars, ["2.00", "1.00", "−1.50"]) {
      let label = try #require(scene.boxes(of: value).first, "\(value)")
      #expect(abs(label.midX - bar.midX) < 1e-6)
      #expect(value.hasPrefix("−") ? label.minY > bar.maxY : label.maxY < bar.minY)
    }
    for (bar, name) in zip(bars, ["cat", "dog", "bird"]) {
      let label = try #require(scene.boxes(of: name).first)
      #expect(abs(label.midX - bar.midX) < 1)
      #expect(label.minY >= scene.frame.maxY)
    }
  }

  @Test func anUndefinedValueHasNoBar() throws {
    let scene = try scene("[1, 0/0, 2, 1/0]", ", values: .1f")
    #expect(try bars(in: scene).count == 2)
    #expect(scene.warnings.isEmpty)
  }

  @Test func barsMayHaveColorsOfTheirOwn() throws {
    let scene = try scene("[1, 2, 3]", ", colors: [weight, '#102030']")
    #expect(scene.fills(.weight).count == 2)
    #expect(scene.shapes.count { $0.fill == Color(rgb: 0x102030) && $0.label == nil } == 1)
  }

  /// Axes start at zero, so that areas tell the truth.
  @Test func theAxisIncludesZero() throws {
    let up = try scene("[5, 6, 7]").panels[0].panel.y.domain
    #expect(up.lowerBound == 0 && up.upperBound > 7)
    let down = try scene("[-5, -6]").panels[0].panel.y.domain
    #expect(down.upperBound == 0 && down.lowerBound < -6)
  }
}
