package import Diagnostics
package import Formulas

/// How the labels of a scene are read, and what is wrong with those that were.
///
/// All mappings of a scene share one: a bad label stops nobody, so that one run shows every one of them.
package final class LabelReader {
  /// How labels are read when their values are known.
  package let language: FormulaLanguage
  private var found: Set<Diagnostic> = []

  package init(_ language: FormulaLanguage = .standard) { self.language = language }

  /// What is wrong with the labels, each mistake once, from the top of the scene to its end.
  package var problems: [Diagnostic] {
    found.sorted { a, b in
      guard let (one, other) = a.at.flatMap({ one in b.at.map { (one, $0) } }), one != other else {
        return (a.at == nil ? 1 : 0, a.message) < (b.at == nil ? 1 : 0, b.message)
      }
      return one < other
    }
  }

  /// Notes what is wrong with the form of a label.
  package func check(_ text: LocatedText) {
    for problem in Label.problems(in: text, language: language) { note(problem) }
  }

  private func note(_ problem: Diagnostic) {
    var problem = problem
    problem.severity = language.isLenient ? .warning : .error
    found.insert(problem)
  }
}
