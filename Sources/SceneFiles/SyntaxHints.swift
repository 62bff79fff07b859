import Diagnostics

/// libyaml's complaints in the words of people who write scenes.
struct SyntaxHints {
  let source: SceneSource
  let problem: SyntaxProblem

  /// What is wrong, where, and what the author probably meant.
  var diagnostic: Diagnostic {
    tab ?? quotedText ?? wrongText ?? wrongLayout ?? unclosed ?? other
  }

  private var place: SourceLocation { source.location(at: problem.offset) }

  private func error(_ message: String, at offset: Int? = nil, help: String? = nil) -> Diagnostic {
    Diagnostic(message, at: source.location(at: offset ?? problem.offset), help: help)
  }

  private var tab: Diagnostic? {
    let isTab = source.scalar(at: problem.offset) == "\t" && problem.problem.contains("start any token")
    guard isTab || problem.problem.contains("tab character") else { return nil }
    return error("a tab in the indentation", help: "indent with spaces")
  }

  /// Backslashes in double quotes, and quotes without an end.
  private var quotedText: Diagnostic? {
    guard problem.context.hasSuffix("a quoted scalar") else { return nil }
    switch problem.problem {
    case "found unknown escape character", "did not find expected hexdecimal number",
      "found invalid Unicode character escape code":
      var backslash = min(problem.offset, source.scalars.count - 1)
      while backslash > problem.contextOffset, source.scalars[backslash] != "\\" { backslash -= 1 }
      let command = source.commandName(at: backslash)
      let escape = command.isEmpty ? source.text(backslash + 1..<backslash + 2) : command
      return error(
        "\\\(escape) in double quotes is not an escape of YAML", at: backslash, help: singleQuotesHelp)
    case "found unexpected end of stream", "found unexpected document indicator":
      return error("this quote is never closed", at: problem.contextOffset)
    default: return nil
    }
  }

  private var singleQuotesHelp: String {
    let start = problem.contextOffset
    var end = start + 1
    while let scalar = source.scalar(at: end), scalar != "\"", !scalar.isYAMLBreak {
      end += scalar == "\\" ? 2 : 1
    }
    guard source.scalar(at: end) == "\"" else { return "use single quotes, which keep backslashes" }
    return source.singleQuotesHelp(for: start..<end + 1)
  }

  /// Text that YAML takes for something else and that quotes would mend.
  private var wrongText: Diagnostic? {
    switch problem.problem {
    case "mapping values are not allowed in this context":
      if let help = source.quotesHelp(at: problem.offset, startsWith: nil) {
        return error("a second ': ' in one line", help: help)
      }
      return error(
        "a key cannot start here",
        help: "the line above already has a value; does it lack a space after ':' or quotes?")
    case "found character that cannot start any token",
      "did not find expected alphabetic or numeric character":
      let offset = problem.context.hasPrefix("while scanning a") ? problem.contextOffset : problem.offset
      let character = source.text(offset..<offset + 1)
      return error(
        "a text cannot start with '\(character)'", at: offset,
        help: source.quotesHelp(at: offset) ?? "put the text in single quotes")
    case "did not find expected key", "did not find expected ',' or ']'", "did not find expected ',' or '}'":
      return source.quotesHelp(at: problem.offset).map { help in
        error("unexpected text after the closing bracket", help: help)
      }
    default: return nil
    }
  }

  /// Indentation and dashes.
  private var wrongLayout: Diagnostic? {
    let began = source.location(at: problem.contextOffset)
    switch problem.problem {
    case "did not find expected '-' indicator":
      return error(
        "expected '-' or less indentation",
        help: "the list began at line \(began.line), column \(began.column)")
    case "did not find expected key":
      if problem.offset == problem.contextOffset { return error("expected a key") }
      let what = source.scalar(at: problem.offset) == "-" ? "'-'" : "key"
      return error(
        "this \(what) is not indented as the others",
        help: "the mapping began at line \(began.line), column \(began.column)")
    case "block sequence entries are not allowed in this context":
      return error("a list cannot start here", help: "put the first '-' on a line of its own below the key")
    case "could not find expected ':'":
      return error(
        "expected ':' after this key", at: problem.contextOffset,
        help: "write 'key: value', with a space after ':'")
    default: return nil
    }
  }

  /// Brackets without an end.
  private var unclosed: Diagnostic? {
    switch problem.problem {
    case "did not find expected ',' or ']'":
      error("expected ',' or ']' in the list that starts at \(began)")
    case "did not find expected ',' or '}'":
      error("expected ',' or '}' in the mapping that starts at \(began)")
    default: nil
    }
  }

  private var began: String {
    let location = source.location(at: problem.contextOffset)
    return "line \(location.line), column \(location.column)"
  }

  private var other: Diagnostic {
    error(problem.problem.replacingPrefix("did not find expected", with: "expected") + " (not YAML)")
  }
}

extension String {
  fileprivate func replacingPrefix(_ prefix: String, with other: String) -> String {
    hasPrefix(prefix) ? other + dropFirst(prefix.count) : self
  }
}
