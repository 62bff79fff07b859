package import Diagnostics

extension ByteSource {
  /// The line and the character of the byte at an offset, found by reading the file again up to there.
  ///
  /// So nobody has to count lines while all is well.
  package func location(of offset: Int) -> SourceLocation {
    var counter = LineCounter()
    var position = (try? startsWithMark()) == true ? 3 : 0
    while position < offset {
      guard let piece = try? bytes(from: position, count: min(1 << 18, offset - position)), !piece.isEmpty
      else { break }
      for byte in piece { counter.add(byte) }
      position += piece.count
    }
    return SourceLocation(file: name, line: counter.line, column: counter.column)
  }

  /// Whether it starts with the three bytes that mark UTF-8; an error for the marks of UTF-16.
  func startsWithMark() throws(Diagnostic) -> Bool {
    let mark = try bytes(from: 0, count: 3)
    guard !mark.starts(with: [0xFF, 0xFE]), !mark.starts(with: [0xFE, 0xFF]) else {
      throw Diagnostic(
        "expected UTF-8, found UTF-16", at: SourceLocation(file: name, line: 1, column: 1),
        help: "save the file as UTF-8")
    }
    return mark == [0xEF, 0xBB, 0xBF]
  }
}

/// Lines end in LF, CRLF or CR; columns count characters.
private struct LineCounter {
  var line = 1
  var column = 1
  private var isAfterReturn = false

  mutating func add(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\n") where isAfterReturn: isAfterReturn = false
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
      line += 1
      column = 1
      isAfterReturn = byte == UInt8(ascii: "\r")
    default:
      // All bytes of a character in UTF-8 but those that continue it.
      if byte & 0xC0 != 0x80 { column += 1 }
      isAfterReturn = false
    }
  }
}
