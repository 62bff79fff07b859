package import Diagnostics

/// What a data file holds.
package enum FileContent: Sendable {
  case table(Table)
  case tensor(Tensor)
  /// The arrays of an archive, with their names, which can be written after a dot.
  case tensors([(name: String, tensor: Tensor)])
}

/// A kind of data file.
package struct TableFormat: Sendable {
  package typealias Read = @Sendable (ByteSource, TableRequest) throws(Diagnostic) -> FileContent

  /// The options of a scene that make sense for it.
  package let options: [String]
  package let read: Read
}

/// The kind of a data file by its name's ending, in capital letters or small ones.
package func tableFormat(
  ofFile path: String, at location: SourceLocation?
) throws(Diagnostic) -> TableFormat {
  let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
  guard let ending = name.split(separator: ".", omittingEmptySubsequences: false).dropFirst().last else {
    throw Diagnostic(
      "'\(path)' has no ending that tells its format", at: location,
      help: "known: \(tableFormats.names.joined(separator: ", "))")
  }
  return try tableFormats.entry(named: ending.lowercased(), at: location)
}

/// Every kind of data file by its extension; a new one is a file beside this one and a line here.
package let tableFormats = Catalogue<TableFormat>(
  "data format",
  [
    "csv": .csv,
    "tsv": .csv,
    "json": .json,
    "jsonl": .jsonLines,
    "ndjson": .jsonLines,
    "npy": .npy,
    "npz": .npz,
  ])
