/// An option that a command understands.
struct OptionSyntax: Sendable {
  /// Without dashes, such as `scale`.
  let name: String
  let letter: Character?
  /// What stands for the value in the help, such as `NUMBER`; `nil` for a switch.
  let placeholder: String?
  let summary: String
  /// Whether its value is options of another program, which start with dashes, too.
  var takesOptions = false

  /// `-f, --format LIST`.
  var usage: String {
    let short = letter.map { "-\($0), " } ?? "    "
    return short + "--\(name)" + (placeholder.map { " \($0)" } ?? "")
  }

  static func value(
    _ name: String, _ letter: Character?, _ placeholder: String, _ summary: String
  ) -> OptionSyntax {
    OptionSyntax(name: name, letter: letter, placeholder: placeholder, summary: summary)
  }

  /// An option whose value is options of another program.
  static func options(_ name: String, _ placeholder: String, _ summary: String) -> OptionSyntax {
    OptionSyntax(name: name, letter: nil, placeholder: placeholder, summary: summary, takesOptions: true)
  }

  static func flag(_ name: String, _ letter: Character?, _ summary: String) -> OptionSyntax {
    OptionSyntax(name: name, letter: letter, placeholder: nil, summary: summary)
  }

  static let help = flag("help", "h", "print this")
  static let lenient = flag("lenient", nil, "show what is wrong in labels in red instead of failing")
  static let verbose = flag("verbose", "v", "say what was done")
  static let quiet = flag("quiet", "q", "say nothing but errors")
}
