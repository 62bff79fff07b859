package import Diagnostics

/// The decoded characters of a scene file, and where its lines start.
package struct SceneSource: Sendable {
  /// The name under which places in the file are reported.
  package let file: String
  /// The text without byte order mark; libyaml's marks are offsets into it.
  package let scalars: [Unicode.Scalar]
  private let lineStarts: [Int]

  /// Checks the size, decodes UTF-8 and refuses characters that no scene may hold.
  package init(_ bytes: [UInt8], file: String) throws(Diagnostic) {
    guard bytes.count <= SceneFileLimits.byteCount else {
      throw Diagnostic(
        "the scene is larger than \(SceneFileLimits.byteCount >> 20) MB",
        at: SourceLocation(file: file, line: 1, column: 1))
    }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let start = bytes.starts(with: mark) ? mark.count : 0
    var decoder = SceneDecoder(file: file)
    try decoder.decode(bytes[start...])
    self.file = file
    scalars = decoder.scalars
    lineStarts = decoder.lineStarts
  }

  /// The place of a character; offsets outside the text are clamped.
  package func location(at offset: Int) -> SourceLocation {
    let offset = min(max(offset, 0), scalars.count)
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return SourceLocation(file: file, line: low + 1, column: offset - lineStarts[low] + 1)
  }

  /// The character at an offset, or `nil` outside the text.
  package func scalar(at offset: Int) -> Unicode.Scalar? {
    scalars.indices.contains(offset) ? scalars[offset] : nil
  }

  /// The text in a range of offsets, clamped.
  package func text(_ range: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[range.clamped(to: 0..<scalars.count)])
    return String(text)
  }

  /// The offset of a place of this file, clamped.
  func offset(of location: SourceLocation) -> Int {
    guard lineStarts.indices.contains(location.line - 1) else { return scalars.count }
    return min(lineStarts[location.line - 1] + max(0, location.column - 1), scalars.count)
  }

  /// The offset at which the line around `offset` ends.
  package func lineEnd(after offset: Int) -> Int {
    var end = min(max(offset, 0), scalars.count)
    while end < scalars.count, !scalars[end].isYAMLBreak { end += 1 }
    return end
  }

  /// The offset at which the line around `offset` starts.
  package func lineStart(before offset: Int) -> Int {
    let location = location(at: offset)
    return lineStarts[location.line - 1]
  }
}

/// Decodes UTF-8, counting lines as editors do: after LF, CR LF and CR.
private struct SceneDecoder {
  let file: String
  var scalars: [Unicode.Scalar] = []
  var lineStarts = [0]

  var place: SourceLocation {
    SourceLocation(
      file: file, line: lineStarts.count, column: scalars.count - lineStarts[lineStarts.count - 1] + 1)
  }

  mutating func decode(_ bytes: ArraySlice<UInt8>) throws(Diagnostic) {
    scalars.reserveCapacity(bytes.count)
    var parser = Unicode.UTF8.ForwardParser()
    var rest = bytes.makeIterator()
    var offset = bytes.startIndex
    while true {
      switch parser.parseScalar(from: &rest) {
      case .valid(let encoded):
        try append(Unicode.UTF8.decode(encoded))
        offset += encoded.count
      case .error:
        let byte = "0x" + String(bytes[offset], radix: 16, uppercase: true)
        throw Diagnostic("byte \(byte) is not UTF-8 text", at: place, help: "save the file as UTF-8")
      case .emptyInput:
        return
      }
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar) throws(Diagnostic) {
    // A lone CR ends a line; the LF of CR LF moves that end by one.
    let follows = scalars.last == "\r"
    if scalar == "\n", follows {
      scalars.append(scalar)
      lineStarts[lineStarts.count - 1] = scalars.count
      return
    }
    guard scalar.isYAMLPrintable else {
      throw Diagnostic("control character \(scalar.codePoint) in a scene file", at: place)
    }
    scalars.append(scalar)
    if scalar == "\n" || scalar == "\r" { lineStarts.append(scalars.count) }
  }
}

extension Unicode.Scalar {
  /// What libyaml ends a line at; it also counts the rarer breaks of YAML 1.1.
  var isYAMLBreak: Bool {
    self == "\n" || self == "\r" || self == "\u{85}" || self == "\u{2028}" || self == "\u{2029}"
  }

  var isYAMLBlank: Bool { self == " " || self == "\t" }

  /// YAML 1.2, production 1 (c-printable), without the byte order mark.
  var isYAMLPrintable: Bool {
    switch value {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD, 0x10000...:
      true
    default: false
    }
  }
}
