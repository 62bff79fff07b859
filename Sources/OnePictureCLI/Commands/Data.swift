import Diagnostics
import OnePicture

/// `onepicture data`: what is found in data files.
let data = Command(
  name: "data", summary: "Tell what data files hold: columns, types, what is missing.",
  synopsis: "[OPTIONS] FILE …",
  details: """
    Reads CSV, TSV, JSON, JSON lines, NPY and NPZ, and prints for each column what it is taken for, how many
    cells are missing, and its least, mean and greatest number.

    example: onepicture data iris.csv
    """,
  options: [.value("rows", "r", "NUMBER", "read only so many rows"), .help]
) { (arguments) throws(Diagnostic) in
  guard !arguments.operands.isEmpty else {
    throw Diagnostic("no file given", help: "onepicture data --help")
  }
  let rows = try arguments.value("rows").map { (text) throws(Diagnostic) in
    guard let rows = Int(text), rows > 0 else {
      throw Diagnostic("--rows: expected a positive whole number, found '\(text)'")
    }
    return rows
  }
  var status = ExitStatus.success
  for (number, path) in arguments.operands.enumerated() {
    do throws(SceneError) {
      let summary = try DataFile(contentsOf: path, rows: rows).summary
      Console.print((number > 0 ? "\n" : "") + summary, to: .standardOutput)
    } catch {
      for problem in error.problems { Console.print(problem.report, to: .standardError) }
      status = ExitStatus.failure
    }
  }
  return status
}
