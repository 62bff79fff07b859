import Glibc
import OnePicture

/// The lines of standard input, each given as soon as it is complete.
struct InputLines {
  private var waiting: [UInt8] = []
  /// Where in `waiting` the next line starts.
  private var start = 0
  private var isAtEnd = false

  /// Longer lines are cut: no expression is that long, and an endless one must not fill the memory.
  private static let lengthLimit = 1_100_000

  /// The next line without its line break; `nil` after the last.
  mutating func next() -> String? {
    var searched = start
    while true {
      if let end = waiting[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        defer { start = end + 1 }
        return text(waiting[start..<end])
      }
      guard !isAtEnd else {
        defer { start = waiting.count }
        return start < waiting.count ? text(waiting[start...]) : nil
      }
      waiting.removeSubrange(..<start)
      start = 0
      waiting.removeLast(max(0, waiting.count - Self.lengthLimit))
      searched = waiting.count
      read()
    }
  }

  private func text(_ line: ArraySlice<UInt8>) -> String {
    String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
  }

  private mutating func read() {
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(STDIN_FILENO, &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      if count <= 0 { isAtEnd = true } else { waiting += piece[..<count] }
      return
    }
  }
}
