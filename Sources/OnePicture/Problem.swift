package import Diagnostics
import Figures

/// One thing wrong with a scene, or with the files around it, and how to mend it.
public struct Problem: Hashable, Sendable {
  /// How bad a problem is.
  public enum Severity: String, Hashable, Sendable {
    /// There is no picture.
    case error
    /// There is a picture, but perhaps not the one that was meant.
    case warning
  }

  /// A place in a file; lines and columns count from 1, columns in characters.
  public struct Place: Hashable, Sendable {
    public let file: String
    public let line: Int
    public let column: Int
    /// The text of that line, if it is at hand.
    public let lineText: String?
  }

  public let severity: Severity
  /// What was found and what was expected: lower case, no full stop.
  public private(set) var message: String
  /// A hint such as `did you mean 'contours'?`.
  public let help: String?
  /// The scene that it concerns, by name; `nil` if there is none.
  public let scene: String?
  /// Where it stands; `nil` if it concerns the scene as a whole.
  public let place: Place?

  /// `source` is the text of the scene file `name`, from which lines are quoted.
  package init(_ diagnostic: Diagnostic, in source: [UInt8] = [], named name: String? = nil) {
    severity = diagnostic.severity == .error ? .error : .warning
    message = diagnostic.message
    help = diagnostic.help
    scene = name
    place = diagnostic.at.map { location in
      Place(
        file: location.file, line: location.line, column: location.column,
        lineText: location.file == name ? line(location.line, of: source) : nil)
    }
  }
}

extension Problem {
  /// The same, with words such as `frame 117: ` before its message.
  package func prefixed(_ words: String) -> Problem {
    var problem = self
    problem.message = words + message
    return problem
  }

  /// The same, without such words before its message if they stand there.
  package func withoutPrefix(_ words: String) -> Problem {
    guard message.hasPrefix(words) else { return self }
    var problem = self
    problem.message = String(message.dropFirst(words.count))
    return problem
  }

  /// A problem with an expression, whose line is at hand or not.
  init(_ diagnostic: Diagnostic, lineText: String?) {
    severity = diagnostic.severity == .error ? .error : .warning
    message = diagnostic.message
    help = diagnostic.help
    scene = nil
    place = diagnostic.at.map { location in
      Place(file: location.file, line: location.line, column: location.column, lineText: lineText)
    }
  }
}

/// Why there is no picture: every mistake that was found, in the order of the work.
public struct SceneError: Error, Hashable, Sendable {
  /// At least one; warnings may stand among the errors.
  public let problems: [Problem]

  init(_ list: DiagnosticList, in source: [UInt8], named name: String) {
    problems = list.diagnostics.map { Problem($0, in: source, named: name) }
  }

  package init(_ diagnostic: Diagnostic) {
    self.init(Problem(diagnostic))
  }

  init(_ problem: Problem) {
    problems = [problem]
  }

  /// Problems of which at least one is an error.
  package init(_ problems: [Problem]) {
    self.problems = problems
  }
}

extension SceneError {
  /// Whether the file was a theme and not meant to be drawn: folders of scenes hold such files, too.
  public var concernsTheme: Bool { problems.first?.message == Figures.Scene.themeComplaint }
}

extension SceneError: CustomStringConvertible {
  /// All problems as a terminal shows them.
  public var description: String { problems.map(\.report).joined(separator: "\n") }
}

/// A line of a text, counted from 1 as editors count; `nil` outside the text.
private func line(_ number: Int, of source: [UInt8]) -> String? {
  var rest = source.starts(with: [0xEF, 0xBB, 0xBF]) ? source[3...] : source[...]
  let (feed, carriage) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
  for _ in 1..<max(1, number) {
    guard let end = rest.firstIndex(where: { $0 == feed || $0 == carriage }) else { return nil }
    let isPair = rest[end] == carriage && rest.dropFirst(end - rest.startIndex + 1).first == feed
    rest = rest[(end + (isPair ? 2 : 1))...]
  }
  return String(decoding: rest.prefix { $0 != feed && $0 != carriage }, as: UTF8.self)
}
