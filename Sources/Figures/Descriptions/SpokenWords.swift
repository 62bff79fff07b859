import Formulas

/// Labels and formulas as they are read aloud.
extension Label {
  /// The label on one line, with the scripts of formulas in words, such as `w star` and `z sub i`; at most `limit` characters.
  func spoken(limit: Int = 160) -> String {
    let lines = lines.filter { !$0.isEmpty }.map { line in
      line.map { segment in
        switch segment {
        case .text(let text, _): text
        case .formula(let formula): spokenFormula(formula.plainText, depth: 0)
        }
      }.joined()
    }
    return shortened(joinedLines(lines, separator: ";"), to: limit)
  }

  /// ` labeled “start”`.
  var spokenName: String { " labeled “\(spoken())”" }
}

/// Lines as one, with a separator where a line does not end by itself.
func joinedLines(_ lines: [String], separator: String) -> String {
  lines.reduce(into: "") { text, line in
    if let last = text.last { text += ".:;,!?".contains(last) ? " " : separator + " " }
    text += line
  }
}

extension Optional<Label> {
  /// ` labeled “start”`; nothing without a label.
  var spokenName: String { map(\.spokenName) ?? "" }
}

/// A text with single spaces, cut off at a word if it is too long.
func shortened(_ text: String, to limit: Int) -> String {
  let words = text.split(whereSeparator: \.isWhitespace)
  let line = words.joined(separator: " ")
  guard line.count > limit else { return line }
  let start = line.prefix(limit)
  let end = start.lastIndex(of: " ") ?? start.endIndex
  return start[..<end] + " …"
}

/// A formula on one line with its scripts in words; what is nested deeper than anybody could follow stays.
private func spokenFormula(_ text: String, depth: Int) -> String {
  guard depth < 8 else { return text }
  var rest = Array(text.unicodeScalars)[...]
  var words = ""
  while let scalar = rest.popFirst() {
    guard scalar == "_" || scalar == "^", !rest.isEmpty else {
      words.unicodeScalars.append(scalar)
      continue
    }
    let script = spokenFormula(takeScript(&rest), depth: depth + 1)
    if scalar == "_", let bound = boundWords.first(where: { words.hasSuffix($0.sign) }) {
      var end = ""
      if rest.first == "^" {
        rest.removeFirst()
        end = spokenFormula(takeScript(&rest), depth: depth + 1)
      }
      words += end.isEmpty ? " \(bound.word) \(script) of " : " from \(script) to \(end) of "
      rest = rest.drop { $0 == " " }
      continue
    }
    words += scalar == "_" ? lowered(script) : raised(script)
    // Words and what follows keep apart.
    if words.last?.isLetter == true,
      rest.first.map({ Character($0).isLetter || Character($0).isNumber }) == true
    {
      words += " "
    }
  }
  return words
}

/// Operators whose lower script says over what they run.
private let boundWords: [(sign: String, word: String)] =
  ["∑", "∏", "⋃", "⋂", "∫", "min", "max", "sup", "inf"].map { ($0, "over") } + [("lim", "as")]

/// What stands in braces, or the next character.
private func takeScript(_ rest: inout ArraySlice<Unicode.Scalar>) -> String {
  var script = String.UnicodeScalarView()
  var depth = 0
  while let scalar = rest.popFirst() {
    if scalar == "{" { depth += 1 }
    if scalar == "}" { depth -= 1 }
    let isBrace = scalar == "{" && depth == 1 || scalar == "}" && depth == 0
    if !isBrace { script.append(scalar) }
    if depth <= 0 { break }
  }
  return String(script)
}

private func lowered(_ script: String) -> String {
  let digits = script.unicodeScalars.compactMap { loweredDigits[$0] }
  return digits.count == script.unicodeScalars.count
    ? String(String.UnicodeScalarView(digits)) : " sub \(grouped(script))"
}

private func raised(_ script: String) -> String {
  if let word = raisedWords[script] { return " \(word)" }
  let digits = script.unicodeScalars.compactMap { raisedDigits[$0] }
  return digits.count == script.unicodeScalars.count
    ? String(String.UnicodeScalarView(digits)) : " to the power of \(grouped(script))"
}

/// What is more than a name or a number gets parentheses.
private func grouped(_ script: String) -> String {
  script.allSatisfy { $0.isLetter || $0.isNumber } ? script : "(\(script))"
}

/// Superscripts that are no powers.
private let raisedWords = [
  "⋆": "star", "*": "star", "∗": "star", "⊤": "transposed", "T": "transposed", "†": "dagger", "′": "prime",
  "+": "plus", "−": "minus", "∘": "degrees", "°": "degrees",
]

private let loweredDigits: [Unicode.Scalar: Unicode.Scalar] = [
  "0": "₀", "1": "₁", "2": "₂", "3": "₃", "4": "₄", "5": "₅", "6": "₆", "7": "₇", "8": "₈", "9": "₉",
]

private let raisedDigits: [Unicode.Scalar: Unicode.Scalar] = [
  "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸", "9": "⁹",
  "−": "⁻",
]
