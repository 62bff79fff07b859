extension CodeLanguage {
  /// Python 3 with NumPy's names; incomplete and wrong code too.
  package static let python = CodeLanguage { text in
    var reader = PythonReader(text)
    return reader.tokens()
  }
}

/// Takes Python apart, from the first character to the last and never back.
struct PythonReader {
  /// What is open around the next character.
  enum Context {
    case bracket(Bracket)
    case string(PythonString)
    /// `{…}` in a string: an expression.
    case hole
    /// Behind the colon of a hole.
    case format
  }

  enum Bracket {
    /// Around the arguments of a call.
    case call
    /// Around the parameters of a definition.
    case definition
    case other
  }

  /// The last token that was no space.
  enum Before {
    case nothing
    case dot(ofSelf: Bool)
    case definition
    case decorator
    /// A name or a closing bracket: behind it stand a call's arguments.
    case callable(name: String)
    /// `(` or `,`.
    case argumentStart
    case other
  }

  var reader: CodeReader
  var finished: [CodeToken] = []
  private(set) var contexts: [Context] = []
  /// The outermost open string that a line break ends, by its place among the contexts.
  private var firstLineString: Int?
  var before = Before.nothing
  /// Whether a statement may start here.
  var isStatementStart = true
  /// Whether a definition's name has come and its parameters have not.
  var isDefining = false

  init(_ text: String) { reader = CodeReader(text) }

  mutating func tokens() -> [CodeToken] {
    while let scalar = reader.next {
      switch contexts.last {
      case .string(let string) where scalar != "\n": readString(string, from: reader.position)
      case .format where scalar != "\n": readFormat(scalar)
      default: readCode(scalar)
      }
    }
    return finished
  }

  /// Makes a token of what was read since `start`.
  mutating func add(from start: Int, _ kind: CodeToken.Kind) {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: reader.scalars[start..<reader.position])
    if !text.isEmpty { finished.append(CodeToken(String(text), kind)) }
  }

  mutating func open(_ context: Context) {
    if case .string(let string) = context, !string.isTriple, firstLineString == nil {
      firstLineString = contexts.count
    }
    contexts.append(context)
  }

  mutating func closeLast() {
    _ = contexts.popLast()
    if let first = firstLineString, first >= contexts.count { firstLineString = nil }
  }

  /// Reads line breaks and blanks; a line break ends strings of one line and what is open in them.
  mutating func readSpace() {
    let start = reader.position
    while let scalar = reader.next, scalar.isPythonSpace {
      reader.position += 1
      guard scalar == "\n" else { continue }
      if let first = firstLineString { contexts.removeSubrange(first...) }
      firstLineString = nil
      isStatementStart = contexts.isEmpty && finished.last?.text != "\\"
      before = .nothing
      // What follows may be inside a string of several lines, where blanks are its own.
      if case .string? = contexts.last { break }
      if case .format? = contexts.last { break }
    }
    add(from: start, .space)
  }
}

extension Unicode.Scalar {
  var isPythonSpace: Bool { isBlank || self == "\u{C}" }

  var startsPythonName: Bool { isASCIILetter || self == "_" || (!isASCII && properties.isXIDStart) }

  var continuesPythonName: Bool {
    isASCIILetter || isASCIIDigit || self == "_" || (!isASCII && properties.isXIDContinue)
  }
}
