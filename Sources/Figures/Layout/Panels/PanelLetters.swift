import Diagnostics
import Formulas
import SceneFiles

/// How panels are lettered: **a**, **b**, … in reading order.
struct PanelLetters: Hashable, Sendable {
  private var isUpper = false
  private var isInParentheses = false

  /// The letter of a panel by its number: a to z, then aa, ab and so on.
  func label(of index: Int) -> Label {
    let alphabet = Array(isUpper ? "ABCDEFGHIJKLMNOPQRSTUVWXYZ" : "abcdefghijklmnopqrstuvwxyz")
    let first = index / alphabet.count
    let letters = (first > 0 ? String(alphabet[(first - 1) % 26]) : "") + String(alphabet[index % 26])
    return Label(text: isInParentheses ? "(\(letters))" : letters)
  }

  fileprivate static let styles = Catalogue<PanelLetters>(
    "style of letters",
    [
      "a": PanelLetters(), "(a)": PanelLetters(isInParentheses: true), "A": PanelLetters(isUpper: true),
      "(A)": PanelLetters(isUpper: true, isInParentheses: true),
    ])
}

extension Fields {
  /// `true`, `false`, or what the first letter looks like, as in `(a)`.
  mutating func letters(_ key: String) throws(Diagnostic) -> PanelLetters? {
    guard let scalar = try scalar(key) else { return nil }
    if case .boolean(let isLettered) = scalar.resolved { return isLettered ? PanelLetters() : nil }
    return try PanelLetters.styles.entry(named: scalar.text.text, at: scalar.text.start)
  }
}
