import Diagnostics
import Figures
import SceneFiles
import Testing

/// The timing of a film from what a scene says under `film`.
private func timing(_ film: String) throws -> FilmTiming {
  let source = "film: \(film)\ndraw:\n  - point: [0, 0]\n"
  return try Film(
    of: Scene(decoding: parseYAML(Array(source.utf8), file: "")), with: FixedWidthTypesetter()
  ).timing
}

private func times(_ film: String) throws -> [Double] {
  let timing = try timing(film)
  return (0..<timing.frameCount).compactMap { timing.moment(of: $0)?.t }
}

@Suite struct FilmTimingTests {
  @Test(
    arguments: [
      ("{frames: 5}", [0, 0.25, 0.5, 0.75, 1]), ("{frames: 1}", [1]), ("{frames: 2}", [0, 1]),
      ("{frames: 5, loop: true}", [0, 0.2, 0.4, 0.6, 0.8]), ("{frames: 1, loop: true}", [0]),
      ("{frames: 5, fps: 2, hold: 1s}", [0, 0.5, 1, 1, 1]),
      ("{frames: 6, fps: 2, hold: [500ms, 1]}", [0, 0, 0.5, 1, 1, 1]),
      ("{duration: 2.5s, fps: 2}", [0, 0.25, 0.5, 0.75, 1]), ("{duration: 400ms, fps: 5}", [0, 1]),
      ("{frames: 3, fps: 1, hold: 2s}", [1, 1, 1]),
      ("{frames: 6, fps: 2, hold: [0.5s, 1s], loop: true}", [0, 0, 1.0 / 3, 2.0 / 3, 2.0 / 3, 2.0 / 3]),
      (
        "{fps: 2, hold: 0.5s, shots: [{frames: 3}, {duration: 2s, hold: [1s, 0]}, {frames: 1, hold: 0s}]}",
        [0, 1, 1, 0, 0, 0, 1, 1]
      ),
    ] as [(String, [Double])])
  func `Time runs from 0 to 1, but not while a picture is held`(_ film: String, _ expected: [Double]) throws {
    #expect(try times(film) == expected)
  }

  /// What every frame may rely on, whatever the film.
  @Test(arguments: [
    "{frames: 240, hold: 1s}", "{duration: 8s, fps: 23.976}",
    "{frames: 97, fps: 60, hold: [250ms, 0.5s], loop: true}",
    "{fps: 12, shots: [{frames: 1}, {duration: 1s, hold: 0.5s}, {frames: 30, hold: [1s, 1s]}, {frames: 2}]}",
  ])
  func `Frames are numbered without gaps, time never runs back within a shot, and both ends are exact`(
    _ film: String
  ) throws {
    let timing = try timing(film)
    let moments = (0..<timing.frameCount).compactMap(timing.moment)
    #expect(moments.map(\.frame) == Array(0..<timing.frameCount))
    #expect(timing.moment(of: -1) == nil && timing.moment(of: timing.frameCount) == nil)
    for shot in 0..<timing.shotCount {
      let inside = moments.filter { $0.shot == shot }
      #expect(inside.map(\.frame) == Array(timing.frames(ofShot: shot)))
      #expect(zip(inside, inside.dropFirst()).allSatisfy { $0.t <= $1.t })
      if !timing.isLooping { #expect(inside.last?.t == 1) } else { #expect(inside.allSatisfy { $0.t < 1 }) }
      if inside.count > 1 { #expect(inside.first?.t == 0) }
      // Each time is found again at its frame, or at one that shows the same.
      for moment in inside {
        #expect(timing.moment(of: timing.frame(at: moment.t, ofShot: shot))?.t == moment.t)
      }
    }
    #expect(timing.posterFrame == timing.frameCount - 1)
  }

  @Test func `A length in time is that of the pictures, as near as a whole number comes`() throws {
    for (duration, rate, count) in [
      ("10s", "23.976", 240), ("1001s", "23.976", 24_000), ("1min", "60", 3600), ("0.5", "240", 120),
      ("20s", "0.1", 2),
    ] as [(String, String, Int)] {
      let timing = try timing("{duration: \(duration), fps: \(rate)}")
      #expect(timing.frameCount == count)
      #expect("\(timing.framesPerSecond)".hasPrefix(rate))
    }
  }

  @Test(
    arguments: [
      ("{frames: 11, poster: 0.6}", 6), ("{frames: 11, poster: 0}", 0),
      ("{frames: 10, loop: true, poster: 1}", 9),
      ("{frames: 13, fps: 2, hold: [1s, 0], poster: 0.5}", 7), ("{frames: 11}", 10),
      ("{shots: [{frames: 5}, {frames: 11}, {frames: 3}], poster: [1, 0.5]}", 10),
    ] as [(String, Int)])
  func `The poster is the frame nearest to its time`(_ film: String, _ frame: Int) throws {
    #expect(try timing(film).posterFrame == frame)
  }

  @Test func `A film of a million frames knows its last moment at once`() throws {
    let timing = try timing("{frames: 1000000}")
    #expect(timing.moment(of: 999_999)?.t == 1)
  }
}
