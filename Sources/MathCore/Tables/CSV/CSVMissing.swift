/// Which cells count as empty.
struct CSVMissing {
  private let words: [[UInt8]]
  private let longest: Int
  /// Whether the words stand for a missing text too; the standard ones do not, as `NA` may be Namibia.
  let countsInTexts: Bool

  init(_ layout: CSVLayout) {
    words = layout.missing
    longest = words.map(\.count).max() ?? 0
    countsInTexts = layout.isMissingText
  }

  /// Whether a cell holds nothing, or one of the words.
  func contains(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    let cell = trimmed(cell)
    if cell.isEmpty { return true }
    return cell.count <= longest && words.contains { cell.elementsEqual($0) }
  }
}
