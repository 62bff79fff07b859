import Diagnostics
import Expressions
import MathCore
import SceneFiles
import Testing

@testable import Figures

/// `data` in scenes: inline tables, files and their options.
@Suite struct DataTests {
  private static let files = [
    "a.csv": "x,y,kind\n1,2,u\n3,4,v\n", "bad.csv": "x,y\n1\n", "c.txt": "",
    "deep/b.JSON": "[{\"x\": 5}]",
  ]

  private static let folder = DataFolder { (path) throws(Diagnostic) in
    guard let text = files[path.text] else { throw Diagnostic("cannot read '\(path.text)'", at: path.start) }
    return ByteSource(Array(text.utf8), named: path.text)
  }

  private func scope(_ data: String, isInFolder: Bool = true) throws(DiagnosticList) -> Scope {
    let source = "data:\n\(data)\ndraw: [{curve: sin}]\n"
    return try Scene(
      decoding: parseYAML(Array(source.utf8), file: "s.yaml"), in: isInFolder ? Self.folder : nil
    ).scope()
  }

  private func shown(_ expression: String, _ data: String) throws -> String {
    let value = try Expression(parsing: LocatedText(expression)).evaluate(in: try scope(data))
    return promptText(of: value, isOneLine: true)
  }

  static let good: [(String, String, String)] = [
    ("  t: a.csv", "t.x", "[1 3]"),
    ("  t: {file: a.csv, rows: 1}", "t.kind", "[\"u\"]"),
    ("  t: {file: a.csv, columns: [y]}", "t.columns", "[\"y\"]"),
    (
      "  t: {file: a.csv, header: false, names: [p, q, r], separator: ',', decimal: '.', missing: [v]}",
      "t.r", "[\"kind\", \"u\", \"\"]"
    ),
    ("  t: deep/b.JSON", "t.x", "[5]"),
    (
      "  t: {x: [1, null], kind: [Ann, ~], ok: [true, false]}", "t",
      "table(x: a vector of 2, kind: a list of 2 texts, ok: a vector of 2)"
    ),
    ("  t: {x: [1, null]}", "t.x", "[1 nan]"),
    ("  t: [{x: 1, kind: Ann}, {kind: Bob, x: 2}]", "t.kind[t.x > 1]", "[\"Bob\"]"),
    ("  η: {x: [1, 2]}", "eta.x", "[1 2]"),
    ("  t: {file: [1, 2]}", "t.file", "[1 2]"),
  ]

  @Test(arguments: good) func `Data have names`(_ data: String, _ expression: String, _ result: String) throws
  {
    #expect(try shown(expression, data) == result)
  }

  static let bad: [(String, String)] = [
    ("  t: missing.csv", "2:6: cannot read 'missing.csv'"),
    ("  t: c.txt", "2:6: unknown data format 'txt'; known: csv, tsv, json, jsonl, ndjson, npy, npz"),
    (
      "  t: iris",
      "2:6: 'iris' has no ending that tells its format; known: csv, tsv, json, jsonl, ndjson, npy, npz"
    ),
    ("  t: bad.csv", "bad.csv:2:2: expected 2 columns, found 1; 't' reads the file at s.yaml:2:6"),
    ("  t: {file: a.csv, row: 3}", "2:20: unknown option 'row' of 't'; did you mean 'rows'?"),
    ("  t: {fiel: a.csv}", "2:7: missing 'file' of 't'; did you mean 'file' by 'fiel'?"),
    ("  t: {file: a.csv, rows: 0}", "2:26: 'rows' of 't': expected a whole number of at least 1, found 0"),
    ("  t: {file: a.csv, columns: [z]}", "2:30: columns: there is no 'z'; did you mean 'x'?"),
    (
      "  t: {file: deep/b.JSON, header: true}",
      "2:34: 'deep/b.JSON' has no option 'header'; its options are rows, columns"
    ),
    ("  t: {x: [1, 2], y: [1]}", "2:21: 'y' has 1 element, 'x' has 2"),
    ("  t: {x: [1, a]}", "2:14: 'x': expected a number as before, found 'a'"),
    ("  t: {x: [[1]]}", "2:11: 'x': expected a single value, found a list"),
    (
      "  t: [1, 2]",
      "2:7: data: expected a row such as {x: 1, y: 2}, found a number; "
        + "vectors and matrices are written under 'let'"
    ),
    ("  t: [{x: 1}, {x: 2, y: 3}]", "2:22: the first row has no 'y'; did you mean 'x'?"),
    ("  t: [{x: 1, y: 1}, {x: 2}]", "2:21: this row has no 'y'"),
    ("  t: ", "2:5: data: expected a file or a table, found nothing"),
    ("  2t: a.csv", "2:3: expected a name, found '2'"),
    ("  f(x): a.csv", "2:3: expected a name, found a function"),
    (
      "  - a.csv",
      "2:3: data: expected names with their files or tables, found a list; write data: {iris: iris.csv}"
    ),
  ]

  @Test(arguments: bad) func `Mistakes are told with their place`(_ data: String, _ message: String) {
    let error = #expect(throws: DiagnosticList.self) { try scope(data) }
    let text = error?.diagnostics.map { "\($0)".replacing(" error:", with: "") } ?? []
    #expect(text == [message.hasPrefix("2:") ? "s.yaml:\(message)" : message])
  }

  @Test func `A scene from memory has no folder`() {
    let error = #expect(throws: DiagnosticList.self) { try scope("  t: a.csv", isInFolder: false) }
    #expect(
      error?.diagnostics.first?.message == "a scene from memory has no folder in which 'a.csv' could lie")
  }

  @Test func `What is wrong with data is not told again where they are used`() {
    let error = #expect(throws: DiagnosticList.self) {
      try scope("  t: missing.csv\nlet: {a: t.x, b: a + 1}")
    }
    #expect(error?.diagnostics.count == 1)
  }

  @Test func `The scene's limit of memory holds`() {
    let error = #expect(throws: DiagnosticList.self) { try scope("  t: a.csv\nlimits: {memory: 100B}") }
    #expect(
      error?.diagnostics.first?.description
        == "s.yaml:2:6: error: 'a.csv' needs more memory than the 100 bytes that there are; "
        + "a scene can raise it, as in limits: {memory: 1000B}; at most 16GB")
  }
}
