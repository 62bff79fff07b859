import Diagnostics
import SceneFiles

/// That a scene moves: what it says under `film`.
struct FilmDescription: Sendable {
  var timing: FilmTiming
  let location: SourceLocation

  /// The most pictures that a film may have.
  static let mostFrames = 1_000_000

  /// Reads `{frames: 240, fps: 30, hold: 1s}`.
  init(_ fields: consuming Fields) throws(Diagnostic) {
    location = fields.location
    let frames = try fields.integer("frames", in: 1...Self.mostFrames)
    let rate = try fields.number("fps", in: 0.1...240) ?? 30
    let hold = try fields.text("hold")
    if let complaint = fields.finish().first { throw complaint }
    guard let frames else {
      throw Diagnostic("film: 'frames' is missing", at: location, help: "write film: {frames: 240, fps: 30}")
    }
    timing = FilmTiming(frameCount: frames, framesPerSecond: rate)
    if let hold {
      guard hold.text.hasSuffix("s"), let seconds = Double(hold.text.dropLast()), (0...3600).contains(seconds)
      else { throw Diagnostic("hold: expected seconds such as 1.5s, found '\(hold.text)'", at: hold.start) }
      timing.held.last = min(Int((seconds * rate).rounded()), frames - 1)
    }
  }
}
