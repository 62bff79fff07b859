import Diagnostics
import SceneFiles

/// The times that a film names: that of its poster, and those at which its layout is measured.
struct FilmMoments: Sendable {
  /// A time within a shot.
  struct Poster: Sendable {
    var shot: Int
    var t: Double
    var location: SourceLocation

    /// The shot, if the film has it.
    func checkedShot(of timing: FilmTiming) throws(Diagnostic) -> Int {
      guard shot < timing.shotCount else {
        throw Diagnostic(
          "poster: there is no shot \(shot): they are counted from 0 to \(timing.shotCount - 1)", at: location
        )
      }
      return shot
    }
  }

  var poster: Poster?
  /// Of every shot.
  var measured: [Double] = []
}

extension Fields {
  /// Reads `poster` and `measure`.
  mutating func moments(isDivided: Bool, _ complaints: inout DiagnosticList) -> FilmMoments {
    let found = complaints.collect { () throws(Diagnostic) in try poster(isDivided: isDivided) }
    let measured = complaints.collect { () throws(Diagnostic) in try times("measure") }
    return FilmMoments(poster: found, measured: measured ?? [])
  }

  /// A time `0.6`, or in a film of shots a shot and a time within it, `[1, 0.6]`.
  private mutating func poster(isDivided: Bool) throws(Diagnostic) -> FilmMoments.Poster? {
    guard let node = node("poster") else { return nil }
    let subject = subject("poster")
    guard isDivided else {
      return .init(shot: 0, t: try node.number(for: subject, in: 0...1), location: node.location)
    }
    guard case .sequence(let parts) = node.content, parts.count == 2 else {
      throw Diagnostic(
        "\(subject): expected a shot, counted from 0, and a time within it", at: node.location,
        help: "write poster: [0, 1] for the end of the first shot")
    }
    return .init(
      shot: try parts[0].integer(for: subject, in: 0...FilmTiming.mostFrames),
      t: try parts[1].number(for: subject, in: 0...1), location: node.location)
  }

  /// A list of times within 0…1.
  private mutating func times(_ key: String) throws(Diagnostic) -> [Double]? {
    guard let node = node(key) else { return nil }
    let subject = subject(key)
    let items = try node.items(for: subject)
    guard items.count <= 1000 else {
      throw Diagnostic("\(subject): expected at most 1000 times, found \(items.count)", at: node.location)
    }
    return try items.map { item throws(Diagnostic) in
      try item.number(for: subject, in: 0...1)
    }
  }
}
