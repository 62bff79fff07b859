import Diagnostics
import Expressions
import Formulas
import SceneFiles

/// What a scene says of the terms of a formula.
struct TermCallouts: Sendable {
  private var templates: [(term: LocatedText, text: LabelTemplate)] = []
  private let language: FormulaLanguage

  /// More words than that hide the formula.
  private static let limit = 12

  /// Reads `{w: the weights, \eta: step size}`.
  fileprivate init(_ node: SceneFiles.Node, labels: LabelReader) throws(Diagnostic) {
    language = labels.language
    guard case .mapping(let entries) = node.content else {
      throw Diagnostic(
        "callouts: expected terms with what they mean, found \(node.typeDescription)", at: node.location,
        help: "write callouts: {w: the weights}")
    }
    guard entries.count <= Self.limit else {
      throw Diagnostic("callouts: expected at most \(Self.limit), found \(entries.count)", at: node.location)
    }
    for entry in entries {
      let words = try entry.value.text(for: "'\(entry.key.text)' of 'callouts'")
      guard words.text.contains(where: { !$0.isWhitespace }) else {
        throw Diagnostic("'\(entry.key.text)' of 'callouts' is empty", at: entry.value.location)
      }
      templates.append((entry.key, try LabelTemplate(words, labels: labels)))
    }
  }

  /// The callouts of a formula; throws for a term that it does not hold.
  func evaluate(for formula: Label, in scope: Scope) throws(Diagnostic) -> [TermCallout] {
    try templates.map { entry throws(Diagnostic) in
      let (term, text) = entry
      guard formula.holds(term: term.text, in: language) else {
        let known = formula.terms
        // Every letter is near every other.
        let nearest = term.text.count > 1 ? suggestion(for: term.text, in: known) : nil
        throw Diagnostic(
          "callouts: the formula has no term '\(term.text)'", at: term.start,
          help: nearest ?? (known.isEmpty ? nil : "known: \(known.joined(separator: ", "))"))
      }
      return TermCallout(term: term, label: try text.evaluate(in: scope))
    }
  }
}

/// A term of a formula and what it means.
struct TermCallout: Sendable {
  var term: LocatedText
  var label: Label
}

extension Fields {
  mutating func callouts(_ key: String) throws(Diagnostic) -> TermCallouts? {
    try node(key).map { node throws(Diagnostic) in try TermCallouts(node, labels: labels) }
  }
}
