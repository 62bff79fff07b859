/// A text as a key: other than for strings, é written as one character and as two is not the same.
///
/// Else it would depend on the order of labels which of the two a file holds.
struct ExactText: Hashable {
  let text: String
  /// Computed once: a key is looked up, compared and stored.
  private let hash: Int

  init(_ text: String) {
    self.text = text
    hash = text.hashValue
  }

  static func == (a: ExactText, b: ExactText) -> Bool {
    a.hash == b.hash && a.text.utf8.elementsEqual(b.text.utf8)
  }

  func hash(into hasher: inout Hasher) { hasher.combine(hash) }
}
