internal import MathCore

/// A table for a terminal: names above aligned columns, numbers to the right, texts to the left.
///
/// Of many rows the first five and the last five stand for all, and their number is told.
struct TableText {
  private let table: Table

  init(_ table: Table) { self.table = table }

  var text: String {
    let columns = table.columns.prefix(Self.columnLimit)
    let places = shownRows
    let cells = places.map { place in
      columns.map { column in place.map { cell(column.content, $0) } ?? "…" }
    }
    let texts = columns.indices.filter { if case .texts = columns[$0].content { true } else { false } }
    var lines = alignedLines([columns.map(\.name)] + cells, leftAligned: Set(texts))
    let hidden = table.columns.count - columns.count
    if hidden > 0 || places.contains(nil) || places.isEmpty {
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
      return shortened(
        texts[row].split(whereSeparator: \.isNewline).joined(separator: " "), to: Self.widthLimit)
    }
  }
}

/// The beginning of a text that is too long.
func shortened(_ text: String, to length: Int) -> String {
  text.count > length ? text.prefix(length - 1) + "…" : text
}

/// Rows of cells below each other, two spaces apart; cells stand to the right but in some columns.
func alignedLines(_ rows: [[String]], leftAligned: Set<Int>) -> [String] {
  let width = rows.first?.count ?? 0
  let widths = (0..<width).map { place in rows.map { $0[place].count }.max() ?? 0 }
  return rows.map { row in
    let cells = row.enumerated().map { place, cell in
      let space = String(repeating: " ", count: widths[place] - cell.count)
      return leftAligned.contains(place) ? cell + space : space + cell
    }
    let line = cells.joined(separator: "  ")
    return String(line[..<(line.lastIndex { $0 != " " }.map { line.index(after: $0) } ?? line.startIndex)])
  }
}
