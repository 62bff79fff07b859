import Diagnostics
import Expressions
import Formulas
import SceneFiles

/// Code, as the scene describes it: the code itself or a file, and how it is shown.
struct CodeDescription: Sendable {
  enum Source: Sendable {
    case text(LocatedText)
    case file(LocatedText)
  }

  var source: Source
  var language = CodeLanguage.python
  var showsNumbers = false
  /// The number of the first line, if the scene gives one.
  var firstNumber: Int?
  /// Which lines are shown; all unless said.
  var lines: LineRange?
  var highlighted: [LineRange] = []
  var marker: Expression?
  var title: String?

  /// Code without a word about it.
  fileprivate init(_ text: LocatedText) { source = .text(text) }

  /// Code and its options.
  fileprivate init(_ fields: Fields) throws(Diagnostic) {
    var fields = fields
    let text = try fields.filled("source")
    let file = try fields.filled("file")
    switch (text, file) {
    case (let text?, nil): source = .text(text)
    case (nil, let file?): source = .file(file)
    case (nil, nil):
      throw Diagnostic(
        "missing 'source' or 'file' of 'code'", at: fields.location,
        help: "write the code behind 'source: |', or 'file: train.py'")
    case (_?, let file?):
      throw Diagnostic("'file' beside 'source': the code is in one of them", at: file.start)
    }
    language = try fields.word("language", among: codeLanguages) ?? .python
    try readNumbers(&fields)
    lines = try fields.node("lines").map { node throws(Diagnostic) in try LineRange(node, of: "lines") }
    highlighted = try fields.lineRanges("highlight")
    marker = try fields.expression("marker")
    title = try fields.text("title")?.text
    if let complaint = fields.finish().first { throw complaint }
  }

  /// `true`, `false`, or the number of the first line.
  private mutating func readNumbers(_ fields: inout Fields) throws(Diagnostic) {
    guard let numbers = try fields.scalar("numbers") else { return }
    if case .number = numbers.resolved {
      firstNumber = try fields.integer("numbers", in: 0...1_000_000)
      showsNumbers = true
    } else {
      showsNumbers = try fields.boolean("numbers") ?? false
    }
  }
}

/// Lines by their numbers, such as `4` or `4-7`, and where the scene speaks of them.
struct LineRange: Sendable {
  var numbers: ClosedRange<Int>
  var location: SourceLocation

  init(_ node: SceneFiles.Node, of key: String) throws(Diagnostic) {
    location = node.location
    let text = try node.text(for: key).text
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { part in
      Int(String(part.filter { $0 != " " }))
    }
    guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, 0 <= first,
      first <= last,
      last <= 2_000_000
    else {
      throw Diagnostic(
        "\(key): expected a line such as 4, or lines such as 4-7, found '\(text)'", at: location)
    }
    numbers = first...last
  }

  /// Throws unless all its lines are there.
  func check(within known: ClosedRange<Int>, for key: String) throws(Diagnostic) {
    guard known.lowerBound <= numbers.lowerBound, numbers.upperBound <= known.upperBound else {
      let outside = known.contains(numbers.lowerBound) ? numbers.upperBound : numbers.lowerBound
      throw Diagnostic(
        "\(key): there is no line \(outside)", at: location,
        help: described(known))
    }
  }
}

/// Which lines there are.
func described(_ lines: ClosedRange<Int>) -> String {
  lines.count == 1
    ? "the only line is \(lines.lowerBound)" : "the lines are \(lines.lowerBound) to \(lines.upperBound)"
}

extension Fields {
  /// Code: a text, or a mapping with `source` or `file` and options.
  mutating func code(_ key: String) throws(Diagnostic) -> CodeDescription? {
    guard let node = node(key) else { return nil }
    if case .mapping = node.content { return try CodeDescription(inner(node, of: key)) }
    return try filled(key).map { CodeDescription($0) }
  }

  /// One line, or a list of lines.
  fileprivate mutating func lineRanges(_ key: String) throws(Diagnostic) -> [LineRange] {
    guard let node = node(key) else { return [] }
    guard case .sequence(let items) = node.content else { return [try LineRange(node, of: key)] }
    return try items.map { item throws(Diagnostic) in try LineRange(item, of: key) }
  }
}
