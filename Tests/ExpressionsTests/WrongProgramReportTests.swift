import Diagnostics
import Expressions
import Foundation
import TestSupport
import Testing

/// What an author reads about wrong programs: the program, a caret below the place, the message, the hint.
///
/// The pages are in `WrongPrograms`; `ONEPICTURE_RECORD=1` writes them anew, for a careful look.
@Suite struct WrongProgramReportTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "WrongPrograms")

  /// What all programs know.
  private static let lines: KeyValuePairs = [
    "X": "reshape(linspace(1, 12, 12), [3, 4])", "W": "ones([3, 2])", "v": "[3, 1, 2]", "name": "'Ada'",
    "L(w1, w2)": "(1 - w1)^2 + w2^2", "loop(n)": "loop(n + 1)",
    "walk": "descend(L, from=[1, 2], with=sgd(rate=0.1), steps=5)",
  ]

  @Test(arguments: ["shapes", "calls", "derivatives", "values", "syntax"])
  func isWorthReading(_ page: String) throws {
    let programs = try String(contentsOf: Self.folder.appending(path: "\(page).programs"), encoding: .utf8)
    var scope = Scope()
    for (key, body) in Self.lines {
      let definition = try Definition(key: located(key), body: located(body))
      scope.define(definition.name, as: try definition.evaluate(in: scope))
    }
    let reports = programs.split(separator: "\n").map { report(on: String($0), in: scope) }
    let complaint = try GoldenFolder(Self.folder).complaint(
      about: reports.joined(separator: "\n"), named: page)
    #expect(complaint == nil)
  }

  private func report(on program: String, in scope: Scope) -> String {
    let source = LocatedText(program, at: SourceLocation(file: "program", line: 1, column: 1))
    do {
      switch try Statement(parsing: source) {
      case .expression(let expression): _ = try expression.evaluate(in: scope)
      case .definition(let definition): _ = try definition.evaluate(in: scope)
      }
      return "\(program)\n  no mistake\n"
    } catch {
      // Mistakes inside the shared lines are on the line that calls them only if they were moved there.
      let column = error.at?.column ?? 0
      let caret = String(repeating: " ", count: max(0, column - 1)) + "^"
      return "\(program)\n\(caret) \(error.message)\n" + (error.help.map { "  help: \($0)\n" } ?? "")
    }
  }
}
