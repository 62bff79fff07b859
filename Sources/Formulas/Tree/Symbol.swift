/// A single character of a formula.
package struct Symbol: Hashable, Sendable {
  /// As it is drawn: `𝑤` for a `w`.
  package var shown: Unicode.Scalar
  /// As a reader would copy it: `w`.
  package var plain: Unicode.Scalar
  package var alphabet: Alphabet
  package var atomClass: AtomClass
  /// Whether it is bold although Unicode has no bold form of it.
  package var isEmboldened = false

  /// A letter, digit or sign in the given alphabet.
  package init(
    _ plain: Unicode.Scalar, _ atomClass: AtomClass = .ordinary, in alphabet: Alphabet = .automatic
  ) {
    self.plain = plain
    self.alphabet = alphabet
    self.atomClass = atomClass
    shown = alphabet.letter(for: plain)
  }
}
