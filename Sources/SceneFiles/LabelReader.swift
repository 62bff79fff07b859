package import Diagnostics
package import Formulas

/// How the labels of a scene are read, and what is wrong with those that were.
///
/// All mappings of a scene share one: a bad label stops nobody, so that one run shows every one of them.
package final class LabelReader {
  /// How labels are read when their values are known.
  package let language: FormulaLanguage
  /// What is wrong with the labels, each mistake once, in the order in which they were read.
  package private(set) var problems: [Diagnostic] = []
  private var known: Set<Diagnostic> = []

  package init(_ language: FormulaLanguage = .standard) { self.language = language }

  /// Notes what is wrong with the form of a label.
  package func check(_ text: LocatedText) {
    for problem in Label.problems(in: text, language: language) { note(problem) }
  }

  private func note(_ problem: Diagnostic) {
    var problem = problem
    problem.severity = language.isLenient ? .warning : .error
    if known.insert(problem).inserted { problems.append(problem) }
  }
}
