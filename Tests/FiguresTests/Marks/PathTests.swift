import Diagnostics
import Geometry
import Glibc
import TestSupport
import Testing

@testable import Figures

@Suite struct PathTests {
  /// Forty steps on the loss, its gradient written by hand.
  private static let walk: [(Double, Double)] = {
    var points = [(-1.8, 2.0)]
    for _ in 0..<40 {
      let (x, y) = points[points.count - 1]
      let height = y - x * x / 2
      let slope = (-2 * (1 - x) - 8 * height * x + 0.9 * cos(3 * x), 8 * height)
      points.append((x - 0.03 * slope.0, y - 0.03 * slope.1))
    }
    return points
  }()

  private func scene() throws -> DrawnScene {
    try DrawnScene(
      """
      let:
        L(w1, w2): (1 - w1)^2 + 4*(w2 - w1^2/2)^2 + 0.3*sin(3*w1)
        walk: descend(L, from=[-1.8, 2], with=sgd(rate=0.03), steps=40)
      axes: {x: {domain: [-2.5, 2.5]}, y: {domain: [-1.5, 2.5]}}
      draw: [{path: walk.points, marker: dot}]
      """)
  }

  @Test func itsCornersAreTheStepsOfTheWalk() throws {
    let scene = try scene()
    let line = try #require(scene.strokes(.weight).first?.polylines.first)
    #expect(line.count == Self.walk.count)
    for (corner, point) in zip(line, Self.walk) {
      #expect(corner.distance(to: scene.place(point.0, point.1)) < 1e-6)
    }
  }

  @Test func aDotStandsAtEachStep() throws {
    let scene = try scene()
    let dots = try #require(scene.fills(.weight).first).polylines
    #expect(dots.count == Self.walk.count)
    for (dot, point) in zip(dots, Self.walk) {
      let center = try #require(Rect(around: dot)).center
      #expect(center.distance(to: scene.place(point.0, point.1)) < 1e-6)
    }
  }

  @Test func undefinedPointsBreakThePath() throws {
    let scene = try DrawnScene(
      """
      axes: {x: {domain: [0, 5]}, y: {domain: [0, 5]}}
      draw: [{path: '[[0, 0], [1, 1], [0/0, 2], [3, 3], [4, 4]]', marker: dot}]
      """)
    let lines = try #require(scene.strokes(.weight).first).polylines
    #expect(lines.map(\.count) == [2, 2])
    #expect(scene.fills(.weight).first?.polylines.count == 4)
  }

  @Test func withoutADomainItShowsAllOfIt() throws {
    let scene = try DrawnScene("draw: [{path: '[[3, 10], [5, 14], [4, 30]]'}]")
    let line = try #require(scene.strokes(.weight).first?.polylines.first)
    #expect(line.allSatisfy { scene.frame.inset(by: 5).contains($0) })
  }

  @Test(arguments: [("dot", 1), ("ring", 1), ("star", 1), ("none", 0)])
  func aPointStandsAtItsCoordinates(_ marker: String, _ count: Int) throws {
    let scene = try DrawnScene(
      """
      axes: {x: {domain: [-2, 2]}, y: {domain: [-1, 1]}}
      draw: [{point: '[0.5, -0.25]', marker: \(marker), label: here}]
      """)
    let marks = marker == "ring" ? scene.strokes(.weight) : scene.fills(.weight)
    #expect(marks.count == count)
    if let box = marks.first?.path.controlBox {
      // A star's points do not reach equally far; its middle is that of its width.
      let target = scene.place(0.5, -0.25)
      #expect(abs(box.midX - target.x) < 1e-6)
      #expect(abs(box.midY - target.y) < (marker == "star" ? 3 : 1e-6))
      #expect(box.contains(target))
    }
    let label = try #require(scene.boxes(of: "here").first)
    #expect(!label.contains(scene.place(0.5, -0.25)))
    #expect(label.outset(by: 30).contains(scene.place(0.5, -0.25)))
  }

  @Test(arguments: LabelRequest.sides.names)
  func aLabelStandsOnTheSideThatTheSceneNames(_ side: String) throws {
    let scene = try DrawnScene(
      """
      axes: {x: {domain: [-2, 2]}, y: {domain: [-1, 1]}}
      draw: [{point: '[0, 0]', label: here, side: \(side)}]
      """)
    let box = try #require(scene.boxes(of: "here").first)
    let target = scene.place(0, 0)
    #expect(side.contains("right") == (box.minX > target.x))
    #expect(side.contains("left") == (box.maxX < target.x))
    #expect(side.contains("above") == (box.maxY < target.y))
    #expect(side.contains("below") == (box.minY > target.y))
  }

  @Test func aPointOutsideTheDomainIsNotDrawn() throws {
    let scene = try DrawnScene(
      """
      axes: {x: {domain: [-2, 2]}, y: {domain: [-1, 1]}}
      draw: [{point: '[7, 0]'}, {point: '[0/0, 0]'}]
      """)
    #expect(scene.fills(.weight).isEmpty)
  }
}
