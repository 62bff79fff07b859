import Diagnostics

extension SceneSource {
  /// Asks for single quotes around the value on the line of `offset`, spelled out.
  ///
  /// Only if the value starts with one of the characters that YAML keeps for itself; `nil` takes any.
  func quotesHelp(at offset: Int, startsWith reserved: String? = "{[*&!%@`|>") -> String? {
    let start = lineStart(before: offset)
    let end = lineEnd(after: offset)
    guard end - start <= 200, let value = valueStart(from: start, to: end), offset >= value else {
      return nil
    }
    if let reserved, !reserved.unicodeScalars.contains(scalars[value]) { return nil }
    var stop = end
    while stop > value, scalars[stop - 1].isYAMLBlank { stop -= 1 }
    return "put the text in single quotes: " + singleQuoted(text(value..<stop))
  }

  /// Where the value on a line starts: after dashes and the first `: `, if there is one.
  private func valueStart(from start: Int, to end: Int) -> Int? {
    var position = start
    while position < end, scalars[position].isYAMLBlank || isDash(position) { position += 1 }
    let text = position
    while position + 1 < end {
      if scalars[position] == ":", scalars[position + 1].isYAMLBlank {
        position += 1
        while position < end, scalars[position].isYAMLBlank { position += 1 }
        return position < end ? position : nil
      }
      position += 1
    }
    return text < end ? text : nil
  }

  private func isDash(_ position: Int) -> Bool {
    scalars[position] == "-" && scalar(at: position + 1)?.isYAMLBlank == true
  }
}

/// A text as YAML takes it literally: in single quotes, those inside doubled.
func singleQuoted(_ text: String) -> String {
  var quoted = "'"
  for character in text { quoted += character == "'" ? "''" : String(character) }
  return quoted + "'"
}

extension Unicode.Scalar {
  /// The scalar as Unicode's charts name it, such as `U+0007`.
  var codePoint: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
