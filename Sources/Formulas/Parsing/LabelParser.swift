/// Reads a label: text with emphasis, code and formulas, line by line.
struct LabelParser {
  private var reader: ScalarReader
  private var finished: [[Label.Segment]] = []
  private var line: [Label.Segment] = []
  private var text = ""
  /// Where bold and italic stretches began that are still open.
  private var boldStart: Int?
  private var italicStart: Int?

  init(_ text: String) { reader = ScalarReader(text) }

  mutating func lines() throws(ParseFailure) -> [[Label.Segment]] {
    while let scalar = reader.next {
      switch scalar {
      case "$": try formula()
      case "`": try code()
      case "*": emphasis()
      case "\n": endLine()
      case "\\": escape()
      default:
        // Other control characters have no shape; a blank keeps words apart.
        if scalar != "\r" { text.unicodeScalars.append(scalar.value < 32 ? " " : scalar) }
        reader.position += 1
      }
    }
    if let start = boldStart {
      throw reader.failure("unclosed '**'", at: start, help: "write \\*\\* for two asterisks")
    }
    if let start = italicStart {
      throw reader.failure("unclosed '*'", at: start, help: "write \\* for an asterisk")
    }
    endLine()
    return finished
  }

  private mutating func endText() {
    if !text.isEmpty {
      line.append(.text(text, Emphasis(isBold: boldStart != nil, isItalic: italicStart != nil)))
    }
    text = ""
  }

  private mutating func endLine() {
    endText()
    finished.append(line)
    line = []
    reader.position += 1
  }

  private mutating func formula() throws(ParseFailure) {
    endText()
    let start = reader.position
    let isDisplay = reader.read("$$")
    if !isDisplay { reader.position += 1 }
    var parser = FormulaParser(reader: reader)
    let row = try parser.formula()
    guard !parser.reader.isAtEnd else {
      throw reader.failure("unclosed '$'", at: start, help: "write \\$ for a dollar sign")
    }
    guard parser.reader.read(isDisplay ? "$$" : "$") else { throw parser.unexpected() }
    reader = parser.reader
    line.append(.formula(Formula(row: row, isDisplay: isDisplay)))
  }

  private mutating func code() throws(ParseFailure) {
    endText()
    let start = reader.position
    reader.position += 1
    var code = ""
    while let scalar = reader.next, scalar != "`", scalar != "\n" {
      code.unicodeScalars.append(scalar.value < 32 ? " " : scalar)
      reader.position += 1
    }
    guard reader.next == "`" else {
      throw reader.failure("unclosed '`'", at: start, help: "write \\` for a backtick")
    }
    reader.position += 1
    let isBold = boldStart != nil
    if !code.isEmpty {
      line.append(.text(code, Emphasis(isBold: isBold, isItalic: italicStart != nil, isCode: true)))
    }
  }

  /// As in Markdown, an asterisk opens emphasis only before a word and closes it only after one.
  private mutating func emphasis() {
    let start = reader.position
    let isDouble = reader.peek(1) == "*"
    let width = isDouble ? 2 : 1
    let isOpen = isDouble ? boldStart != nil : italicStart != nil
    let touches = isOpen ? reader.peek(-1) : reader.peek(width)
    guard let touches, !touches.isBlank else {
      text.unicodeScalars.append(contentsOf: repeatElement("*", count: width))
      reader.position += width
      return
    }
    endText()
    if isDouble {
      boldStart = isOpen ? nil : start
    } else {
      italicStart = isOpen ? nil : start
    }
    reader.position += width
  }

  private mutating func escape() {
    let next = reader.peek(1)
    let isEscape = next == "$" || next == "*" || next == "`" || next == "\\"
    if let next, isEscape {
      text.unicodeScalars.append(next)
      reader.position += 2
    } else {
      text.unicodeScalars.append("\\")
      reader.position += 1
    }
  }
}
