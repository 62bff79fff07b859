extension PythonReader {
  /// Reads a token outside of strings.
  mutating func readCode(_ scalar: Unicode.Scalar) {
    if scalar.isPythonSpace { return readSpace() }
    let start = reader.position
    defer { isStatementStart = false }
    if scalar.startsPythonName { return readName() }
    let isFraction = scalar == "." && reader.peek(1)?.isASCIIDigit == true
    if scalar.isASCIIDigit || isFraction { return readNumber() }
    switch scalar {
    case "#": readComment()
    case "\"", "'": readOpeningQuote(from: start, prefix: "")
    case "(", "[", "{", ")", "]", "}": readBracket(scalar)
    case "@" where isStatementStart:
      reader.position += 1
      add(from: start, .decorator)
      before = .decorator
    case ":" where isInHole:
      reader.position += 1
      add(from: start, .punctuation)
      open(.format)
    case "!" where isInHole && reader.peek(1)?.isASCIILetter == true:
      reader.position += 2
      add(from: start, .operator)
    default: readSign(scalar)
    }
  }

  /// Whether the next character stands in a hole of a string and in no bracket there.
  private var isInHole: Bool { if case .hole? = contexts.last { true } else { false } }

  private mutating func readComment() {
    let start = reader.position
    while let scalar = reader.next, scalar != "\n" { reader.position += 1 }
    add(from: start, .comment)
  }

  private mutating func readSign(_ scalar: Unicode.Scalar) {
    let start = reader.position
    for operators in PythonWords.operators {
      for sign in operators where reader.read(sign) {
        add(from: start, .operator)
        before = .other
        return
      }
    }
    reader.position += 1
    switch scalar {
    case ".":
      add(from: start, before.isDecorator ? .decorator : .punctuation)
      if before.isDecorator { return }
      before = .dot(ofSelf: before.isSelf)
    case ",", ";", ":", "\\":
      add(from: start, .punctuation)
      before = scalar == "," ? .argumentStart : .other
    case "+", "-", "*", "/", "%", "@", "&", "|", "^", "~", "<", ">", "=":
      add(from: start, .operator)
      // `f(*args)`: what follows a star is no argument's name.
      before = .other
    default:
      add(from: start, .plain)
      before = .other
    }
  }

  private mutating func readBracket(_ scalar: Unicode.Scalar) {
    let start = reader.position
    reader.position += 1
    add(from: start, .punctuation)
    switch scalar {
    case "(":
      open(.bracket(isDefining ? .definition : before.isCallable ? .call : .other))
      isDefining = false
      before = .argumentStart
    case "[", "{":
      open(.bracket(.other))
      before = .other
    default:
      before = .callable(name: "")
      switch contexts.last {
      case .bracket: closeLast()
      case .hole where scalar == "}": closeLast()
      default: break
      }
    }
  }
}

extension PythonReader.Before {
  var isDecorator: Bool { if case .decorator = self { true } else { false } }

  fileprivate var isCallable: Bool {
    switch self {
    case .callable, .decorator: true
    default: false
    }
  }

  fileprivate var isSelf: Bool { if case .callable("self") = self { true } else { false } }
}
