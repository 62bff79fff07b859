import Expressions
import Foundation
import Testing

/// `Reference.md` beside the README, made of the tables of the reference.
struct ReferencePage {
  var text: String

  init() {
    var lines = [
      "# The language of expressions", "",
      "Everything after `let:` in a scene, in `{{…}}`, and wherever a number, a vector or a function is wanted.",
      "`onepicture explain NAME` prints one entry. This page is made from the tables that the tests run:",
      "`ONEPICTURE_RECORD=1 swift test --filter ReferenceTests` writes it anew.", "", "## Operators", "",
      "As in Python and in textbooks; what stands further up binds tighter.", "",
    ]
    lines += Self.table(["operator", "meaning", "example", "value"], operatorRows.map(Self.cells))
    lines += ["", "## Values and shapes", ""]
    lines += Self.table(["spelling", "meaning", "example", "value"], valueRows.map(Self.cells))
    lines += ["", "## Constants", ""]
    lines += Self.table(
      ["name", "value"], constantReference.map { ["`\($0.name)`", $0.summary] })
    lines += [
      "", "## Functions", "",
      "Functions of a number are taken of each element of a vector or matrix. Arguments with `=` may be left out.",
      "`axis` counts from 0, or from the last one if it is negative.",
    ]
    var pillar = ""
    for row in functionReference {
      if row.pillar != pillar {
        pillar = row.pillar
        lines += ["", "### \(pillar.prefix(1).uppercased())\(pillar.dropFirst())", ""]
        lines += Self.table(["function", "value", "example", "gives"], [])
      }
      lines.append(
        Self.line(["`\(row.usage)`", row.summary, "`\(row.example)`", "`\(row.result)`"]))
    }
    text = lines.joined(separator: "\n") + "\n"
  }

  private static func cells(_ row: SyntaxRow) -> [String] {
    [row.spelling, row.meaning, "`\(row.example)`", "`\(row.result)`"]
  }

  private static func table(_ heads: [String], _ rows: [[String]]) -> [String] {
    [line(heads), line(heads.map { _ in "---" })] + rows.map(line)
  }

  private static func line(_ cells: [String]) -> String {
    // A bar would end the cell.
    "| \(cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ")) |"
  }
}

@Suite struct ReferenceTests {
  private static let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../Reference.md").standardized

  @Test func `The page is that of the tables`() throws {
    let page = ReferencePage().text
    if ProcessInfo.processInfo.environment["ONEPICTURE_RECORD"] == "1" {
      try Data(page.utf8).write(to: Self.file)
    }
    let recorded = String(decoding: try Data(contentsOf: Self.file), as: UTF8.self)
    #expect(recorded == page, "Reference.md is out of date: run with ONEPICTURE_RECORD=1")
  }

  @Test(arguments: operatorRows + valueRows)
  func `The examples of the syntax hold`(_ row: SyntaxRow) throws {
    #expect(try shown(row.example) == row.result)
  }

  /// Each operator takes its operands before those of the row below do.
  @Test(arguments: [
    ("√(-4)²", "√((-4)^2)"), ("√(-4)^2", "(√(-4))^2"), ("-3²", "-(3^2)"), ("2*-3^2", "2*(-(3^2))"),
    ("1 + 2*3", "1 + (2*3)"), ("6 - 2 - 1", "(6 - 2) - 1"),
    ("12/2/3", "(12/2)/3"), ("len(1..2 + 3)", "len(1..(2 + 3))"), ("2 + 3 < 4*2", "(2 + 3) < (4*2)"),
    ("not 1 > 2 and 3 > 2", "(not (1 > 2)) and (3 > 2)"),
    ("1 < 2 or 1 < 2 and 2 < 1", "(1 < 2) or (1 < 2 and 2 < 1)"),
    ("1 if 2 > 1 or 1 > 2 else 3", "(1 if (2 > 1 or 1 > 2) else 3)"),
    ("(x -> x + 1 if x > 2 else 0)(3)", "4"),
  ])
  func `Precedence is as the page says`(_ short: String, _ long: String) throws {
    #expect(try shown(short) == shown(long))
  }
}
