/// A text and how far it has been read.
struct ScalarReader {
  let scalars: [Unicode.Scalar]
  var position = 0

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  var isAtEnd: Bool { position >= scalars.count }

  /// The character that comes next; `nil` at the end.
  var next: Unicode.Scalar? { peek(0) }

  /// The character `distance` places further on; `nil` beyond the text.
  func peek(_ distance: Int) -> Unicode.Scalar? {
    let index = position + distance
    return scalars.indices.contains(index) ? scalars[index] : nil
  }

  /// Reads `text` if it comes next.
  mutating func read(_ text: String) -> Bool {
    var distance = 0
    for scalar in text.unicodeScalars {
      guard peek(distance) == scalar else { return false }
      distance += 1
    }
    position += distance
    return true
  }

  mutating func skipSpaces() {
    while let scalar = next, scalar.isBlank { position += 1 }
  }

  /// The UTF-8 offset of a position; only asked for when something is wrong.
  func offset(of position: Int) -> Int {
    scalars[..<min(max(position, 0), scalars.count)].reduce(0) { $0 + UTF8.width($1) }
  }

  func failure(_ message: String, at position: Int, help: String? = nil) -> ParseFailure {
    ParseFailure(message: message, offset: offset(of: position), help: help)
  }
}

extension Unicode.Scalar {
  /// Space, tab or line break.
  var isBlank: Bool { self == " " || self == "\n" || self == "\t" || self == "\r" }

  var isASCIILetter: Bool { (65...90).contains(value) || (97...122).contains(value) }

  var isASCIIDigit: Bool { (48...57).contains(value) }
}
