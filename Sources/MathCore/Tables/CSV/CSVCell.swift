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

  /// The first separator or line end from a place on, sixteen bytes at a time; `end` or more if there is none.
  private func csvEnd(from start: Int, separator: UInt8) -> Int {
    var next = start
    while next < end {
      let piece = UnsafeRawPointer(bytes + next).loadUnaligned(as: SIMD16<UInt8>.self)
      let isEnd = (piece .== separator) .| (piece .== UInt8(ascii: "\n")) .| (piece .== UInt8(ascii: "\r"))
      if any(isEnd) {
        while !isCSVEnd(bytes[next], separator) { next += 1 }
        return next
      }
      next += 16
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
