/// How the labels of a scene are read.
package struct FormulaLanguage: Hashable, Sendable {
  /// The scene's own commands.
  package var macros: Macros
  /// Whether what cannot be understood is shown in red and the rest is read on.
  package var isLenient: Bool

  /// Reads with a scene's commands beside those of all formulas, strictly unless asked otherwise.
  package init(macros: Macros = Macros(), isLenient: Bool = false) {
    self.macros = macros
    self.isLenient = isLenient
  }

  /// Without commands of a scene's own, and strict.
  package static let standard = FormulaLanguage()
}
