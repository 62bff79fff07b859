package import Diagnostics

/// What a user writes in a label: text, emphasis and `$formulas$`.
package struct Label: Hashable, Sendable {
  /// As written, after values were put in.
  package var source: String

  package init(parsing text: LocatedText) throws(Diagnostic) {
    source = text.text
  }
}
