import Geometry
import TestSupport
import Testing

@testable import Figures

@Suite struct VectorTests {
  private struct Drawn {
    var tip: Point
    var tail: Point
    var head: [Point]
  }

  /// The only arrow of a role: the tip is the first corner of its head, the tail the first of its shaft.
  private func arrow(_ role: Role, in scene: DrawnScene) throws -> Drawn {
    let head = try #require(scene.fills(role).first?.polylines.first)
    let shaft = try #require(scene.strokes(role).first?.polylines.first)
    return Drawn(tip: head[0], tail: shaft[0], head: head)
  }

  /// R10: a vector is in data units, whatever the page and the axes.
  @Test(arguments: ["slide", "square", "column"], ["equal", "free"])
  func touchesItsCoordinates(_ canvas: String, _ units: String) throws {
    let scene = try DrawnScene(
      """
      canvas: \(canvas)
      let: {a: [1, 2], b: [3, 4]}
      axes: {units: \(units), x: {domain: [-1, 7]}, y: {domain: [-1, 6.5]}}
      draw:
        - {vector: a, role: weight, label: $a$}
        - {vector: b, from: a, role: gradient, label: $b$}
        - {vector: a + b, role: target}
        - {vector: [-0.5, 0.25], from: '[6, 0]', role: loss}
      """)
    for (role, tail, tip) in [
      (Role.weight, (0.0, 0.0), (1.0, 2.0)), (.gradient, (1, 2), (4, 6)), (.target, (0, 0), (4, 6)),
      (.loss, (6, 0), (5.5, 0.25)),
    ] {
      let arrow = try arrow(role, in: scene)
      #expect(arrow.tip.distance(to: scene.place(tip.0, tip.1)) < 0.01)
      #expect(arrow.tail.distance(to: scene.place(tail.0, tail.1)) < 0.01)
    }
    // Tip to tail: where one ends the next starts, and the sum ends where both end.
    let (a, b, sum) = (
      try arrow(.weight, in: scene), try arrow(.gradient, in: scene), try arrow(.target, in: scene)
    )
    #expect(a.tip.distance(to: b.tail) < 1e-9)
    #expect(b.tip.distance(to: sum.tip) < 1e-9)
  }

  /// R11: under units of 1 : 10 the head still points along the shaft.
  @Test func headsPointAlongTheirShafts() throws {
    let scene = try DrawnScene(
      """
      axes: {units: free, x: {domain: [0, 40]}, y: {domain: [0, 4]}}
      draw: [{vector: [30, 3], role: data}]
      """)
    let arrow = try arrow(.data, in: scene)
    let along = (arrow.tip - arrow.tail).normalized
    let base = arrow.head[1].interpolated(to: arrow.head[3], 0.5)
    #expect(abs((arrow.tip - base).normalized.cross(along)) < 1e-9)
    #expect((arrow.tip - base).normalized.dot(along) > 0.999)
  }

  @Test(arguments: ["[0, 0]", "[0/0, 1]", "[1/0, 1]"])
  func aVectorWithoutLengthOrEndIsNotDrawn(_ vector: String) throws {
    let scene = try DrawnScene(
      """
      axes: {x: {domain: [-2, 2]}, y: {domain: [-2, 2]}}
      draw: [{vector: '\(vector)', role: data}]
      """)
    #expect(scene.fills(.data).isEmpty)
    #expect(scene.strokes(.data).isEmpty)
  }

  /// Vector pictures have equal units and show the origin without being told.
  @Test func standsOnEqualUnitsAroundTheOrigin() throws {
    let scene = try DrawnScene("draw: [{vector: [1, 8]}]")
    let panel = scene.panels[0].panel
    #expect(panel.x.domain.contains(0) && panel.y.domain.contains(0))
    #expect(panel.x.domain.contains(1) && panel.y.domain.contains(8))
    let across = panel.frame.width / (panel.x.domain.upperBound - panel.x.domain.lowerBound)
    let up = panel.frame.height / (panel.y.domain.upperBound - panel.y.domain.lowerBound)
    #expect(isClose(across, up, within: 1e-9))
  }

  /// A label stands off its arrow and all others.
  @Test func labelsStandBesideTheArrows() throws {
    let scene = try DrawnScene(
      """
      axes: {x: {domain: [-1, 5]}, y: {domain: [-1, 7]}}
      draw:
        - {vector: [4, 6], label: the sum}
        - {vector: [1, 2], label: first}
        - {vector: [3, 4], from: '[1, 2]', label: second}
      """)
    let arrows = [((0.0, 0.0), (4.0, 6.0)), ((0, 0), (1, 2)), ((1, 2), (4, 6))]
    for name in ["the sum", "first", "second"] {
      let box = try #require(scene.boxes(of: name).first)
      for (tail, tip) in arrows {
        let (start, end) = (scene.place(tail.0, tail.1), scene.place(tip.0, tip.1))
        let covers = stride(from: 0, through: 1, by: 0.001).contains {
          box.contains(start.interpolated(to: end, $0))
        }
        #expect(!covers, "\(name) covers \(tip)")
      }
    }
    #expect(scene.warnings.isEmpty)
  }
}
