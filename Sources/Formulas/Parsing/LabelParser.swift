/// Reads a label: text with emphasis, code and formulas, line by line.
struct LabelParser {
  private var parser: FormulaParser
  private var finished: [[Label.Segment]] = []
  private var line: [Label.Segment] = []
  private var text = ""
  /// The stretches that are still open.
  private var bold: Opening?
  private var italic: Opening?

  /// Where a stretch of emphasis began.
  private struct Opening {
    /// In the text.
    var start: Int
    /// In the label: the line, and the segment on it.
    var line: Int
    var segment: Int
  }

  init(_ text: String, in language: FormulaLanguage) {
    parser = FormulaParser(text, in: language)
  }

  /// What a lenient reading did not understand.
  var problems: [ParseFailure] { parser.problems }

  mutating func lines() throws(ParseFailure) -> [[Label.Segment]] {
    while let scalar = parser.reader.next {
      switch scalar {
      case "$": try formula()
      case "`": try code()
      case "*": emphasis()
      case "\n", "\u{85}", "\u{2028}", "\u{2029}": endLine()
      case "\\": escape()
      default:
        // Other control characters have no shape; a blank keeps words apart.
        if scalar != "\r" { text.unicodeScalars.append(scalar.value < 32 ? " " : scalar) }
        parser.reader.position += 1
      }
    }
    endText()
    finished.append(line)
    try closeEmphasis()
    return finished
  }

  private mutating func endText() {
    if !text.isEmpty {
      line.append(.text(text, Emphasis(isBold: bold != nil, isItalic: italic != nil)))
    }
    text = ""
  }

  private mutating func endLine() {
    endText()
    finished.append(line)
    line = []
    parser.reader.position += 1
  }

  private mutating func formula() throws(ParseFailure) {
    let start = parser.reader.position
    let help = "write \\$ for a dollar sign"
    let isDisplay = parser.reader.peek(1) == "$"
    parser.reader.position += isDisplay ? 2 : 1
    guard hasDollar(from: parser.reader.position) else {
      try parser.report("unclosed '$'", at: start, help: help)
      return appendProblem(isDisplay ? "$$" : "$")
    }
    endText()
    var row = try parser.formula()
    let isClosed = parser.reader.read("$") && (!isDisplay || parser.reader.read("$"))
    if !isClosed {
      try parser.report("unclosed '$'", at: start, help: help)
      row.nodes.insert(.problem(isDisplay ? "$$" : "$"), at: 0)
    }
    line.append(.formula(Formula(row: row, isDisplay: isDisplay, tag: parser.tag)))
    parser.tag = nil
    parser.isGivenUp = false
  }

  /// Whether a dollar sign that is not escaped follows.
  private func hasDollar(from start: Int) -> Bool {
    let scalars = parser.reader.scalars
    var index = start
    while index < scalars.count {
      if scalars[index] == "$" { return true }
      index += scalars[index] == "\\" ? 2 : 1
    }
    return false
  }

  private mutating func appendProblem(_ source: String) {
    endText()
    line.append(.formula(Formula(row: Row([.problem(source)]), isDisplay: false)))
  }

  private mutating func code() throws(ParseFailure) {
    endText()
    let start = parser.reader.position
    let rest = parser.reader.scalars[(start + 1)...]
    guard let end = rest.firstIndex(where: { $0 == "`" || $0 == "\n" }), rest[end] == "`" else {
      try parser.report("unclosed '`'", at: start, help: "write \\` for a backtick")
      parser.reader.position += 1
      return appendProblem("`")
    }
    let code = String(String.UnicodeScalarView(rest[..<end].map { $0.value < 32 ? " " : $0 }))
    parser.reader.position = end + 1
    let emphasis = Emphasis(isBold: bold != nil, isItalic: italic != nil, isCode: true)
    if !code.isEmpty { line.append(.text(code, emphasis)) }
  }

  /// As in Markdown, an asterisk opens emphasis only before a word and closes it only after one.
  private mutating func emphasis() {
    let reader = parser.reader
    let isDouble = reader.peek(1) == "*"
    let width = isDouble ? 2 : 1
    let isOpen = isDouble ? bold != nil : italic != nil
    let touches = isOpen ? reader.peek(-1) : reader.peek(width)
    parser.reader.position += width
    guard let touches, !touches.isBlank else {
      text.unicodeScalars.append(contentsOf: repeatElement("*", count: width))
      return
    }
    endText()
    let opening = Opening(start: reader.position, line: finished.count, segment: line.count)
    if isDouble { bold = isOpen ? nil : opening } else { italic = isOpen ? nil : opening }
  }

  /// Reports emphasis that is still open at the end; a lenient reading takes it back.
  private mutating func closeEmphasis() throws(ParseFailure) {
    if let bold {
      try parser.report("unclosed '**'", at: bold.start, help: "write \\*\\* for two asterisks")
    }
    if let italic {
      try parser.report("unclosed '*'", at: italic.start, help: "write \\* for an asterisk")
    }
    if let bold { takeBack(bold, "**", \.isBold) }
    if var italic {
      // The sign of the other stretch has moved what came after it.
      if let bold, bold.line == italic.line, bold.segment <= italic.segment, bold.start < italic.start {
        italic.segment += 1
      }
      takeBack(italic, "*", \.isItalic)
    }
  }

  private mutating func takeBack(
    _ opening: Opening, _ sign: String, _ emphasis: WritableKeyPath<Emphasis, Bool>
  ) {
    for line in opening.line..<finished.count {
      let first = line == opening.line ? opening.segment : 0
      for segment in finished[line].indices where segment >= first {
        guard case .text(let text, var face) = finished[line][segment] else { continue }
        face[keyPath: emphasis] = false
        finished[line][segment] = .text(text, face)
      }
    }
    let problem = Label.Segment.formula(Formula(row: Row([.problem(sign)]), isDisplay: false))
    finished[opening.line].insert(problem, at: opening.segment)
  }

  private mutating func escape() {
    let next = parser.reader.peek(1)
    let isEscape = next == "$" || next == "*" || next == "`" || next == "\\"
    if let next, isEscape {
      text.unicodeScalars.append(next)
      parser.reader.position += 2
    } else {
      text.unicodeScalars.append("\\")
      parser.reader.position += 1
    }
  }
}
