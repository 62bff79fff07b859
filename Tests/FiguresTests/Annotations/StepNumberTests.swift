import Diagnostics
import Drawing
import Geometry
import MathCore
import TestSupport
import Testing

@testable import Figures

@Suite struct StepNumberTests {
  private func scene(_ options: String) throws -> DrawnScene {
    try DrawnScene(
      """
      axes: {x: {domain: [-1, 12]}, y: {domain: [-1, 12]}}
      draw: [{path: '[[i, i] for i in 0..11]', role: weight, marker: dot, \(options)}]
      """)
  }

  @Test(
    "Numbers stand beside the points that the scene names",
    arguments: [
      ("numbers: true", Array(0...11)), ("numbers: every 5", [0, 5, 10]), ("numbers: [1, 3]", [1, 3]),
      ("numbers: false", []),
    ])
  func beside(option: String, expected: [Int]) throws {
    let scene = try scene(option)
    let shown = (0...11).filter { !scene.boxes(of: "\($0)").isEmpty }
    let ticks = Set((0...6).map { $0 * 2 })
    for number in expected {
      let place = scene.place(Double(number), Double(number))
      let box = scene.boxes(of: "\(number)").first { scene.frame.contains($0) }
      #expect(try #require(box).outset(by: 12).contains(place))
      #expect(try !#require(box).contains(place))
    }
    #expect(shown.filter { !expected.contains($0) && !ticks.contains($0) }.isEmpty)
    #expect(scene.warnings.isEmpty)
  }

  @Test("Badges stand on their points")
  func badges() throws {
    let scene = try DrawnScene(
      """
      axes: {x: {domain: [-1, 5]}, y: {domain: [-1, 5]}}
      draw:
        - {path: [[0, 0], [1, 3], [4, 4]], role: weight, marker: badge}
        - {point: [3, 1], badge: A, role: data, label: a point, side: right}
      """)
    for (role, points) in [(Role.weight, [(0.0, 0.0), (1, 3), (4, 4)]), (.data, [(3, 1)])] {
      let circles = scene.fills(role).filter { $0.closedCount == 1 }.compactMap(\.path.controlBox)
      #expect(circles.count == points.count)
      for (circle, point) in zip(circles, points) {
        #expect(circle.center.distance(to: scene.place(point.0, point.1)) < 1e-6)
        let words = scene.shapes.filter { $0.label != nil }.compactMap(\.box)
        #expect(words.contains { $0.center.distance(to: circle.center) < 1e-6 && circle.contains($0) })
      }
    }
    let name = try #require(scene.boxes(of: "a point").first)
    #expect(name.minX > scene.place(3, 1).x + 8)
  }

  @Test("What stands on a badge can be read in every color", arguments: Role.allCases)
  func contrast(role: Role) {
    for theme in themes.names.compactMap({ themes[$0] }) {
      let color = theme.color(of: role)
      #expect(max(theme.ground.contrast(to: color), theme.ink.contrast(to: color)) > 4)
    }
  }
}
