import Diagnostics
import Expressions
import SceneFiles

/// A part of a film with settings of its own.
struct ShotDescription: Sendable {
  /// In the place of the scene's subtitle.
  var title: LabelTemplate?
  let length: FilmLength
  /// `nil` for that of the film.
  let hold: Hold?
  /// Its own lines of `let`, which come before the scene's.
  let definitions: [Definition]
  let location: SourceLocation

  /// No film has more.
  fileprivate static let limit = 1000
}

extension Fields {
  /// The shots, without those with which something is wrong.
  mutating func shots(_ complaints: inout DiagnosticList) -> [ShotDescription] {
    let nodes = complaints.collect { () throws(Diagnostic) in
      try node("shots").map { node throws(Diagnostic) in
        let nodes = try node.items(for: subject("shots"))
        guard !nodes.isEmpty else {
          throw Diagnostic(
            "\(subject("shots")): expected at least one shot, found none", at: node.location,
            help: "write shots: [{frames: 60, title: too small}, {frames: 60, title: right}]")
        }
        guard nodes.count <= ShotDescription.limit else {
          throw Diagnostic(
            "\(subject("shots")): expected at most \(ShotDescription.limit), found \(nodes.count)",
            at: node.location)
        }
        return nodes
      }
    }
    return (nodes ?? []).compactMap { node in
      let fields = complaints.collect { () throws(Diagnostic) in try inner(node, of: "shot") }
      return fields.flatMap { ShotDescription($0, &complaints) }
    }
  }
}

extension ShotDescription {
  /// Reads `{title: too small, duration: 3s, hold: 0.5s, let: {rate: 0.05}}`.
  fileprivate init?(_ fields: Fields, _ complaints: inout DiagnosticList) {
    var fields = fields
    location = fields.location
    title = complaints.collect { () throws(Diagnostic) in try fields.template("title") }
    let length = fields.length(&complaints)
    if length == nil, !fields.has("frames"), !fields.has("duration") {
      complaints.append(
        Diagnostic(
          "nothing says how long the shot is", at: location, help: "give it 'frames' or a 'duration'"))
    }
    hold = complaints.collect { () throws(Diagnostic) in try fields.hold() }
    definitions = fields.definitions("let", &complaints)
    for complaint in fields.finish() { complaints.append(complaint) }
    guard let length else { return nil }
    self.length = length
  }
}
