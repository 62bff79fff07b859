import Diagnostics
import MathCore
import SceneFiles

/// Tables that are written in the scene itself.
extension Table {
  /// Columns by name: `{math: [85, 72], name: [Ann, Bob]}`.
  init(columns entries: [Entry], at location: SourceLocation) throws(Diagnostic) {
    var columns: [(key: LocatedText, cells: [SceneFiles.Node])] = []
    for entry in entries {
      let cells = try entry.value.items(for: "'\(entry.key.text)'")
      if let first = columns.first, first.cells.count != cells.count {
        throw Diagnostic(
          "'\(entry.key.text)' has \(cells.count) element\(cells.count == 1 ? "" : "s"), '\(first.key.text)' has \(first.cells.count)",
          at: entry.value.location)
      }
      columns.append((entry.key, cells))
    }
    try self.init(columns, at: location)
  }

  /// Rows, each with all its names: `[{math: 85, name: Ann}, {math: 72, name: Bob}]`.
  init(rows: [SceneFiles.Node], at location: SourceLocation) throws(Diagnostic) {
    var columns: [(key: LocatedText, cells: [SceneFiles.Node])] = []
    for (number, row) in rows.enumerated() {
      guard case .mapping(let entries) = row.content else {
        throw Diagnostic(
          "data: expected a row such as {x: 1, y: 2}, found \(row.typeDescription)", at: row.location,
          help: "vectors and matrices are written under 'let'")
      }
      if number == 0 { columns = entries.map { ($0.key, []) } }
      for entry in entries {
        guard let place = columns.firstIndex(where: { $0.key.text == entry.key.text }) else {
          throw Diagnostic(
            "the first row has no '\(entry.key.text)'", at: entry.key.start,
            help: suggestion(for: entry.key.text, in: columns.map(\.key.text)))
        }
        columns[place].cells.append(entry.value)
      }
      if let missing = columns.first(where: { $0.cells.count <= number }) {
        throw Diagnostic("this row has no '\(missing.key.text)'", at: row.location)
      }
    }
    try self.init(columns, at: location)
  }

  private init(
    _ columns: [(key: LocatedText, cells: [SceneFiles.Node])], at location: SourceLocation
  ) throws(Diagnostic) {
    guard let first = columns.first else {
      throw Diagnostic("data: expected a table, found nothing", at: location)
    }
    let names = columnNames(of: columns.map(\.key.text))
    var contents: [Column] = []
    for (name, column) in zip(names, columns) {
      contents.append(
        Column(name: name, title: column.key.text, content: try Content(column.cells, of: column.key.text)))
    }
    self.init(columns: contents, rowCount: first.cells.count)
  }
}

extension Table.Content {
  /// What cells hold; the first one that is not empty says what all are.
  fileprivate init(_ cells: [SceneFiles.Node], of column: String) throws(Diagnostic) {
    var scalars: [Scalar] = []
    for cell in cells { scalars.append(try cell.scalar(for: "'\(column)'")) }
    let first = scalars.first { $0.resolved != .null }
    switch first?.resolved ?? .null {
    case .number, .null:
      self = .numbers(
        try zip(cells, scalars).map { cell, scalar throws(Diagnostic) in
          if case .null = scalar.resolved { return .nan }
          guard case .number(let number) = scalar.resolved else {
            throw cell.mismatch("'\(column)'", "a number as before")
          }
          return number
        })
    case .boolean:
      self = .truth(
        try cells.map { cell throws(Diagnostic) in try cell.boolean(for: "'\(column)'") ? 1 : 0 })
    case .text:
      self = .texts(TextColumn(scalars.map { $0.resolved == .null ? "" : $0.text.text }))
    }
  }
}
