/// What the cells of a column are read as.
enum CSVKind: UInt8, Sendable {
  /// Nobody asked for it.
  case skipped
  case number
  case truth
  case text
}

/// What the columns of a file are read as, and why some of them are texts.
struct CSVKinds: Equatable, Sendable {
  var kinds: [CSVKind]
  /// For columns that started as something else, such as `'n/s' in line 17`.
  var reasons: [String?]

  init(_ kinds: [CSVKind]) {
    self.kinds = kinds
    reasons = Array(repeating: nil, count: kinds.count)
  }
}

/// Whether a cell is `true` or `false`, in small, capital or title letters; `nil` for anything else.
func truth(_ cell: UnsafeBufferPointer<UInt8>) -> Bool? {
  guard (4...5).contains(cell.count) else { return nil }
  switch String(decoding: cell, as: UTF8.self) {
  case "true", "True", "TRUE": return true
  case "false", "False", "FALSE": return false
  default: return nil
  }
}
