import Diagnostics

/// Something that `onepicture` can do.
struct Command: Sendable {
  let name: String
  /// One line for the overview.
  let summary: String
  /// What follows the command's name, such as `[OPTIONS] FILE…`.
  let synopsis: String
  /// What the options' lines do not say, with examples.
  private let details: @Sendable () -> String
  let options: [OptionSyntax]
  /// Returns the exit status; throws where the arguments make no sense.
  let run: @Sendable (Arguments) throws(Diagnostic) -> Int32

  /// A command; `details` are made when they are printed, not at every start.
  init(
    name: String, summary: String, synopsis: String, details: @autoclosure @escaping @Sendable () -> String,
    options: [OptionSyntax], run: @escaping @Sendable (Arguments) throws(Diagnostic) -> Int32
  ) {
    self.name = name
    self.summary = summary
    self.synopsis = synopsis
    self.details = details
    self.options = options
    self.run = run
  }

  /// What `onepicture help NAME` prints.
  var help: String {
    let rows = options.map { ($0.usage, $0.summary) }
    return """
      \(summary)

      usage: onepicture \(name) \(synopsis)

      \(details())

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
