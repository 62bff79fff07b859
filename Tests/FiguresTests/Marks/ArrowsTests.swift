import Geometry
import Glibc
import MathCore
import TestSupport
import Testing

@testable import Figures

@Suite struct ArrowsTests {
  private struct Drawn {
    var start: Point
    var tip: Point
    var center: Point { start.interpolated(to: tip, 0.5) }
    var along: Vector { tip - start }
  }

  private func arrows(in scene: DrawnScene) throws -> [Drawn] {
    let shafts = try #require(scene.strokes(.gradient).first).polylines
    let heads = try #require(scene.fills(.gradient).first).polylines
    #expect(shafts.count == heads.count)
    return zip(shafts, heads).map { Drawn(start: $0[0], tip: $1[0]) }
  }

  private func scene(_ options: String, units: String = "equal", canvas: String = "slide") throws
    -> DrawnScene
  {
    try DrawnScene(
      """
      canvas: \(canvas)
      let:
        f(x, y): 1.5*exp(-((x + 1.3)^2 + (y - 0.3)^2)) + exp(-((x - 1.2)^2 + (y + 0.4)^2)/1.3)
      axes: {units: \(units), x: {domain: [-3.2, 3.2]}, y: {domain: [-2.2, 2.2]}}
      draw: [{arrows: grad(f), \(options)}]
      """)
  }

  /// The gradient of the scene's two hills, by hand.
  private func gradient(_ x: Double, _ y: Double) -> Vector {
    let one = 1.5 * exp(-((x + 1.3) * (x + 1.3) + (y - 0.3) * (y - 0.3)))
    let two = exp(-((x - 1.2) * (x - 1.2) + (y + 0.4) * (y + 0.4)) / 1.3)
    return Vector(
      x: -2 * (x + 1.3) * one - 2 / 1.3 * (x - 1.2) * two,
      y: -2 * (y - 0.3) * one - 2 / 1.3 * (y + 0.4) * two)
  }

  @Test(arguments: ["slide", "column"])
  func pointUphillAcrossTheLevelLines(_ canvas: String) throws {
    let scene = try scene("grid: [21, 14]", canvas: canvas)
    let arrows = try arrows(in: scene)
    #expect(arrows.count > 150)
    for arrow in arrows {
      let place = scene.data(at: arrow.center)
      let exact = gradient(place.x, place.y)
      // The page's y points down.
      let drawn = Vector(x: arrow.along.x, y: -arrow.along.y).normalized
      #expect(drawn.dot(exact.normalized) > 1 - 1e-9)
      // The level line runs at right angles to the gradient: on the page, too.
      let level = Vector(x: exact.y, y: exact.x).normalized
      #expect(abs(arrow.along.normalized.dot(level)) < 1e-5)
    }
  }

  /// Under unequal units an arrow shows where a small step along the gradient leads on the page.
  @Test func followTheAxesWhenUnitsDiffer() throws {
    let scene = try scene("grid: [9, 9]", units: "free")
    for arrow in try arrows(in: scene) {
      let place = scene.data(at: arrow.center)
      let exact = gradient(place.x, place.y)
      let step =
        scene.place(place.x + exact.x * 1e-3, place.y + exact.y * 1e-3) - scene.place(place.x, place.y)
      #expect(arrow.along.normalized.dot(step.normalized) > 1 - 1e-9)
    }
  }

  @Test(arguments: ["linear", "square-root", "equal"], ["[21, 14]", "[5, 40]", "[1, 1]"])
  func noneIsLongerThanItsCell(_ length: String, _ grid: String) throws {
    let scene = try scene("grid: \(grid), length: \(length)")
    let sizes = grid.split { !$0.isNumber }.compactMap { Double($0) }
    let cell = min(scene.frame.width / sizes[0], scene.frame.height / sizes[1])
    let arrows = try arrows(in: scene)
    let lengths = arrows.map(\.along.length)
    #expect(lengths.allSatisfy { $0 <= cell })
    #expect((lengths.max() ?? 0) > 0.8 * cell)
    // Neighbors never overlap: each stays in the circle inside its own cell.
    #expect(
      arrows.allSatisfy { max($0.tip.distance(to: $0.center), $0.start.distance(to: $0.center)) <= cell / 2 })
  }

  @Test func lengthsFollowTheVectors() throws {
    for (name, power) in [("linear", 1.0), ("square-root", 0.5), ("equal", 0)] {
      let scene = try scene("grid: [21, 14], length: \(name)")
      let ratios = try arrows(in: scene).map { arrow in
        let place = scene.data(at: arrow.center)
        return arrow.along.length / pow(gradient(place.x, place.y).length, power)
      }
      #expect(isClose(ratios.min() ?? 0, ratios.max() ?? 1, within: 1e-6), "\(name)")
    }
  }

  /// R10: how lengths are to be read is said.
  @Test(arguments: ["linear", "square-root", "equal"])
  func theScaleOfLengthsIsSaid(_ length: String) throws {
    let scene = try scene("length: \(length)")
    #expect(scene.shapes.contains { ($0.label ?? "").hasPrefix("arrow") })
  }

  @Test func undefinedVectorsAreLeftOut() throws {
    let scene = try DrawnScene(
      """
      axes: {x: {domain: [-2, 2]}, y: {domain: [-1, 1]}}
      draw: [{arrows: '(x, y) -> [sqrt(x), 1]', grid: [4, 2]}]
      """)
    let arrows = try arrows(in: scene)
    #expect(arrows.count == 4)
    #expect(arrows.allSatisfy { scene.data(at: $0.center).x > 0 })
  }

  @Test func aFieldOfZeroesDrawsNothing() throws {
    let scene = try DrawnScene(
      """
      axes: {x: {domain: [-2, 2]}, y: {domain: [-1, 1]}}
      draw: [{arrows: '(x, y) -> [0*x, 0*y]'}]
      """)
    #expect(scene.fills(.gradient).isEmpty)
  }

  /// Numbers of every size have directions.
  @Test(arguments: ["1e-200", "1e200"])
  func sizeDoesNotMatter(_ factor: String) throws {
    let scene = try DrawnScene(
      """
      axes: {x: {domain: [-2, 2]}, y: {domain: [-2, 2]}}
      draw: [{arrows: '(x, y) -> [\(factor)*x, \(factor)*y]', grid: [8, 8]}]
      """)
    let arrows = try arrows(in: scene)
    #expect(arrows.count >= 60)
    for arrow in arrows {
      let place = scene.data(at: arrow.center)
      #expect(arrow.along.normalized.dot(Vector(x: place.x, y: -place.y).normalized) > 1 - 1e-9)
    }
  }
}
