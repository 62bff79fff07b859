internal import Diagnostics

/// Where a cell stands in a window.
struct CSVCell {
  /// What it holds, without quotes around it.
  var content: Range<Int>
  /// The separator or line end behind it.
  var end: Int
  /// Whether two quotes stand for one within it.
  var hasDoubledQuotes: Bool
}

/// What is found where a cell should be.
enum CSVFinding {
  case cell(CSVCell)
  /// The window ends before the cell does.
  case incomplete
  /// Something stands between the closing quote and the separator.
  case strayText(at: Int)
}

extension ByteWindow {
  /// The cell that starts at a place.
  func csvCell(at start: Int, separator: UInt8) -> CSVFinding {
    guard bytes[start] == UInt8(ascii: "\"") else {
      let end = csvEnd(from: start, separator: separator)
      guard end < self.end else { return .incomplete }
      return .cell(
        CSVCell(content: start..<end, end: end, hasDoubledQuotes: false))
    }
    var next = start + 1
    var hasDoubledQuotes = false
    while true {
      next = place(ofQuoteFrom: next)
      guard next < end else { return .incomplete }
      guard bytes[next + 1] == UInt8(ascii: "\"") else { break }
      hasDoubledQuotes = true
      next += 2
    }
    guard next + 1 < end else { return .incomplete }
    guard isCSVEnd(bytes[next + 1], separator) else { return .strayText(at: next + 1) }
    return .cell(
      CSVCell(content: start + 1..<next, end: next + 1, hasDoubledQuotes: hasDoubledQuotes))
  }

  /// The first separator or line end from a place on, eight bytes at a time; `end` or more if there is none.
  @inline(__always)
  func csvEnd(from start: Int, separator: UInt8) -> Int {
    var next = start
    while next < end {
      let eight = UInt64(littleEndian: UnsafeRawPointer(bytes + next).loadUnaligned(as: UInt64.self))
      let found =
        zeroBytes(eight ^ everyByte(separator)) | zeroBytes(eight ^ everyByte(UInt8(ascii: "\n")))
        | zeroBytes(eight ^ everyByte(UInt8(ascii: "\r")))
      if found != 0 { return next + found.trailingZeroBitCount / 8 }
      next += 8
    }
    return end
  }

  private func place(ofQuoteFrom start: Int) -> Int {
    var next = start
    while next < end, bytes[next] != UInt8(ascii: "\"") { next += 1 }
    return next
  }

  /// The text of a cell, its doubled quotes undone; bytes that are no UTF-8 are replaced.
  func text(of cell: CSVCell) -> String {
    let content = UnsafeBufferPointer(start: bytes + cell.content.lowerBound, count: cell.content.count)
    return cell.hasDoubledQuotes
      ? String(decoding: withoutDoubledQuotes(content), as: UTF8.self)
      : String(decoding: content, as: UTF8.self)
  }

  /// What is wrong with a row that does not end: a quote that is never closed, or that it is too long.
  func endlessRow(separator: UInt8) -> Diagnostic {
    var next = start
    while case .cell(let cell) = csvCell(at: next, separator: separator) { next = cell.end + 1 }
    guard next < end, bytes[next] == UInt8(ascii: "\"") else {
      return Diagnostic("a row is longer than \(Self.limit >> 20) MB", at: location(of: start))
    }
    let help = isLast ? nil : "a row may have \(Self.limit >> 20) MB at most"
    return Diagnostic("this quote is never closed", at: location(of: next), help: help)
  }

  /// What is wrong with `"a"b,`.
  func strayText(at place: Int) -> Diagnostic {
    Diagnostic(
      "expected a separator or the end of the line after the closing quote", at: location(of: place),
      help: "a quote within a quoted cell is written twice")
  }
}

/// A cell's bytes with one quote for two.
func withoutDoubledQuotes(_ content: UnsafeBufferPointer<UInt8>) -> [UInt8] {
  let quote = UInt8(ascii: "\"")
  var bytes: [UInt8] = []
  bytes.reserveCapacity(content.count)
  var isSecond = false
  for byte in content {
    isSecond = byte == quote && !isSecond
    if byte != quote || isSecond { bytes.append(byte) }
  }
  return bytes
}

@inline(__always)
func isCSVEnd(_ byte: UInt8, _ separator: UInt8) -> Bool {
  byte == separator || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
}

@inline(__always)
private func everyByte(_ byte: UInt8) -> UInt64 { 0x0101_0101_0101_0101 &* UInt64(byte) }

/// The upper bit of each byte that is zero, right up to the first such byte, and not before.
///
/// H. S. Warren, "Hacker's Delight" (2013), section 6-1.
@inline(__always)
private func zeroBytes(_ word: UInt64) -> UInt64 {
  (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
}
