import Diagnostics
import OnePicture

/// `onepicture list`: the words that scenes and options understand.
let list = Command(
  name: "list", summary: "Name the marks, functions, themes … that there are.", synopsis: "[FAMILY]",
  details: """
    Without a family, names the families. One name a line, so that other programs can read them.

    example: onepicture list marks
    """, options: [.help]
) { (arguments) throws(Diagnostic) in
  let families = Vocabulary.all
  guard let name = arguments.operands.first else {
    Console.print(families.map(\.name).joined(separator: "\n"), to: .standardOutput)
    return ExitStatus.success
  }
  guard arguments.operands.count == 1 else { throw Diagnostic("list takes one family at a time") }
  guard let family = families.first(where: { $0.name == name }) else {
    let names = families.map(\.name)
    throw Diagnostic(
      "unknown family '\(name)'",
      help: suggestion(for: name, in: names) ?? "known: \(names.joined(separator: ", "))")
  }
  Console.print(family.words.joined(separator: "\n"), to: .standardOutput)
  return ExitStatus.success
}
