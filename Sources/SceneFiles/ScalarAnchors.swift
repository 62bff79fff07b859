import Diagnostics

extension SceneSource {
  /// A scalar's text with the place of each of its characters, found by reading the source again.
  ///
  /// libyaml tells where a scalar starts and ends, but not what became of its quotes, escapes, folded
  /// line breaks and indentation. Value and source are therefore walked side by side.
  func located(_ value: String, style: Scalar.Style, from start: Int, to end: Int) -> LocatedText {
    let isQuoted = style == .singleQuoted || style == .doubleQuoted
    let first = isQuoted ? start + 1 : start
    let last = min(isQuoted ? end - 1 : end, scalars.count)
    if first <= last, style != .literal, style != .folded,
      value.unicodeScalars.elementsEqual(scalars[first..<last])
    {
      return LocatedText(value, at: location(at: first))
    }
    guard first < last else { return LocatedText(value, at: location(at: first)) }
    var alignment = ScalarAlignment(source: self, style: style, position: first, end: last)
    if style == .literal || style == .folded { alignment.skipHeader(of: value) }
    alignment.align(value)
    return LocatedText(value, anchors: alignment.anchors)
  }
}

/// A walk through a scalar's value and its source at once.
private struct ScalarAlignment {
  let source: SceneSource
  let style: Scalar.Style
  var position: Int
  let end: Int
  /// Spaces before each line of a block scalar; flow scalars drop all blanks there.
  var indentation = Int.max
  var anchors: [LocatedText.Anchor] = []
  /// The offset in the source that needs no anchor of its own.
  private var expected = -1

  init(source: SceneSource, style: Scalar.Style, position: Int, end: Int) {
    self.source = source
    self.style = style
    self.position = position
    self.end = end
  }

  /// Steps over `|2- # comment` and finds the indentation of the lines below.
  mutating func skipHeader(of value: String) {
    position = min(source.lineEnd(after: position), end)
    let body = source.scalars[position..<end]
    // An explicit indicator counts from the parent's column, which is not at hand here; what the
    // library left of the first line with text tells as much.
    indentation = max(0, leadingSpaces(body) - leadingSpaces(value.unicodeScalars))
    if position < end { skipBreak() }
    if anchors.isEmpty, value.isEmpty { place(0) }
  }

  mutating func align(_ value: String) {
    var offset = 0
    for scalar in value.unicodeScalars {
      skip(to: scalar)
      place(offset)
      step()
      offset += scalar.utf8.count
    }
    if anchors.isEmpty { place(0) }
  }

  /// The spaces before the first line that has other characters.
  private func leadingSpaces(_ scalars: some Sequence<Unicode.Scalar>) -> Int {
    var count = 0
    for scalar in scalars {
      if scalar.isYAMLBreak { count = 0 } else if scalar == " " { count += 1 } else { return count }
    }
    return 0
  }

  private mutating func place(_ offset: Int) {
    guard position != expected else { return }
    anchors.append(LocatedText.Anchor(offset: offset, location: source.location(at: position)))
    expected = position
  }

  /// Steps over what the library dropped before the character of the value.
  private mutating func skip(to wanted: Unicode.Scalar) {
    while position < end {
      let found = source.scalars[position]
      if style == .doubleQuoted, found == "\\" {
        guard let next = source.scalar(at: position + 1), next.isYAMLBreak else { return }
        position += 1
        skipBreak()
      } else if found == wanted {
        return
      } else if found.isYAMLBreak {
        if wanted == " " || wanted == "\n" { return }
        skipBreak()
      } else if found.isYAMLBlank {
        position += 1
      } else {
        return
      }
    }
  }

  /// Steps over the one character, or the escape, that gave the character of the value.
  private mutating func step() {
    guard position < end else { return }
    let found = source.scalars[position]
    expected = position + 1
    if found.isYAMLBreak {
      skipBreak()
    } else if style == .singleQuoted, found == "'" {
      position += 2
    } else if style == .doubleQuoted, found == "\\" {
      position += escapeLength
    } else {
      position += 1
    }
  }

  private var escapeLength: Int {
    switch source.scalar(at: position + 1) {
    case "x": 4
    case "u": 6
    case "U": 10
    default: 2
    }
  }

  private mutating func skipBreak() {
    let isPair = source.scalars[position] == "\r" && source.scalar(at: position + 1) == "\n"
    position += isPair ? 2 : 1
    var blanks = 0
    while position < end, blanks < indentation, source.scalars[position].isYAMLBlank {
      position += 1
      blanks += 1
    }
  }
}
