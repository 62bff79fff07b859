internal import Diagnostics

extension TableFormat {
  /// Cells with a separator between them, a row a line (RFC 4180); UTF-8.
  ///
  /// What is not said is guessed. The separator is the one of comma, semicolon and tab that the first line
  /// has most of. The first row is a header if one of its cells is a text above a number, or if it holds no
  /// number. A column holds numbers if all its cells do or are missing; truth, if each is `true` or `false`;
  /// else texts. Rows may end in LF, CRLF or CR; empty lines are left out, as are spaces around numbers.
  static let csv = TableFormat(
    options: ["rows", "columns", "separator", "decimal", "header", "names", "missing"]
  ) { (source, request) throws(Diagnostic) in
    .table(try CSVReader(source, request).table())
  }
}

/// The reading of one CSV file.
struct CSVReader {
  private let source: ByteSource
  private let request: TableRequest
  private let layout: CSVLayout

  /// Finds out how the file is laid out, from its first rows.
  init(_ source: ByteSource, _ request: TableRequest) throws(Diagnostic) {
    self.source = source
    self.request = request
    layout = try CSVLayout(of: source, request)
  }

  /// Rows from which types are guessed first; a column that turns out to be another costs a second pass.
  private static let sampleRows = 1000

  func table() throws(Diagnostic) -> Table {
    var kinds = CSVKinds(layout.kinds)
    var sample = request
    sample.rows = min(Self.sampleRows, request.rows ?? .max)
    var bytesPerRow = 0.0
    // Kinds only ever change to texts, and a pass finds all that change: the second pass is the last.
    for isSample in [true, false] {
      while true {
        var pass = CSVPass(source, isSample ? sample : request, layout, kinds)
        if !isSample { pass.expectRows(rowsExpected(bytesPerRow)) }
        try pass.run()
        if pass.kinds != kinds {
          kinds = pass.kinds
          continue
        }
        bytesPerRow = pass.bytesPerRow
        if !isSample || pass.isComplete { return pass.table() }
        break
      }
    }
    throw Diagnostic("'\(source.name)' cannot be read")
  }

  /// About how many rows there are, rather too many.
  private func rowsExpected(_ bytesPerRow: Double) -> Int {
    let rows = Double(source.count) / max(1, bytesPerRow) * 1.02 + 1000
    return min(Int(rows), request.rows ?? .max)
  }
}
