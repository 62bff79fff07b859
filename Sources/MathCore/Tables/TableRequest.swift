package import Diagnostics

/// What an author wants of a data file; what is `nil` is found out from the file.
package struct TableRequest: Sendable {
  /// Only so many rows from the front are read.
  package var rows: Int?
  /// Only these columns, in this order, by title or name.
  package var columns: [LocatedText]?
  /// The byte between the cells of a CSV file.
  package var separator: UInt8?
  /// The byte before a CSV file's decimals.
  package var decimal: UInt8
  /// Whether the first row of a CSV file names the columns.
  package var hasHeader: Bool?
  /// Names for the columns of a CSV file, instead of those of its header.
  package var names: [LocatedText]?
  /// What stands for a missing cell besides nothing; `nil` means `standardMissing`, in numbers only.
  package var missing: [String]?
  /// The most bytes that the result may hold.
  package var memory: Int
  /// How the author can allow for more bytes.
  package var memoryAdvice: String?

  /// Words that stand for a missing number if a request does not say otherwise.
  package static let standardMissing = ["NA", "N/A", "n/a", "NaN", "nan", "null", "NULL", "None"]

  /// How many bytes of a text are in memory at first; a quarter of a megabyte fits the caches.
  var windowSize = 1 << 18

  /// A file of more columns is none for a picture.
  static let columnLimit = 10_000

  package init(memory: Int) {
    self.memory = memory
    decimal = UInt8(ascii: ".")
  }

  /// What to say when a file needs more memory than it may.
  func tooLarge(_ name: String) -> Diagnostic {
    Diagnostic("'\(name)' needs more memory than the \(described(memory)) that there are", help: memoryAdvice)
  }
}

/// Bytes in the unit that suits them.
private func described(_ bytes: Int) -> String {
  for (unit, size) in [("GB", 1_000_000_000), ("MB", 1_000_000), ("kB", 1000)] where bytes >= size {
    return "\((Double(bytes) / Double(size) * 10).rounded() / 10) \(unit)".replacing(".0 ", with: " ")
  }
  return "\(bytes) bytes"
}
