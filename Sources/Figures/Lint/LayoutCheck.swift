import Diagnostics
import Drawing

extension Check {
  /// What the layout itself complains about: labels without a place, words that do not fit, missing characters.
  static let layout = Check("what every render warns of") { figure in
    figure.placed.warnings + figure.list.problems
  }
}
