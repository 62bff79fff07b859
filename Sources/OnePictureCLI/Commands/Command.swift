import Diagnostics

/// Something that `onepicture` can do.
struct Command: Sendable {
  let name: String
  /// One line for the overview.
  let summary: String
  /// What follows the command's name, such as `[OPTIONS] FILE…`.
  let synopsis: String
  /// What the options' lines do not say, with examples.
  let details: String
  let options: [OptionSyntax]
  /// Returns the exit status; throws where the arguments make no sense.
  let run: @Sendable (Arguments) throws(Diagnostic) -> Int32

  /// What `onepicture help NAME` prints.
  var help: String {
    let rows = options.map { ($0.usage, $0.summary) }
    return """
      \(summary)

      usage: onepicture \(name) \(synopsis)

      \(details)

      options:
      \(table(rows))
      """
  }
}

/// Two columns, the second aligned.
func table(_ rows: [(String, String)]) -> String {
  let width = rows.map(\.0.count).max() ?? 0
  return rows.map { left, right in
    "  \(left)\(String(repeating: " ", count: width - left.count))  \(right)"
  }.joined(separator: "\n")
}
