import Diagnostics
import Geometry
import TestSupport
import Testing

@testable import Figures

@Suite struct PointsTests {
  private let axes = "axes: {x: {domain: [0, 5]}, y: {domain: [0, 5]}}"

  @Test func `A shape stands at each defined point`() throws {
    let scene = try DrawnScene("\(axes)\ndraw: [{points: '[[1, 1], [2, 4], [0/0, 2], [9, 9]]'}]")
    let dots = scene.fills(.data).flatMap(\.polylines)
    #expect(dots.count == 2)
    for (dot, point) in zip(dots, [(1.0, 1.0), (2.0, 4.0)]) {
      let center = try #require(Rect(around: dot)).center
      #expect(center.distance(to: scene.place(point.0, point.1)) < 1e-6)
    }
  }

  @Test func `Groups differ in color and in shape, in the order of their names`() throws {
    let scene = try DrawnScene(
      "\(axes)\ndraw: [{points: '[[1, 1], [2, 4], [3, 3]]', groups: \"['b', 'a', 'b']\"}]")
    let (first, second) = (
      scene.fills(.data).flatMap(\.polylines), scene.fills(.prediction).flatMap(\.polylines)
    )
    #expect(first.count == 1 && second.count == 2)
    let center = try #require(Rect(around: first[0])).center
    #expect(center.distance(to: scene.place(2, 4)) < 1e-6)
    #expect(second.allSatisfy { $0.count == 3 }, "triangles")
  }

  @Test(arguments: [
    ("points: '[[1, 2, 3]]'", "points: expected rows of two numbers, found rows of 3"),
    ("points: '[1, 2]'", "points: expected a matrix, found a vector of 2"),
    ("points: '[[0/0, 1]]'", "points: no point of '[[0/0, 1]]' is defined"),
    ("points: '[[1, 2]]', groups: '[1, 2]'", "groups: expected one for each of 1 points, found 2"),
    ("points: '[[1, 2]]', groups: '[0/0]'", "groups: expected finite numbers, found nan at 0"),
    ("points: '[[1, 2]]', names: [a, b]", "names: expected as many as there are groups, 1, found 2"),
    (
      "points: 'rand(20, 2, seed=1)', groups: '0..19'", "groups: expected at most 10, found 20"
    ),
  ])
  func `Mistakes are explained`(_ mark: String, _ message: String) {
    let error = #expect(throws: DiagnosticList.self) { try DrawnScene("\(axes)\ndraw: [{\(mark)}]") }
    #expect(error?.diagnostics.map(\.message) == [message])
  }
}
