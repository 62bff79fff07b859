import Diagnostics
import Drawing
import Expressions
import SceneFiles
import Testing

@testable import Figures

private func scene(_ source: String) throws -> Scene {
  try Scene(decoding: parseYAML(Array(source.utf8), file: ""))
}

private func number(_ name: String, of scene: Scene, _ moment: FilmMoment) throws -> Double? {
  try scene.scope(at: moment).value(named: name)?.number(of: name, at: nil)
}

@Suite struct FilmNamesTests {
  @Test func `Expressions see the moment`() throws {
    let scene = try scene(
      "film: {frames: 11}\nlet: {x: 10*t, y: frame/(frames - 1)}\ndraw: [{point: [x, y]}]")
    for frame in 0..<11 {
      let moment = FilmMoment(frame: frame, t: Double(frame) / 10)
      #expect(try number("x", of: scene, moment) == Double(frame))
      #expect(try number("y", of: scene, moment) == Double(frame) / 10)
    }
    // Without a moment it is that of the poster.
    #expect(try scene.scope().value(named: "x")?.number(of: "x", at: nil) == 10)
  }

  @Test func `A shot's names go before the scene's, and replace those that are spelled alike`() throws {
    let scene = try scene(
      """
      film:
        shots:
          - {frames: 3, let: {η: 0.05, start: shot + t}}
          - {frames: 3, let: {eta: 0.4}}
          - {frames: 3}
      let: {start: 7, η: 1, walk: 10*eta + start}
      draw: [{point: [walk, 0]}]
      """)
    for (shot, expected) in [(0, 1.0), (1, 11), (2, 17)] {
      #expect(try number("walk", of: scene, FilmMoment(frame: 0, t: 0.5, shot: shot)) == expected)
    }
  }

  /// The words of a picture, in their order.
  private func words(_ scene: Scene, at frame: Int) throws -> [String] {
    let (list, _) = try Film(of: scene, with: FixedWidthTypesetter()).drawn(at: frame)
    return list.shapes.compactMap(\.label)
  }

  @Test func `A shot's title stands where the subtitle stands, with its values`() throws {
    let scene = try scene(
      """
      title: Steps
      subtitle: of a walk
      film:
        shots:
          - {frames: 2, title: "rate {{rate}}", let: {rate: 0.05}}
          - {frames: 2, let: {rate: 0.4}}
      draw: [{point: [0, 0]}]
      """)
    #expect(try words(scene, at: 1).contains("rate 0.05"))
    #expect(try !words(scene, at: 1).contains("of a walk"))
    #expect(try words(scene, at: 3).contains("of a walk"))
  }
}
