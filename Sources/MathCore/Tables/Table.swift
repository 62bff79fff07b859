/// Named columns of equal length, in the order of their file.
package struct Table: Sendable {
  /// What a column holds.
  package enum Content: Sendable {
    /// Numbers; NaN where a cell is empty.
    case numbers([Double])
    /// Ones and zeros that stand for true and false; no cell is empty.
    case truth([Double])
    /// Texts; an empty cell is the empty text.
    case texts(TextColumn)
  }

  /// One column.
  package struct Column: Sendable {
    /// The name that can be written after a dot, such as `sepal_length_cm`.
    package var name: String
    /// The name as it stands in the file, such as `sepal length (cm)`.
    package var title: String
    package var content: Content
    /// Why it is no column of numbers though it starts as one, such as `'n/s' in line 17`.
    package var reason: String?

    package init(name: String, title: String, content: Content, reason: String? = nil) {
      self.name = name
      self.title = title
      self.content = content
      self.reason = reason
    }
  }

  package let columns: [Column]
  /// How long each column is.
  package let rowCount: Int
  /// How its file is laid out, as far as that was guessed, such as `commas, with a header`.
  package var layout: String?

  /// A table of columns that are `rowCount` long.
  package init(columns: [Column], rowCount: Int) {
    precondition(columns.allSatisfy { $0.content.count == rowCount }, "columns are equally long")
    self.columns = columns
    self.rowCount = rowCount
  }

  /// The column of that title, or of that name; `nil` if there is none.
  package subscript(name: String) -> Column? {
    columns.first { $0.title == name } ?? columns.first { $0.name == name }
  }

  /// The rows at some places, which must exist, in that order.
  package func rows(at places: [Int]) -> Table {
    let chosen = columns.map { column in
      Column(
        name: column.name, title: column.title, content: column.content.elements(at: places),
        reason: column.reason)
    }
    return Table(columns: chosen, rowCount: places.count)
  }

  /// About how many bytes it holds.
  package var byteCount: Int { columns.reduce(0) { $0 + 256 + $1.content.byteCount } }
}

extension Table.Content {
  /// How many elements there are.
  package var count: Int {
    switch self {
    case .numbers(let numbers), .truth(let numbers): numbers.count
    case .texts(let texts): texts.count
    }
  }

  /// The elements at some places, which must exist, in that order.
  package func elements(at places: [Int]) -> Table.Content {
    switch self {
    case .numbers(let numbers): .numbers(places.map { numbers[$0] })
    case .truth(let truth): .truth(places.map { truth[$0] })
    case .texts(let texts): .texts(texts.elements(at: places))
    }
  }

  /// About how many bytes it holds.
  package var byteCount: Int {
    switch self {
    case .numbers(let numbers), .truth(let numbers): 8 * numbers.count
    case .texts(let texts): texts.byteCount
    }
  }
}
