internal import MathCore

/// A table for a terminal: names above aligned columns, numbers to the right, texts to the left.
///
/// Of many rows the first five and the last five stand for all, and their number is told.
struct TableText {
  private let table: Table

  init(_ table: Table) { self.table = table }

  var text: String {
    let places = shownRows
    let columns = table.columns.prefix(Self.columnLimit).map { column in
      aligned([column.name] + places.map { $0.map { cell(column.content, $0) } ?? "…" }, column.content)
    }
    var lines = (0...places.count).map { line in
      columns.map { $0[line] }.joined(separator: "  ").trimmingTrailingSpaces
    }
    let hidden = table.columns.count - columns.count
    if hidden > 0 || places.contains(nil) {
      lines.append(
        "\(counted(table.rowCount, "row")), \(counted(table.columns.count, "column"))"
          + (hidden > 0 ? ", the first \(columns.count) shown" : ""))
    }
    return lines.joined(separator: "\n")
  }

  /// More columns than this fit no screen.
  private static let columnLimit = 20
  /// Longer texts are cut.
  private static let widthLimit = 40

  /// The rows that are shown, `nil` for those between.
  private var shownRows: [Int?] {
    let count = table.rowCount
    guard count > 20 else { return Array(0..<count) }
    return Array(0..<5) + [nil] + Array(count - 5..<count)
  }

  private func cell(_ content: Table.Content, _ row: Int) -> String {
    switch content {
    case .numbers(let numbers): return sixDigits(numbers[row])
    case .truth(let truth): return truth[row] != 0 ? "true" : "false"
    case .texts(let texts):
      let text = texts[row].split(whereSeparator: \.isNewline).joined(separator: " ")
      return text.count > Self.widthLimit ? text.prefix(Self.widthLimit - 1) + "…" : text
    }
  }

  private func aligned(_ cells: [String], _ content: Table.Content) -> [String] {
    let width = cells.map(\.count).max() ?? 0
    let isLeft = if case .texts = content { true } else { false }
    return cells.map { cell in
      let space = String(repeating: " ", count: width - cell.count)
      return isLeft ? cell + space : space + cell
    }
  }
}

extension String {
  fileprivate var trimmingTrailingSpaces: String {
    var rest = self[...]
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}
