/// The findings of one group, as a table.
struct Table: Sendable {
  private let title: String
  private let rows: [[String]]

  init(_ title: String, _ findings: [Finding]) {
    self.title = title
    rows = findings.map(\.cells)
  }

  /// Aligned columns for a terminal.
  var text: String {
    let all = [Finding.columns] + rows
    let widths = Finding.columns.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
    let lines = all.map { row in
      let cells = zip(row, widths).map { cell, width in
        cell + String(repeating: " ", count: width - cell.count)
      }
      return "  " + cells.joined(separator: "  ").trimmingTrailingSpaces
    }
    return "\n\(title)\n\(lines.joined(separator: "\n"))\n"
  }

  var markdown: String {
    let rule = "|" + String(repeating: "---|", count: Finding.columns.count)
    let lines = ([Finding.columns] + rows).map { "| \($0.joined(separator: " | ")) |" }
    return "\n**\(title)**\n\n\(lines[0])\n\(rule)\n\(lines.dropFirst().joined(separator: "\n"))\n"
  }
}

extension String {
  fileprivate var trimmingTrailingSpaces: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
