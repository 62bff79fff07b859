import Diagnostics
import OnePicture

/// Expressions in, values out.
struct Prompt {
  private var calculator: Calculator
  private let isJSON: Bool

  /// `isStream` says that the expressions are lines of standard input, not arguments.
  init(_ scene: Scene?, isStream: Bool, isJSON: Bool) throws(SceneError) {
    let name = isStream ? "<stdin>" : "<argument>"
    calculator = Calculator(named: name)
    if let scene { calculator = try Calculator(in: scene, named: name) }
    self.isJSON = isJSON
  }

  /// Gives a data file a name, as `NAME=FILE` says.
  mutating func define(_ text: String) throws(SceneError) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, !parts[1].isEmpty else {
      throw SceneError(Diagnostic("--data: expected NAME=FILE, found '\(text)'"))
    }
    try calculator.define(parts[0], contentsOf: parts[1])
  }

  /// Prints the value of each expression, tells every mistake on standard error; returns the exit status.
  consuming func answer(_ expressions: [String]) -> Int32 {
    var status = ExitStatus.success
    for expression in expressions {
      do {
        let answer = try calculator.evaluate(expression)
        if isJSON {
          Console.write(try answer.json() + "\n", to: .standardOutput)
        } else {
          Console.print(answer.text, to: .standardOutput)
        }
      } catch {
        for problem in error.problems { Console.print(problem.report, to: .standardError) }
        status = ExitStatus.failure
      }
    }
    return status
  }

  /// Answers each line of standard input with one line, at once, so that another program can converse.
  consuming func answerLines() -> Int32 {
    var status = ExitStatus.success
    var lines = InputLines()
    while let line = lines.next() {
      if line.unicodeScalars.allSatisfy(\.properties.isWhitespace) {
        calculator.skipLine()
        Console.write("\n", to: .standardOutput)
        continue
      }
      do {
        let answer = try calculator.evaluate(line)
        let text = isJSON ? try answer.json() : withoutControls(answer.line)
        Console.write(text + "\n", to: .standardOutput)
      } catch {
        tell(error)
        status = ExitStatus.failure
      }
    }
    return status
  }

  private func tell(_ error: SceneError) {
    let (line, file) = (calculator.lineCount, calculator.name)
    // An expression has one mistake at a time.
    for problem in error.problems.prefix(1) {
      let text =
        isJSON
        ? problem.json(askedAt: line, of: file) : withoutControls(problem.summary(askedAt: line, of: file))
      Console.write(text + "\n", to: .standardOutput)
    }
  }
}
