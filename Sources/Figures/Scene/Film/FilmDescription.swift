import Diagnostics
import Expressions
import SceneFiles

/// How a scene moves: what it says under `film`.
struct FilmDescription: Sendable {
  let timing: FilmTiming
  /// One after another; empty for a film that is not divided.
  var shots: [ShotDescription]
  /// Frames at which the layout is measured besides those that it chooses itself, ascending.
  let measuredFrames: [Int]
  let location: SourceLocation

  /// Reads `{frames: 240, fps: 30, hold: 1s}` and what else a film may say; `nil` if something is wrong with it.
  init?(_ node: Node, labels: LabelReader, _ complaints: inout DiagnosticList) {
    location = node.location
    let opened = complaints.collect { () throws(Diagnostic) in
      do throws(Diagnostic) {
        return try Fields(node, of: "film", labels: labels)
      } catch {
        throw Diagnostic(error.message, at: error.at, help: error.help ?? "write film: {frames: 120}")
      }
    }
    guard var fields = opened else { return nil }
    let errorCount = complaints.diagnostics.count
    let length = fields.length(&complaints)
    let rate = complaints.collect { () throws(Diagnostic) in try fields.number("fps", in: 0.1...240) ?? 30 }
    let isLooping = complaints.collect { () throws(Diagnostic) in try fields.boolean("loop") } ?? false
    let hold = complaints.collect { () throws(Diagnostic) in try fields.hold() } ?? Hold()
    shots = fields.shots(&complaints)
    fields.checkLength(length, &complaints)
    let moments = fields.moments(isDivided: fields.has("shots"), &complaints)
    for complaint in fields.finish() { complaints.append(complaint) }
    guard let rate, complaints.diagnostics.count == errorCount else { return nil }

    let parts = shots.isEmpty ? [(length, hold)] : shots.map { ($0.length, $0.hold ?? hold) }
    guard var timing = FilmTiming(parts, at: rate, isLooping: isLooping, from: location, &complaints) else {
      return nil
    }
    if let poster = moments.poster {
      let shot = complaints.collect { () throws(Diagnostic) in try poster.checkedShot(of: timing) }
      guard let shot else { return nil }
      timing.posterFrame = timing.frame(at: poster.t, ofShot: shot)
    }
    self.timing = timing
    measuredFrames = Set(
      (0..<timing.shotCount).flatMap { shot in moments.measured.map { timing.frame(at: $0, ofShot: shot) } }
    ).sorted()
  }

  /// The names that expressions see at a moment, with their values.
  func names(at moment: FilmMoment) -> [(name: String, value: Value)] {
    var names: [(name: String, value: Value)] = [
      ("t", .number(moment.t)), ("frame", .number(Double(moment.frame))),
      ("frames", .number(Double(timing.frameCount))),
    ]
    if !shots.isEmpty { names.append(("shot", .number(Double(moment.shot)))) }
    return names
  }

  /// What is wrong with names of the scene, or of a shot, that the film gives itself.
  fileprivate func complaints(about data: [DataDescription], and definitions: [Definition]) -> [Diagnostic] {
    let given = Set(names(at: FilmMoment(frame: 0, t: 0)).map(\.name))
    let own = definitions + shots.flatMap(\.definitions)
    let names =
      data.map { ($0.name, $0.location, "data") } + own.map { ($0.keptName, $0.location, "let") }
    return names.filter { given.contains($0.0) }.map { name, location, key in
      Diagnostic(
        "\(key): the film itself says what '\(name)' is", at: location, help: "choose another name")
    }
  }

  /// Why an expression of a scene without a film, or without shots, finds these names undefined.
  static let advice = [
    "t": "a film gives it: film: {frames: 120}; there t goes from 0 to 1",
    "frame": "a film gives it: film: {frames: 120}; there it counts the pictures from 0",
    "frames": "a film gives it: film: {frames: 120}",
    "shot": "a film of shots gives it: film: {shots: [{frames: 60}, {frames: 60}]}",
  ]
}

extension FilmTiming {
  /// The timing of parts that are said to be so long; `nil` if something is wrong with one of them.
  fileprivate init?(
    _ parts: [(length: FilmLength?, hold: Hold)], at rate: Double, isLooping: Bool,
    from location: SourceLocation, _ complaints: inout DiagnosticList
  ) {
    let timings = parts.compactMap { length, hold in
      complaints.collect { () throws(Diagnostic) in try length?.timing(at: rate, holding: hold) }
    }
    guard timings.count == parts.count else { return nil }
    let count = timings.reduce(0) { min($0 + $1.frameCount, Self.mostFrames + 1) }
    guard count <= Self.mostFrames else {
      complaints.append(
        Diagnostic("the shots are more than \(Self.mostFrames) frames long", at: location))
      return nil
    }
    self.init(timings, framesPerSecond: rate, isLooping: isLooping)
  }
}

extension Fields {
  /// The film of a scene with some `data` and lines of `let`; `nil` without one, or if something is wrong with it.
  mutating func film(
    _ key: String, beside data: [DataDescription], and definitions: [Definition],
    _ complaints: inout DiagnosticList
  ) -> FilmDescription? {
    guard let node = node(key),
      let film = FilmDescription(node, labels: labels, &complaints)
    else { return nil }
    for complaint in film.complaints(about: data, and: definitions) { complaints.append(complaint) }
    return film
  }

  /// Complains unless the film is said to be so long once: by itself, or by its shots.
  fileprivate func checkLength(_ length: FilmLength?, _ complaints: inout DiagnosticList) {
    if has("shots"), let length {
      complaints.append(
        Diagnostic(
          "'\(length.key)' of 'film': its shots say how long it is", at: length.location,
          help: "leave it out, or give it to a shot"))
    } else if !has("shots"), length == nil, !has("frames"), !has("duration") {
      complaints.append(
        Diagnostic(
          "nothing says how long the film is", at: location,
          help: "write film: {frames: 120}, {duration: 4s}, or shots"))
    }
  }
}
