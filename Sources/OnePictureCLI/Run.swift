import Diagnostics
import OnePicture

/// What a process tells its caller.
enum ExitStatus {
  static let success: Int32 = 0
  /// A scene has no picture.
  static let failure: Int32 = 1
  /// The command line makes no sense; nothing was done.
  static let misuse: Int32 = 2
}

/// Runs one command line, given without the program's name; returns the exit status.
func run(_ words: [String]) -> Int32 {
  do {
    return try command(for: words)
  } catch {
    Console.print(Problem(error).report, to: .standardError)
    return ExitStatus.misuse
  }
}

private func command(for words: [String]) throws(Diagnostic) -> Int32 {
  guard let first = words.first else {
    Console.print(overview, to: .standardError)
    return ExitStatus.misuse
  }
  if first == "--version" {
    Console.print("onepicture \(version)", to: .standardOutput)
    return ExitStatus.success
  }
  let isHelp = first == "--help" || first == "-h"
  let command = try isHelp ? help : named(first)
  let arguments = try Arguments(words.dropFirst(), of: command)
  if arguments.has("help") {
    Console.print(command.help, to: .standardOutput)
    return ExitStatus.success
  }
  return try command.run(arguments)
}

/// The command of that name; a scene given without one gets the command in front.
private func named(_ name: String) throws(Diagnostic) -> Command {
  if let command = commands[name] { return command }
  if sceneExtensions.contains(fileExtension(of: name)) {
    throw Diagnostic("'\(name)' is not a command", help: "onepicture render \(name)")
  }
  return try commands.entry(named: name, at: nil)
}
