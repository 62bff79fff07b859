internal import Diagnostics

/// Line ends and places of a text in a window.
extension ByteWindow {
  /// How many bytes a line end at a place takes, 0 if there is none or not all of it is known yet.
  @inline(__always)
  func lineEndLength(at place: Int) -> Int {
    if bytes[place] == UInt8(ascii: "\n") { return place < end ? 1 : 0 }
    guard bytes[place] == UInt8(ascii: "\r"), place + 1 < end else { return 0 }
    return bytes[place + 1] == UInt8(ascii: "\n") ? 2 : 1
  }

  /// Leaves out all line ends in front.
  mutating func skipLineEnds() {
    while true {
      let length = lineEndLength(at: start)
      if length == 0 { return }
      start += length
    }
  }

  /// Where in the file the byte at a place of the window stands.
  func location(of place: Int) -> SourceLocation {
    source.location(of: position + place - start)
  }
}
