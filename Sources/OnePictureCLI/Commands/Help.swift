import Diagnostics
import OnePicture

/// `onepicture help`: what there is, or all about one command.
let help: Command = Command(
  name: "help", summary: "Explain onepicture or one of its commands.", synopsis: "[COMMAND]",
  details: "example: onepicture help render", options: [.help]
) { (arguments) throws(Diagnostic) in
  guard let topic = arguments.operands.first else {
    Console.print(overview, to: .standardOutput)
    return ExitStatus.success
  }
  Console.print(try commands.entry(named: topic, at: nil).help, to: .standardOutput)
  return ExitStatus.success
}

/// What is printed when nobody says what to do.
var overview: String {
  let rows = commands.names.compactMap { name in commands[name].map { (name, $0.summary) } }
  return """
    onepicture \(version): a scene file in, one exact picture out.

    usage: onepicture COMMAND [OPTIONS] …

    \(table(rows))

    examples:
      onepicture render Scenes/optimization/one-picture.yaml   writes Output/optimization/one-picture.png and .svg
      onepicture render --help                                 tells everything about render
    """
}
