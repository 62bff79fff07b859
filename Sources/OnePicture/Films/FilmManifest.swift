import Expressions

/// What `film.json` says: the film, and every frame's file.
package struct FilmManifest: Sendable {
  private let film: Film
  private let records: [FrameRecord]

  /// The manifest of a film whose frames are all there, in their order.
  package init(of film: Film, records: [FrameRecord]) {
    self.film = film
    self.records = records
  }

  /// The file's text; one line a frame, so that versions can be compared by any program.
  package var text: String {
    var lines = [
      #""program": "onepicture \#(version)""#, #""scene": \#(jsonText(film.label))"#,
      #""film": "\#(film.digest)""#,
      #""width": \#(records.first?.width ?? 0)"#, #""height": \#(records.first?.height ?? 0)"#,
      #""fps": \#(number(film.framesPerSecond))"#, #""frames": \#(film.frameCount)"#,
      #""loop": \#(film.isLoop)"#, #""poster": \#(film.posterFrame)"#,
    ]
    let files = records.enumerated().map { frame, record in
      #"    {"frame": \#(frame), "bytes": \#(record.size), "sha256": "\#(record.digest)"}"#
    }
    lines.append("\"files\": [\n\(files.joined(separator: ",\n"))\n  ]")
    return "{\n  " + lines.joined(separator: ",\n  ") + "\n}\n"
  }

  /// `30` for 30.0.
  private func number(_ value: Double) -> String {
    let text = "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}

extension FilmManifest {
  /// The scene that a manifest of ours names, by the file's beginning; `nil` for other files.
  package static func owner(of start: [UInt8]) -> String? {
    guard start.starts(with: Array("{\n  \"program\": \"onepicture ".utf8)) else { return nil }
    return text(of: "scene", in: start)
  }

  /// The digest of the film that a manifest of ours is about, by the file's beginning.
  package static func film(of start: [UInt8]) -> String? { text(of: "film", in: start) }

  private static func text(of key: String, in start: [UInt8]) -> String? {
    let opening = "  \"\(key)\": \""
    let lines = String(decoding: start, as: UTF8.self).split(separator: "\n")
    guard let line = lines.first(where: { $0.hasPrefix(opening) && $0.hasSuffix("\",") }) else { return nil }
    return unescaped(line.dropFirst(opening.count).dropLast(2))
  }

  /// A JSON text without its quotation marks; names with other escapes than these are taken as they stand.
  private static func unescaped(_ text: Substring) -> String {
    String(text).replacing("\\\"", with: "\"").replacing("\\\\", with: "\\")
  }
}
