import Diagnostics

/// LaTeX commands that a double-quoted text would turn into control characters.
///
/// YAML reads `"\nabla"` as a line break and `abla`, without complaint; the picture would be wrong.
struct EatenCommands {
  /// Where a double-quoted text stands in the source, with its quotes.
  let source: SceneSource
  let range: Range<Int>

  /// One error for each command, at its backslash.
  var diagnostics: [Diagnostic] {
    var found: [Diagnostic] = []
    var isMath = false
    var position = range.lowerBound + 1
    while position < range.upperBound - 1 {
      let scalar = source.scalars[position]
      if scalar == "$" { isMath.toggle() }
      guard scalar == "\\" else {
        position += 1
        continue
      }
      if let diagnostic = diagnostic(at: position, isMath: isMath) { found.append(diagnostic) }
      position += 2
    }
    return found
  }

  private func diagnostic(at position: Int, isMath: Bool) -> Diagnostic? {
    guard let letter = source.scalar(at: position + 1), let meaning = Self.meanings[letter] else {
      return nil
    }
    let command = source.commandName(at: position)
    let known = Self.commands.contains(command)
    // Between dollars a line break in front of a letter is never meant.
    guard known || (isMath && command.utf8.count > 1) else { return nil }
    return Diagnostic(
      "\\\(command) in double quotes is \(meaning) followed by '\(command.dropFirst())'",
      at: source.location(at: position), help: source.singleQuotesHelp(for: range))
  }

  /// YAML 1.2, section 5.7: what a backslash and a letter stand for.
  private static let meanings: [Unicode.Scalar: String] = [
    "n": "a line break", "t": "a tab", "r": "a carriage return", "b": "a backspace", "f": "a form feed",
    "e": "an escape character", "a": "a bell", "v": "a vertical tab", "N": "a line break",
    "L": "a line separator", "P": "a paragraph separator",
  ]

  private static let commands = Set(
    """
    nabla ne neq neg nu not notin ni nmid nleq ngeq newline nolimits nonumber norm nearrow nwarrow natural
    theta tau text textbf textit textrm texttt textsf textcolor tilde times to top tan tanh tfrac triangle
    therefore rho right rightarrow rangle rVert rvert rceil rfloor rm ref root rbrace rbrack rightharpoonup
    beta bar big bigl bigr Bigl biggl biggr bigg binom begin bm boldsymbol bmod bot bullet breve bf because
    bigcap bigcup bigoplus bigotimes bigodot backslash bmatrix frac forall flat frown fbox
    eta epsilon ell exp end equiv exists emptyset emph ensuremath em enspace
    alpha approx angle ast arg argmax argmin aleph arccos arcsin arctan asymp acute array aligned
    vec varepsilon vartheta varphi varrho varsigma varpi vee vdots vert vdash vmatrix varnothing
    Lambda Leftarrow Leftrightarrow Longrightarrow Longleftarrow Large LaTeX Pi Phi Psi Pr
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}

extension SceneSource {
  /// The letters after the backslash at an offset.
  func commandName(at offset: Int) -> String {
    var end = offset + 1
    while let scalar = scalar(at: end), scalar.isASCII, scalar.properties.isAlphabetic { end += 1 }
    return text(offset + 1..<end)
  }

  /// How a double-quoted text, given with its quotes, is written so that it keeps its backslashes.
  func singleQuotesHelp(for range: Range<Int>) -> String {
    let inner = text(range.lowerBound + 1..<max(range.lowerBound + 1, range.upperBound - 1))
    let isShort = inner.utf8.count <= 72 && !inner.contains(where: \.isNewline)
    // Other escapes would have to be spelled out, which is the author's to decide.
    guard isShort, !inner.contains("\\\\"), !inner.contains("\\\"") else {
      return "use single quotes, which keep backslashes"
    }
    return "use single quotes: " + singleQuoted(inner)
  }
}
