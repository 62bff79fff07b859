internal import Diagnostics

extension TableFormat {
  /// JSON (RFC 8259): a list of objects, one a row, or an object of lists, one a column.
  ///
  /// A column holds numbers, texts, or true and false; `null` and what an object lacks are NaN among numbers
  /// and the empty text among texts. `NaN` and `Infinity` are understood, as Python writes them.
  static let json = TableFormat(options: ["rows", "columns"]) { (source, request) throws(Diagnostic) in
    var reader = try JSONReader(source, request)
    return .table(try reader.document())
  }

  /// A JSON object a line, one a row.
  static let jsonLines = TableFormat(options: ["rows", "columns"]) {
    (source, request) throws(Diagnostic) in
    var reader = try JSONReader(source, request)
    return .table(try reader.lines())
  }
}
