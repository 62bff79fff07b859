import Expressions

extension Problem {
  /// One line of JSON: `{"error": "undefined name 'x'", "column": 3, "help": null}`.
  ///
  /// With `file` and `line` where the mistake is not on the line `line` of `file` but where a function of
  /// an earlier line or of a scene is defined.
  public func json(askedAt line: Int, of file: String) -> String {
    var fields = [
      "\"error\": " + jsonText(message), "\"column\": " + (place.map { "\($0.column)" } ?? "null"),
    ]
    fields.append("\"help\": " + (help.map { jsonText($0) } ?? "null"))
    if let place, place.file != file || place.line != line {
      fields += ["\"file\": " + jsonText(place.file), "\"line\": \(place.line)"]
    }
    return "{" + fields.joined(separator: ", ") + "}"
  }

  /// One line: `error: column 3: undefined name 'x'`, with the hint behind a semicolon.
  public func summary(askedAt line: Int, of file: String) -> String {
    var prefix = ""
    if let place {
      let isHere = place.file == file && place.line == line
      prefix = isHere ? "column \(place.column): " : "\(place.file):\(place.line):\(place.column): "
    }
    let text = "\(severity.rawValue): \(prefix)\(message)" + (help.map { "; \($0)" } ?? "")
    return String(text.map { $0.isNewline ? " " : $0 })
  }
}
