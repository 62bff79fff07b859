internal import Diagnostics

/// The reading of one JSON file: a parser that keeps nothing but the columns.
struct JSONReader: ~Copyable {
  /// Lists and objects that nobody asked for are skipped down to this depth.
  static let depthLimit = 100

  private let source: ByteSource
  private let request: TableRequest
  var scanner: JSONScanner
  var columns: [JSONColumn] = []
  private var places: [String: Int] = [:]
  private var rowCount = 0

  init(_ source: ByteSource, _ request: TableRequest) throws(Diagnostic) {
    self.source = source
    self.request = request
    scanner = try JSONScanner(source, windowSize: request.windowSize)
  }

  /// A file that is one list or object.
  mutating func document() throws(Diagnostic) -> Table {
    let isWhole: Bool
    if try scanner.takes("[") {
      isWhole = try rows()
    } else if try scanner.takes("{") {
      try readColumns()
      isWhole = true
    } else {
      throw try scanner.unexpected("a list of objects or an object of lists")
    }
    if isWhole, try scanner.token() != nil { throw try scanner.unexpected("the end of the file") }
    return try table()
  }

  /// A file with an object a line.
  mutating func lines() throws(Diagnostic) -> Table {
    while rowCount < request.rows ?? .max, try scanner.token() != nil { try row() }
    return try table()
  }

  /// The objects of a list; `false` if it has more than were asked for.
  private mutating func rows() throws(Diagnostic) -> Bool {
    if try scanner.takes("]") { return true }
    while true {
      guard rowCount < request.rows ?? .max else { return false }
      try row()
      if try scanner.takes("]") { return true }
      guard try scanner.takes(",") else { throw try scanner.unexpected("',' or ']'") }
    }
  }

  /// One object, whose keys name columns.
  private mutating func row() throws(Diagnostic) {
    guard try scanner.takes("{") else { throw try scanner.unexpected("an object") }
    var expected = 0
    if try !scanner.takes("}") {
      while true {
        let (key, start) = try key()
        if let place = try column(key, near: expected, missing: rowCount, at: start) {
          guard columns[place].count == rowCount else {
            throw scanner.mistake("'\(key)' is given twice", at: start)
          }
          try readCell(place)
          expected = place + 1
        } else {
          try skipValue(depth: 0)
        }
        if try scanner.takes("}") { break }
        guard try scanner.takes(",") else { throw try scanner.unexpected("',' or '}'") }
      }
    }
    rowCount += 1
    for place in columns.indices where columns[place].count < rowCount { try append(.null, place) }
    if rowCount % 512 == 0 { try checkMemory() }
  }

  /// The lists of an object, each a column.
  private mutating func readColumns() throws(Diagnostic) {
    if try scanner.takes("}") { return }
    while true {
      let (key, start) = try key()
      guard places[key] == nil else { throw scanner.mistake("'\(key)' is given twice", at: start) }
      if let place = try column(key, near: columns.count, missing: 0, at: start) {
        try readColumn(place, startingAt: start)
      } else {
        try skipValue(depth: 0)
      }
      if try scanner.takes("}") { return }
      guard try scanner.takes(",") else { throw try scanner.unexpected("',' or '}'") }
    }
  }

  private mutating func readColumn(_ place: Int, startingAt start: Int) throws(Diagnostic) {
    guard try scanner.takes("[") else {
      var error = try scanner.unexpected("a list")
      error.help = "pandas writes tables that can be read with orient='records' or orient='list'"
      throw error
    }
    var count = 0
    if try !scanner.takes("]") {
      while true {
        count += 1
        if count <= request.rows ?? .max { try readCell(place) } else { try skipValue(depth: 0) }
        if count % 512 == 0 { try checkMemory() }
        if try scanner.takes("]") { break }
        guard try scanner.takes(",") else { throw try scanner.unexpected("',' or ']'") }
      }
    }
    let kept = columns[place].count
    guard place == 0 || kept == rowCount else {
      throw scanner.mistake(
        "'\(columns[place].title)' has \(count) element\(count == 1 ? "" : "s"), '\(columns[0].title)' has \(rowCount)",
        at: start)
    }
    rowCount = kept
  }

  /// A key with the colon behind it, and where it starts.
  mutating func key() throws(Diagnostic) -> (String, Int) {
    guard try scanner.token() == UInt8(ascii: "\"") else {
      throw try scanner.unexpected("a name in quotes")
    }
    let start = scanner.position
    try scanner.scanText()
    guard let key = String(validating: scanner.text, as: UTF8.self) else {
      throw scanner.mistake("this text is not UTF-8", at: start)
    }
    guard try scanner.takes(":") else { throw try scanner.unexpected("':'") }
    return (key, start)
  }

  /// The place of a column, a new one without its first values if need be; `nil` if nobody asked for it.
  private mutating func column(
    _ title: String, near expected: Int, missing: Int, at position: Int
  ) throws(Diagnostic) -> Int? {
    if columns.indices.contains(expected), columns[expected].title == title { return expected }
    if let place = places[title] { return place }
    let name = columnNames(of: [title])[0]
    if let wanted = request.columns, !wanted.contains(where: { $0.text == title || $0.text == name }) {
      return nil
    }
    guard columns.count < TableRequest.columnLimit else {
      throw scanner.mistake("there are more than \(TableRequest.columnLimit) columns", at: position)
    }
    places[title] = columns.count
    columns.append(JSONColumn(title, missing: missing))
    return columns.count - 1
  }

  /// The columns that were asked for, in that order.
  private func table() throws(Diagnostic) -> Table {
    try checkMemory()
    let names = columnNames(of: columns.map(\.title))
    var chosen = Array(columns.indices)
    if let wanted = request.columns {
      chosen = []
      for want in wanted {
        let found = columns.firstIndex { $0.title == want.text } ?? names.firstIndex(of: want.text)
        guard let place = found else { throw unknownColumn(want, among: columns.map(\.title)) }
        chosen.append(place)
      }
    }
    return Table(
      columns: chosen.map { place in
        Table.Column(name: names[place], title: columns[place].title, content: columns[place].content)
      }, rowCount: rowCount)
  }

  private func checkMemory() throws(Diagnostic) {
    guard columns.reduce(0, { $0 + $1.byteCount }) <= request.memory else {
      throw request.tooLarge(source.name)
    }
  }
}
