import Diagnostics
import Formulas

/// A source and what it is read as.
struct Reading: Sendable, CustomStringConvertible {
  var source: String
  var tree: String
  var description: String { source }

  init(_ source: String, _ tree: String) {
    self.source = source
    self.tree = tree
  }
}

/// The tree of a formula as text, or the message of its first mistake.
func tree(_ source: String, in language: FormulaLanguage = .standard) -> String {
  do {
    let label = try Label(parsing: LocatedText("$\(source)$"), in: language)
    return label.lines.map { line in line.map(treeText).joined(separator: " ") }.joined(separator: " // ")
  } catch {
    return "error: \(error.message)"
  }
}

/// Reads on after mistakes.
let lenient = FormulaLanguage(isLenient: true)

private func treeText(_ segment: Label.Segment) -> String {
  switch segment {
  case .text(let words, _): return "[\(words)]"
  case .formula(let formula):
    return text(formula.row) + (formula.tag.map { " #\(text($0))" } ?? "")
  }
}
