/// Code and how far it has been read.
struct CodeReader {
  let scalars: [Unicode.Scalar]
  var position = 0

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  var isAtEnd: Bool { position >= scalars.count }

  /// The character that comes next; `nil` at the end.
  var next: Unicode.Scalar? { peek(0) }

  /// The character `distance` places further on; `nil` beyond the text.
  func peek(_ distance: Int) -> Unicode.Scalar? {
    let index = position + distance
    return index < scalars.count ? scalars[index] : nil
  }

  /// Reads `sign` if it comes next.
  mutating func read(_ sign: String) -> Bool {
    var distance = 0
    for scalar in sign.unicodeScalars {
      guard peek(distance) == scalar else { return false }
      distance += 1
    }
    position += distance
    return true
  }
}
