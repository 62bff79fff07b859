internal import Diagnostics

/// One pass over the rows of a CSV file: cells become numbers, block by block.
///
/// The cells of a block of rows are kept by columns, texts as numbers of their dictionary; a full block is
/// appended to the columns. So the inner loop writes plain memory, and no array grows cell by cell.
struct CSVPass: ~Copyable {
  private var window: ByteWindow
  private let layout: CSVLayout
  private let request: TableRequest
  private let width: Int
  /// How a cell is read; a column that turned out to be another is skipped from then on.
  private var readers: [CSVKind]
  private var columns: CSVColumns
  private let missing: CSVMissing
  private let decimals: DecimalReader
  /// Rows that were appended to the columns.
  private var rowCount = 0
  private var blockCount = 0
  /// Whether the end of the file was reached.
  private(set) var isComplete = false

  init(_ source: ByteSource, _ request: TableRequest, _ layout: CSVLayout, _ kinds: CSVKinds) {
    window = ByteWindow(source, from: layout.start, capacity: request.windowSize)
    self.layout = layout
    self.request = request
    width = kinds.kinds.count
    readers = kinds.kinds
    columns = CSVColumns(kinds)
    missing = CSVMissing(layout)
    decimals = DecimalReader(point: request.decimal)
  }

  /// What each column is, as far as was seen; other than before in texts only.
  var kinds: CSVKinds { columns.kinds }

  /// How many bytes a row takes on average, of those that were read.
  var bytesPerRow: Double { Double(window.position - layout.start) / Double(max(1, rowCount)) }

  /// Makes room for rows, as far as they may be kept.
  mutating func expectRows(_ count: Int) { columns.reserve(count, memory: request.memory) }

  /// Reads to the end, or as many rows as were asked for.
  mutating func run() throws(Diagnostic) {
    while try readRow() {}
    try flush()
  }

  /// The columns that were asked for.
  consuming func table() -> Table {
    let names = columnNames(of: layout.titles)
    let contents = columns.contents()
    let chosen = layout.chosen.map { place in
      Table.Column(
        name: names[place], title: layout.titles[place], content: contents[place].content,
        reason: contents[place].reason)
    }
    var table = Table(columns: chosen, rowCount: rowCount)
    table.layout = layout.description
    return table
  }

  /// Reads a row; `false` if there is none, or if enough were read.
  private mutating func readRow() throws(Diagnostic) -> Bool {
    if let limit = request.rows, rowCount + blockCount >= limit { return false }
    while true {
      window.skipLineEnds()
      if window.count > 0, try takeRow() {
        blockCount += 1
        if blockCount == columns.blockRows { try flush() }
        return true
      }
      guard try window.refill() else {
        isComplete = window.count == 0
        if isComplete { return false }
        throw window.endlessRow(separator: layout.separator)
      }
      window.endLine()
    }
  }

  /// Takes the row at the front of the window; `false` if it is not whole.
  private mutating func takeRow() throws(Diagnostic) -> Bool {
    let (bytes, separator) = (window.bytes, layout.separator)
    var next = window.start
    for column in 0..<width {
      var end = next
      // The commonest cell: a decimal and nothing else.
      if readers[column] == .number, let number = decimals.number(bytes + next),
        isCSVEnd(bytes[next + number.length], separator)
      {
        end += number.length
        columns.set(number.value, column, blockCount)
      } else if readers[column] == .text, let text = plainText(at: next, column) {
        end = text
      } else {
        guard let cell = try cell(at: next) else { return false }
        try take(cell, startingAt: next, column)
        end = cell.end
      }
      guard (bytes[end] == separator) == (column < width - 1) else {
        guard let found = try cellCount() else { return false }
        throw Diagnostic(
          "expected \(width) column\(width == 1 ? "" : "s"), found \(found)", at: window.location(of: end))
      }
      next = end + 1
    }
    let length = window.lineEndLength(at: next - 1)
    if length == 0 { return false }
    window.start = next - 1 + length
    return true
  }

  /// Takes a text without quotes, and returns where it ends; `nil` for any other cell.
  @inline(__always)
  private mutating func plainText(at start: Int, _ column: Int) -> Int? {
    guard window.bytes[start] != UInt8(ascii: "\""), !missing.countsInTexts else { return nil }
    let end = window.csvEnd(from: start, separator: layout.separator)
    let text = UnsafeBufferPointer(start: window.bytes + start, count: end - start)
    guard end < window.end, let code = columns.code(of: text, column) else { return nil }
    columns.set(Double(code), column, blockCount)
    return end
  }

  /// The cell at a place; `nil` if it is not whole in the window.
  private func cell(at place: Int) throws(Diagnostic) -> CSVCell? {
    switch window.csvCell(at: place, separator: layout.separator) {
    case .cell(let cell): return cell
    case .incomplete: return nil
    case .strayText(let stray): throw window.strayText(at: stray)
    }
  }

  /// How many cells the row has; `nil` if it is not whole in the window.
  private func cellCount() throws(Diagnostic) -> Int? {
    var (count, next) = (0, window.start)
    while let cell = try cell(at: next) {
      count += 1
      if window.bytes[cell.end] != layout.separator { return count }
      next = cell.end + 1
    }
    return nil
  }

  private mutating func take(
    _ cell: CSVCell, startingAt start: Int, _ column: Int
  ) throws(Diagnostic) {
    let content = UnsafeBufferPointer(
      start: window.bytes + cell.content.lowerBound, count: cell.content.count)
    switch readers[column] {
    case .skipped: return
    case .number:
      let number = missing.contains(content) ? .nan : cellNumber(content, decimals)
      if let number { return columns.set(number, column, blockCount) }
    case .truth:
      if let truth = truth(content) { return columns.set(truth ? 1 : 0, column, blockCount) }
    case .text:
      guard let code = code(of: cell, content, column) else {
        throw Diagnostic(
          "this text is not UTF-8", at: window.location(of: start), help: "save the file as UTF-8")
      }
      return columns.set(Double(code), column, blockCount)
    }
    readers[column] = .skipped
    columns.becomeText(
      column, because: "'\(excerpt(window.text(of: cell)))' in line \(window.location(of: start).line)")
  }

  /// The number of a cell's text; `nil` if it is not UTF-8.
  private mutating func code(
    of cell: CSVCell, _ content: UnsafeBufferPointer<UInt8>, _ column: Int
  ) -> Int? {
    if missing.countsInTexts, missing.contains(content) {
      return columns.code(of: UnsafeBufferPointer(rebasing: content[..<0]), column)
    }
    guard cell.hasDoubledQuotes else { return columns.code(of: content, column) }
    return withoutDoubledQuotes(content).withUnsafeBufferPointer { columns.code(of: $0, column) }
  }

  /// Appends what the block holds, if there is memory for it.
  private mutating func flush() throws(Diagnostic) {
    guard columns.byteCount <= request.memory else { throw request.tooLarge(window.source.name) }
    columns.append(blockCount)
    rowCount += blockCount
    blockCount = 0
  }
}

/// The beginning of a text, for messages.
func excerpt(_ text: String) -> String { text.count > 40 ? text.prefix(40) + "…" : text }
