internal import Diagnostics

/// The rows of a CSV file as texts, for its header; only the first few are ever read so.
struct CSVRows: ~Copyable {
  private var window: ByteWindow
  private var separator: UInt8?

  /// Without a separator, `foundSeparator` has to be asked first.
  init(_ window: consuming ByteWindow, separator: UInt8?) {
    self.window = window
    self.separator = separator
  }

  /// Where in the file the next row starts.
  var position: Int { window.position }

  /// The separator: of comma, semicolon and tab the one of which the first line has most outside of quotes;
  /// the comma if there is none.
  mutating func foundSeparator() throws(Diagnostic) -> UInt8 {
    if let separator { return separator }
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    var counts = [0, 0, 0]
    var isQuoted = false
    var place = 0
    var isEmpty = true
    scan: while true {
      if window.start + place == window.end {
        // Lines that start so long are told by `next`.
        guard try window.refill() else { break }
        continue
      }
      let byte = window.bytes[window.start + place]
      place += 1
      switch byte {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        if !isQuoted, !isEmpty { break scan }
        continue
      case _ where isQuoted: break
      default: if let which = candidates.firstIndex(of: byte) { counts[which] += 1 }
      }
      isEmpty = false
    }
    let most = counts.firstIndex(of: counts.max() ?? 0) ?? 0
    separator = candidates[most]
    return candidates[most]
  }

  /// The cells of the next row that is not empty; `nil` at the end.
  mutating func next() throws(Diagnostic) -> [String]? {
    while true {
      window.endLine()
      window.skipLineEnds()
      if window.count > 0, let row = try row() { return row }
      guard try window.refill() else {
        if window.count == 0 { return nil }
        throw window.endlessRow(separator: separator ?? 0)
      }
    }
  }

  /// A row that is whole in the window, else `nil`.
  private mutating func row() throws(Diagnostic) -> [String]? {
    guard let separator else { return nil }
    var cells: [String] = []
    var next = window.start
    while true {
      switch window.csvCell(at: next, separator: separator) {
      case .incomplete: return nil
      case .strayText(let place): throw window.strayText(at: place)
      case .cell(let cell):
        cells.append(window.text(of: cell))
        next = cell.end + 1
        guard window.bytes[cell.end] != separator else { continue }
        let length = window.lineEndLength(at: cell.end)
        if length == 0 { return nil }
        guard cells.count <= TableRequest.columnLimit else {
          throw Diagnostic(
            "a row has more than \(TableRequest.columnLimit) columns", at: window.location(of: window.start))
        }
        window.start = cell.end + length
        return cells
      }
    }
  }
}
