import Formulas
import Foundation
import Testing

/// `Scenes/specimens/formulas.yaml`: every command of formulas with what it draws, made of the tables.
struct Specimen {
  let text: String

  private static let columnCount = 12
  /// Letters of the column of names.
  private static let nameWidth = 20

  private enum Line {
    case heading(String)
    case command(String)
  }

  init() {
    var columns: [[Line]] = [[]]
    let groups = FormulaCommands.groups.map(Self.abridged)
    let total = groups.map { Self.weight(of: $0) * Double($0.entries.count) + 2 }.reduce(0, +)
    var height = 0.0
    for group in groups {
      var isHeaded = false
      for entry in group.entries {
        if height > total / Double(Self.columnCount) {
          columns.append([])
          height = 0
        }
        if !isHeaded {
          columns[columns.count - 1].append(.heading(group.title))
          height += 2
        }
        isHeaded = true
        columns[columns.count - 1].append(.command(Self.line(entry)))
        height += Self.weight(of: group)
      }
    }
    text = Self.head + columns.map(Self.panel).joined()
  }

  /// Families of commands for every letter as one line each: their names differ in the last letter.
  private static func abridged(_ group: FormulaCommands) -> FormulaCommands {
    guard group.title == "Letters of machine learning" else { return group }
    var group = group
    group.entries = group.entries.filter { ["a", "A"].contains($0.name.suffix(1)) }.map { first in
      let family = "\\" + first.name.dropLast()
      let (second, last) = first.name.hasSuffix("a") ? ("b", "z") : ("B", "Z")
      var entry = first
      entry.name = "\(first.name) … \(family)\(last)"
      entry.example = "\(first.example), \(family)\(second), \\dots, \(family)\(last)"
      return entry
    }
    return group
  }

  private static let head = """
    # Every command of formulas with what it draws. Made of the tables that the parser reads:
    # ONEPICTURE_RECORD=1 swift test --filter SpecimenTests
    title: Commands of formulas
    alt: A sheet of all commands of formulas in \(columnCount) columns, each command beside what it draws.
    canvas: {width: 2820pt, height: 1780pt}
    layout: row
    panels:

    """

  private static func panel(_ lines: [Line]) -> String {
    var text = "  - size: 10\n    place: top\n    text: |-\n"
    for (index, line) in lines.enumerated() {
      switch line {
      case .heading(let title): text += (index == 0 ? "" : "\n") + "      **\(title)**\n"
      case .command(let command): text += "      \(command)\n"
      }
    }
    return text
  }

  /// How high a line of the group is, in lines of text.
  private static func weight(of group: FormulaCommands) -> Double {
    let heights = group.entries.prefix(12).map { entry in
      let tall = ["frac", "matrix", "\\\\", "sum", "binom", "brace", "left", "over", "big", "Big", "choose"]
      return entry.example.contains("\\\\") ? 2.6 : tall.contains { entry.example.contains($0) } ? 1.6 : 1.0
    }
    return heights.reduce(0, +) / Double(max(heights.count, 1))
  }

  /// The command's name in a column of its own, then its example.
  private static func line(_ entry: FormulaCommands.Entry) -> String {
    let isEnvironment = entry.example.hasPrefix("\\begin{\(entry.name)}")
    let name = (isEnvironment ? "" : "\\") + entry.name
    let padded = name.padding(toLength: max(nameWidth, name.count + 1), withPad: " ", startingAt: 0)
    // A grave accent would end the code.
    let code = name.contains("`") ? "$\\verb|\(padded)|$" : "`\(padded)`"
    // Two braces would open a value.
    return "\(code)$\(entry.example.replacing("{{", with: "{ {"))$"
  }
}

@Suite struct SpecimenTests {
  private static let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Scenes/specimens/formulas.yaml").standardized

  @Test func `The specimen shows every command`() throws {
    let specimen = Specimen().text
    if ProcessInfo.processInfo.environment["ONEPICTURE_RECORD"] != nil {
      try Data(specimen.utf8).write(to: Self.file)
    }
    let found = try String(contentsOf: Self.file, encoding: .utf8)
    #expect(
      found == specimen,
      "Scenes/specimens/formulas.yaml is not that of the tables: ONEPICTURE_RECORD=1 swift test --filter SpecimenTests"
    )
  }
}
