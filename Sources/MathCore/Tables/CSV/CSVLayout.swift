internal import Diagnostics

/// How a CSV file is laid out: what was asked for, and the rest from its first two rows.
struct CSVLayout {
  let separator: UInt8
  /// The columns' names as they stand in the file or in the request.
  let titles: [String]
  /// For each column of the file, what its first cell looks like; `skipped` if nobody asked for it.
  let kinds: [CSVKind]
  /// The columns that were asked for, by their places in the file.
  let chosen: [Int]
  /// Where the first row of cells starts in the file.
  let start: Int
  /// Words for a missing cell, and whether they count in texts too.
  let missing: [[UInt8]]
  let isMissingText: Bool
  private let hasHeader: Bool

  init(of source: ByteSource, _ request: TableRequest) throws(Diagnostic) {
    let mark = try source.startsWithMark() ? 3 : 0
    var rows = CSVRows(
      ByteWindow(source, from: mark, capacity: request.windowSize), separator: request.separator)
    separator = try rows.foundSeparator()
    let missing = request.missing ?? TableRequest.standardMissing
    self.missing = missing.map { Array($0.utf8) }
    isMissingText = request.missing != nil
    guard let first = try rows.next() else {
      throw Diagnostic(
        "the file is empty", at: source.location(of: source.count))
    }
    let firstEnd = rows.position
    let second = try rows.next()
    let kind = { (text: String) in guessedKind(text, DecimalReader(point: request.decimal), missing) }
    hasHeader = request.hasHeader ?? isHeader(first.map(kind), above: second?.map(kind))
    start = hasHeader ? firstEnd : mark
    titles = try Self.titles(request, header: hasHeader ? first : nil, count: first.count, source)
    chosen = try Self.chosen(request, titles)
    var kinds = [CSVKind](repeating: .skipped, count: first.count)
    let cells = hasHeader ? second ?? [] : first
    for place in chosen { kinds[place] = place < cells.count ? kind(cells[place]) ?? .number : .number }
    self.kinds = kinds
  }

  /// What a person is told about it.
  var description: String {
    let separators: KeyValuePairs = [",": "commas", ";": "semicolons", "\t": "tabs"]
    let name = separators.first { $0.key.utf8.first == separator }?.value ?? "separators"
    return "\(name), \(hasHeader ? "with" : "without") a header"
  }

  private static func titles(
    _ request: TableRequest, header: [String]?, count: Int, _ source: ByteSource
  ) throws(Diagnostic) -> [String] {
    guard let names = request.names else {
      return header?.map { String($0.trimmingSpaces) } ?? (0..<count).map { "column\($0)" }
    }
    guard names.count == count else {
      throw Diagnostic(
        "names: expected as many as '\(source.name)' has columns, \(count), found \(names.count)",
        at: names.first?.start)
    }
    return names.map(\.text)
  }

  private static func chosen(_ request: TableRequest, _ titles: [String]) throws(Diagnostic) -> [Int] {
    guard let wanted = request.columns else { return Array(titles.indices) }
    let names = columnNames(of: titles)
    var places: [Int] = []
    for want in wanted {
      let found = titles.firstIndex(of: want.text) ?? names.firstIndex(of: want.text)
      guard let place = found else { throw unknownColumn(want, among: titles) }
      guard !places.contains(place) else {
        throw Diagnostic("columns: '\(want.text)' is listed twice", at: want.start)
      }
      places.append(place)
    }
    return places
  }
}

/// What to say when a request names a column that there is not.
func unknownColumn(_ name: LocatedText, among titles: [String]) -> Diagnostic {
  let shown = titles.prefix(20).joined(separator: ", ") + (titles.count > 20 ? ", …" : "")
  return Diagnostic(
    "columns: there is no '\(name.text)'", at: name.start,
    help: suggestion(for: name.text, in: titles) ?? "there are \(shown)")
}

/// What a cell looks like; `nil` if it is missing.
private func guessedKind(_ text: String, _ decimals: DecimalReader, _ missing: [String]) -> CSVKind? {
  let word = String(text.trimmingSpaces)
  if word.isEmpty || missing.contains(word) { return nil }
  if cellNumber(Array(word.utf8), decimals) != nil { return .number }
  return Array(text.utf8).withUnsafeBufferPointer { truth($0) } != nil ? .truth : .text
}

/// Whether a row names the columns: a text above a number tells, or that it holds no number itself.
private func isHeader(_ first: [CSVKind?], above second: [CSVKind?]?) -> Bool {
  let isAboveNumber = zip(first, second ?? []).contains { $0 == .text && $1 == .number }
  return isAboveNumber || !first.contains(.number)
}

extension StringProtocol {
  /// Without spaces at its ends.
  var trimmingSpaces: SubSequence {
    var rest = self[...]
    while rest.first == " " || rest.first == "\t" { rest.removeFirst() }
    while rest.last == " " || rest.last == "\t" { rest.removeLast() }
    return rest
  }
}
