import Diagnostics
import Drawing
import Geometry
import MathCore
import TestSupport
import Testing

@testable import Figures

@Suite struct BraceTests {
  /// Over eight directions; the side to which the tip points, on the page with y downwards.
  static let directions: [(end: (Double, Double), side: String?, tip: Vector)] = {
    let d = 0.5.squareRoot()
    return [
      ((1, 0), nil, Vector(x: 0, y: -1)), ((1, 1), nil, Vector(x: -d, y: -d)),
      ((0, 1), nil, Vector(x: -1, y: 0)), ((-1, 1), nil, Vector(x: d, y: -d)),
      ((-1, 0), "below", Vector(x: 0, y: 1)), ((-1, -1), "right", Vector(x: d, y: d)),
      ((0, -1), "right", Vector(x: 1, y: 0)), ((1, -1), "left", Vector(x: -d, y: d)),
    ]
  }()

  private func scene(_ end: (Double, Double), _ options: String) throws -> DrawnScene {
    try DrawnScene(
      """
      axes: {units: equal, x: {domain: [-2, 2]}, y: {domain: [-2, 2]}}
      draw: [{brace: [[0, 0], [\(end.0), \(end.1)]], role: data, gap: 5, depth: 12, \(options)}]
      """)
  }

  @Test(
    "The tip lies over the middle, as far off as the scene says", arguments: ["brace", "parenthesis"], 0..<8)
  func tip(style: String, direction: Int) throws {
    let (end, side, toward) = Self.directions[direction]
    let scene = try scene(end, "style: \(style)" + (side.map { ", side: \($0)" } ?? ""))
    let outline = try #require(scene.fills(.data).first?.polylines.first)
    let (start, last) = (scene.place(0, 0), scene.place(end.0, end.1))
    let middle = start.interpolated(to: last, 0.5)
    let tip = try #require(outline.max { ($0 - start).dot(toward) < ($1 - start).dot(toward) })
    #expect(tip.distance(to: middle + toward * 17) < 1e-9)
    // The ends stand off the points by the gap; their pen is less than a point wide.
    for point in [start, last] {
      #expect(outline.contains { $0.distance(to: point + toward * 5) < 0.5 })
    }
    #expect(outline.allSatisfy { ($0 - start).dot(toward) > 4.4 })
  }

  @Test("Arms are as wide as the scene says, ends and tip thinner", arguments: [1.0, 2.5])
  func width(factor: Double) throws {
    let scene = try scene((1, 0), "width: \(factor)")
    let outline = try #require(scene.fills(.data).first?.polylines.first)
    let base = scene.place(0, 0).y - 5
    // Where arms are straight, the outer edge and the inner one lie around half of the depth.
    let heights = outline.map { ((base - $0.y) * 1e6).rounded() / 1e6 }
    let arms = Set(heights.filter { height in heights.count { $0 == height } == 4 }).sorted()
    #expect(arms.count == 2)
    #expect(isClose(arms[1] - arms[0], 1.5 * factor, within: 1e-6))
    #expect(isClose((arms[1] + arms[0]) / 2, 6, within: 1e-6))
  }

  @Test("A bracket is three straight lines, its long side at the depth")
  func bracket() throws {
    let scene = try scene((1, 0), "style: bracket")
    let outline = try #require(scene.fills(.data).first)
    #expect(outline.path.verbs.filter { $0 == .curve }.isEmpty)
    let box = try #require(outline.path.controlBox)
    let (start, end) = (scene.place(0, 0), scene.place(1, 0))
    #expect(isClose(box.minY, start.y - 17, within: 1e-9) && isClose(box.maxY, start.y - 5, within: 1e-9))
    #expect(abs(box.minX - start.x) < 1 && abs(box.maxX - end.x) < 1)
  }

  @Test("The label stands beyond the tip, over its middle", arguments: 0..<8)
  func label(direction: Int) throws {
    let (end, side, toward) = Self.directions[direction]
    let scene = try scene(end, "label: here" + (side.map { ", side: \($0)" } ?? ""))
    let box = try #require(scene.boxes(of: "here").first)
    let tip = scene.place(0, 0).interpolated(to: scene.place(end.0, end.1), 0.5) + toward * 17
    let way = box.center - tip
    #expect(abs(way.cross(toward)) < 1e-6)
    let reach = (abs(toward.x) * box.width + abs(toward.y) * box.height) / 2
    #expect(2...8 ~= way.dot(toward) - reach)
    #expect(scene.warnings.isEmpty)
  }

  @Test("A short brace is narrower, never torn", arguments: [0.02, 0.1, 0.3])
  func short(length: Double) throws {
    let scene = try scene((length, 0), "")
    let outline = try #require(scene.fills(.data).first?.path.controlBox)
    #expect(outline.minX > scene.place(0, 0).x - 1 && outline.maxX < scene.place(length, 0).x + 1)
  }

  @Test("What lies far off the page is told")
  func unseen() throws {
    let scene = try DrawnScene(
      """
      axes: {x: {domain: [0, 1]}, y: {domain: [0, 1]}}
      draw: [{brace: [[0, 0], [1e308, 1]], role: data, label: far}, {curve: x}]
      """)
    #expect(scene.fills(.data).isEmpty)
    #expect(scene.warnings.map(\.message) == ["brace: it lies outside of what the axes show"])
    #expect(scene.warnings.first?.at?.line == 2)
  }
}
