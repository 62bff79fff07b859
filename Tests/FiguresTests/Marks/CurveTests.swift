import Drawing
import Geometry
import Glibc
import MathCore
import TestSupport
import Testing

@testable import Figures

@Suite struct CurveTests {
  private func lines(_ curve: String, _ axes: String) throws -> (scene: DrawnScene, lines: [[Point]]) {
    let scene = try DrawnScene("axes: \(axes)\ndraw: [{curve: '\(curve)'}]")
    return (scene, scene.strokes(.prediction).flatMap(\.polylines))
  }

  @Test(arguments: ["sin", "sin(x)", "x -> sin(x)", "t -> sin(t)"])
  func itsPointsLieOnTheFunction(_ spelling: String) throws {
    let (scene, lines) = try lines(spelling, "{x: {domain: [-7, 7]}}")
    let line = try #require(lines.first)
    #expect(lines.count == 1)
    for point in line {
      let place = scene.data(at: point)
      #expect(isClose(place.y, sin(place.x), within: 0, absolute: 1e-9))
    }
    #expect(line[0].distance(to: scene.place(-7, sin(-7))) < 1e-6)
    #expect((line.last ?? .zero).distance(to: scene.place(7, sin(7))) < 1e-6)
  }

  @Test func isUndefinedBesideItsDomain() throws {
    let (scene, lines) = try lines("sqrt(x)", "{x: {domain: [-1, 1]}}")
    #expect(lines.count == 1)
    #expect(lines.joined().allSatisfy { scene.data(at: $0).x > -1e-9 })
  }

  @Test func breaksAtAPole() throws {
    let (_, lines) = try lines("tan(x)", "{x: {domain: [-7, 7]}, y: {domain: [-3, 3]}}")
    // Poles at ±π/2 and ±3π/2.
    #expect(lines.count == 5)
    for line in lines {
      #expect(zip(line, line.dropFirst()).allSatisfy { $0.y > $1.y })
    }
  }

  @Test func aCurveIsCutAtTheFrame() throws {
    let scene = try DrawnScene("axes: {x: {domain: [-3, 3]}, y: {domain: [0, 1]}}\ndraw: [{curve: x^2}]")
    #expect(scene.strokes(.prediction).allSatisfy { $0.clip == scene.frame })
  }

  @Test func aRemarkStandsAtItsPlace() throws {
    let scene = try DrawnScene(
      "axes: {x: {domain: [-3, 3]}, y: {domain: [0, 1]}}\ndraw: [{text: look here, at: '[1, 0.5]'}]")
    let box = try #require(scene.boxes(of: "look here").first)
    #expect(box.center.distance(to: scene.place(1, 0.5)) < 1e-6)
  }

  @Test func aLabelStandsOffItsCurve() throws {
    let scene = try DrawnScene(
      "axes: {x: {domain: [-3, 3]}}\ndraw: [{curve: x^2/4 + sin(x), label: the loss, place: 0.8}]")
    let box = try #require(scene.boxes(of: "the loss").first)
    let line = try #require(scene.strokes(.prediction).flatMap(\.polylines).first)
    #expect(!line.contains { box.contains($0) })
    #expect(scene.frame.contains(box))
  }

  /// `z` decides who is painted later, `when` who is painted at all.
  @Test func orderAndConditions() throws {
    let scene = try DrawnScene(
      """
      axes: {x: {domain: [0, 1]}}
      draw:
        - {curve: x, role: loss, z: 1}
        - {curve: 1 - x, role: weight}
        - {curve: x/2, role: data, when: 1 > 2}
      """)
    let colors = scene.shapes.compactMap { $0.stroke?.color }
    let loss = try #require(colors.firstIndex(of: Theme.light.color(of: .loss)))
    let weight = try #require(colors.firstIndex(of: Theme.light.color(of: .weight)))
    #expect(weight < loss)
    #expect(scene.strokes(.data).isEmpty)
  }
}
