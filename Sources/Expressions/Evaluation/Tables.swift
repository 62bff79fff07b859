internal import Diagnostics
internal import MathCore

/// Columns and rows of tables.
extension Evaluation {
  /// A column by its name, the number of `rows`, or the names of the `columns`.
  func member(_ name: String, of table: Table, at place: Place) throws(Diagnostic) -> Value {
    if let column = column(name, of: table) { return Value(column.content) }
    switch name {
    case "rows": return .number(Double(table.rowCount))
    case "columns": return .texts(TextColumn(table.columns.map(\.name)))
    default: throw unknownColumn(name, of: table, at: place)
    }
  }

  /// A row: the values of all columns by name.
  func row(_ i: Int, of table: Table) -> Value {
    .record(
      "row",
      table.columns.map { column in
        switch column.content {
        case .numbers(let numbers): (column.name, .number(numbers[i]))
        case .truth(let truth): (column.name, .boolean(truth[i] != 0))
        case .texts(let texts): (column.name, .text(texts[i]))
        }
      })
  }

  /// `table['a']` is a column, `table[['a', 'b']]` a matrix of columns; anything else chooses rows.
  mutating func part(
    of table: Table, _ items: [Syntax.Subscript], _ environment: Environment, at place: Place
  ) throws(Diagnostic) -> Value {
    guard items.count == 1 else {
      throw Diagnostic(
        "a table takes one index, found \(items.count)", at: place.location,
        help: "choose rows first, then a column, as in data[0..9].x")
    }
    guard case .index(let syntax) = items[0] else {
      return try rows(
        try choice(of: items[0], [table.rowCount], environment, at: place), of: table, at: place)
    }
    let found = try value(of: syntax, in: environment)
    let place = environment.place(syntax.range.lowerBound)
    if case .text(let name) = found {
      guard let column = column(name, of: table) else { throw unknownColumn(name, of: table, at: place) }
      return Value(column.content)
    }
    if let names = found.asTexts { return try matrix(names, of: table, at: place) }
    return try rows(try choice(by: found, [table.rowCount], at: place), of: table, at: place)
  }

  /// Some of a column's texts, or one of them.
  mutating func part(
    of texts: TextColumn, _ items: [Syntax.Subscript], _ environment: Environment, at place: Place
  ) throws(Diagnostic) -> Value {
    guard items.count == 1 else {
      throw Diagnostic("a list takes one index, found \(items.count)", at: place.location)
    }
    switch try choice(of: items[0], [texts.count], environment, at: place) {
    case .single(let position): return .text(texts[position])
    case .slice(let positions), .picked(let positions):
      try chargeElements([positions.count], at: place)
      return .texts(texts.elements(at: positions))
    case .newAxis, .flat: throw Diagnostic("a list takes one index", at: place.location)
    }
  }

  private mutating func rows(
    _ choice: AxisChoice, of table: Table, at place: Place
  ) throws(Diagnostic) -> Value {
    switch choice {
    case .single(let position): return row(position, of: table)
    case .slice(let positions), .picked(let positions):
      try chargeElements([positions.count, table.columns.count], at: place)
      return .table(table.rows(at: positions))
    case .newAxis, .flat: throw Diagnostic("a table has rows only to choose from", at: place.location)
    }
  }

  /// Columns of numbers beside each other.
  private mutating func matrix(
    _ names: TextColumn, of table: Table, at place: Place
  ) throws(Diagnostic) -> Value {
    var columns: [[Double]] = []
    for i in 0..<names.count {
      guard let column = column(names[i], of: table) else {
        throw unknownColumn(names[i], of: table, at: place)
      }
      switch column.content {
      case .numbers(let numbers), .truth(let numbers): columns.append(numbers)
      case .texts:
        throw Diagnostic(
          "a matrix holds numbers: column '\(names[i])' holds texts", at: place.location,
          help: column.reason.map { "because of \($0)" })
      }
    }
    let shape = [table.rowCount, columns.count]
    try chargeElements(shape, at: place)
    var elements = [Double](repeating: 0, count: shape[0] * shape[1])
    for (place, column) in columns.enumerated() {
      for (row, number) in column.enumerated() { elements[row * shape[1] + place] = number }
    }
    return .tensor(Tensor(shape: shape, elements: elements))
  }

  private func column(_ name: String, of table: Table) -> Table.Column? {
    if let column = table[name] { return column }
    let canonical = canonicalName(name)
    return table.columns.first { canonicalName($0.name) == canonical }
  }

  private func unknownColumn(_ name: String, of table: Table, at place: Place) -> Diagnostic {
    let names = table.columns.map(\.name)
    let shown = names.prefix(20).joined(separator: ", ") + (names.count > 20 ? ", …" : "")
    return Diagnostic(
      "the table has no column '\(name)'", at: place.location,
      help: suggestion(for: name, in: names + ["rows", "columns"]) ?? "it has \(shown)")
  }
}

/// Comparing texts.
extension Evaluation {
  /// For each text of a list whether it equals one text, or the one at the same place of another list;
  /// `nil` if these are no texts.
  mutating func textsAreEqual(
    _ left: Value, _ right: Value, _ symbol: String, at place: Place
  ) throws(Diagnostic) -> Value? {
    if case .text(let text) = left, let texts = right.asTexts { return try isEqual(texts, text, at: place) }
    if case .text(let text) = right, let texts = left.asTexts { return try isEqual(texts, text, at: place) }
    guard let a = left.asTexts, let b = right.asTexts else { return nil }
    _ = try broadcast([a.count], [b.count], symbol, at: place)
    guard a.count == b.count else {
      return a.count == 1 ? try isEqual(b, a[0], at: place) : try isEqual(a, b[0], at: place)
    }
    try chargeElements([a.count], at: place)
    // Texts of both under the numbers of one list.
    let both = TextColumn((a.texts + b.texts)).codes
    let (first, second) = (both[..<a.texts.count], both[a.texts.count...])
    let truth = zip(a.codes, b.codes).map { i, j in
      first[Int(i)] == second[second.startIndex + Int(j)] ? 1.0 : 0
    }
    return .tensor(Tensor(truth).asTruth)
  }

  private mutating func isEqual(
    _ texts: TextColumn, _ text: String, at place: Place
  ) throws(Diagnostic) -> Value {
    try chargeElements([texts.count], at: place)
    return .tensor(Tensor(texts.isEqual(to: text)).asTruth)
  }
}
