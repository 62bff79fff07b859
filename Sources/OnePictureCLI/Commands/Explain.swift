import Diagnostics
import OnePicture

/// `onepicture explain`: what the functions of the language do.
let explain = Command(
  name: "explain", summary: "Tell what functions of the language do, with examples.", synopsis: "[NAME …]",
  details: """
    Without a name, prints a line for each function and constant.

    example: onepicture explain grad softmax
    """, options: [.help]
) { (arguments) throws(Diagnostic) in
  guard !arguments.operands.isEmpty else {
    Console.print(languageOverview, to: .standardOutput)
    return ExitStatus.success
  }
  var status = ExitStatus.success
  var hasPrinted = false
  for name in arguments.operands {
    if let explanation = Explanation.all.first(where: { $0.name == name }) {
      Console.print((hasPrinted ? "\n" : "") + explanation.text, to: .standardOutput)
      hasPrinted = true
    } else {
      let help = suggestion(for: name, in: Explanation.all.map(\.name)) ?? "onepicture explain lists all"
      Console.print(
        Problem(Diagnostic("unknown function '\(name)'", help: help)).report, to: .standardError)
      status = ExitStatus.failure
    }
  }
  return status
}

/// Every function and constant below the title of its pillar.
private var languageOverview: String {
  var blocks: [(pillar: String, rows: [(String, String)])] = []
  for explanation in Explanation.all {
    if blocks.last?.pillar != explanation.pillar { blocks.append((explanation.pillar, [])) }
    blocks[blocks.count - 1].rows.append((explanation.usage, explanation.summary))
  }
  return blocks.map { "\($0.pillar)\n\(table($0.rows))" }.joined(separator: "\n\n")
}
