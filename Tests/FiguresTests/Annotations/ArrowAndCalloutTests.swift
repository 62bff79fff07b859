import Diagnostics
import Drawing
import Geometry
import MathCore
import TestSupport
import Testing

@testable import Figures

@Suite struct ArrowAndCalloutTests {
  private func scene(_ mark: String) throws -> DrawnScene {
    try DrawnScene(
      """
      axes: {units: equal, x: {domain: [-4, 4]}, y: {domain: [-3, 3]}}
      draw: [{\(mark)}]
      """)
  }

  @Test("An arrow's tip touches its end, however it bends", arguments: [0, 0.3, -0.3, 1])
  func tip(bend: Double) throws {
    let scene = try scene("arrow: [[-2, -1], [2, 1]], role: data, bend: \(bend)")
    let head = try #require(scene.fills(.data).first?.polylines.first)
    let shaft = try #require(scene.strokes(.data).first?.polylines.first)
    #expect(head[0].distance(to: scene.place(2, 1)) < 1e-9)
    #expect(shaft[0].distance(to: scene.place(-2, -1)) < 1e-9)
    // The shaft ends within the head.
    let end = try #require(shaft.last)
    let base = head[1].interpolated(to: head[3], 0.5)
    #expect((head[0] - end).length < (head[0] - base).length)
    #expect((head[0] - end).length > 0.5 * (head[0] - base).length)
  }

  @Test("The middle of a bent arrow stands off to the left of the way", arguments: [0.25, -0.5])
  func bend(bend: Double) {
    let arrow = BentArrow(from: Point(x: 0, y: 0), to: Point(x: 100, y: 0), bend: bend)
    #expect(arrow.middle.distance(to: Point(x: 50, y: -100 * bend)) < 1e-9)
  }

  @Test(
    "Words along an arrow have its angle, stand above it and are never upside down",
    arguments: [(2.0, 1.0), (2, -1), (-2, 1), (-2, -1), (0, 2), (0, -2), (2, 0), (-2, 0)])
  func along(x: Double, y: Double) throws {
    let scene = try scene("arrow: [[0, 0], [\(x), \(y)]], label: abc, role: data")
    let words = try #require(scene.shapes.first { $0.label == "abc" && $0.fill != nil }?.path.points)
    // The corners of the ink: top left, top right, bottom right, bottom left.
    let reading = (words[1] - words[0]).normalized
    let way = (scene.place(x, y) - scene.place(0, 0)).normalized
    #expect(abs(reading.cross(way)) < 1e-9)
    #expect(reading.x > 1e-9 || (abs(reading.x) < 1e-9 && reading.y < 0))
    let foot = words[2].interpolated(to: words[3], 0.5)
    let top = words[0].interpolated(to: words[1], 0.5)
    let middle = scene.place(0, 0).interpolated(to: scene.place(x, y), 0.5)
    #expect(abs((foot - middle).dot(reading)) < 1e-6)
    let gap = (foot - middle).length
    #expect(3...10 ~= gap && (top - middle).length > gap)
    // Above, and to the left of an upright arrow.
    #expect(abs(x) > 0 ? foot.y < middle.y : foot.x < middle.x)
  }

  @Test("Words longer than their arrow stand level beside it")
  func level() throws {
    let scene = try scene("arrow: [[0, 0], [0.3, 0.3]], label: much too long for it, role: data")
    let words = try #require(scene.shapes.first { $0.label != nil && $0.fill != nil }?.path.points)
    #expect(words[0].y == words[1].y)
  }

  @Test("A vector may have its name along it")
  func vector() throws {
    let scene = try scene("vector: [2, 1], label: abc, along: true, role: data")
    let words = try #require(scene.shapes.first { $0.label == "abc" && $0.fill != nil }?.path.points)
    let way = scene.place(2, 1) - scene.place(0, 0)
    #expect(abs((words[1] - words[0]).normalized.cross(way.normalized)) < 1e-9)
  }

  @Test("A callout stands away from its place, and its leader ends just before it")
  func callout() throws {
    let scene = try scene("callout: look at this, at: [1, 1], role: data")
    let box = try #require(scene.boxes(of: "look at this").first)
    let target = scene.place(1, 1)
    #expect(!box.outset(by: 10).contains(target))
    let leader = try #require(scene.strokes(.data).first?.polylines.first)
    #expect(leader.count == 2)
    #expect(3...9 ~= leader[1].distance(to: target))
    #expect(box.outset(by: 6).contains(leader[0]) && !box.contains(leader[0]))
    // It points at the place.
    #expect(abs((leader[1] - leader[0]).normalized.cross((target - leader[0]).normalized)) < 1e-9)
  }

  @Test("A callout stands where the scene puts it, or on the side that it names")
  func placed() throws {
    let there = try scene("callout: here, at: [1, 1], to: [-2, 2]")
    let center = try #require(there.boxes(of: "here").first).center
    #expect(center.distance(to: there.place(-2, 2)) < 1e-6)
    for side in LabelRequest.sides.names {
      let scene = try scene("callout: here, at: [0, 0], side: \(side)")
      let box = try #require(scene.boxes(of: "here").first)
      let target = scene.place(0, 0)
      #expect(side.contains("right") == (box.minX > target.x), "\(side)")
      #expect(side.contains("above") == (box.maxY < target.y), "\(side)")
    }
  }

  @Test("A long remark is broken into lines of like length")
  func wraps() throws {
    let words = "the walk ends here because the gradient is zero in the middle of the valley"
    let scene = try scene("callout: \(words), at: [0, 0]")
    let box = try #require(scene.boxes(of: words).first)
    #expect(box.width <= 13 * 15 && box.height > 2 * 15)
    let narrow = try #require(
      try self.scene("callout: \(words), at: [0, 0], wrap: 90").boxes(of: words).first)
    #expect(narrow.width <= 90)
  }

  @Test("A callout whose place is far off the page is told")
  func unseen() throws {
    let scene = try scene("callout: far, at: [1e308, 1]")
    #expect(scene.warnings.contains { $0.message == "callout: it lies outside of what the axes show" })
  }

  @Test(
    "What lies beyond an edge of the page is told, and its label with it",
    arguments: [
      "callout: far, at: [100, 200]", "arrow: [[100, 100], [200, 200]], label: far",
      "brace: [[-100, 0], [-200, 1]], label: far",
    ])
  func beyond(mark: String) throws {
    let scene = try DrawnScene(
      "axes: {x: {domain: [0, 1]}, y: {domain: [0, 1]}}\ndraw: [{\(mark)}, {curve: x}]")
    let name = mark.prefix { $0 != ":" }
    #expect(scene.warnings.map(\.message) == ["\(name): it lies outside of what the axes show"])
  }
}
