/// A text as a key: other than for strings, é written as one character and as two is not the same.
///
/// Else it would depend on the order of labels which of the two a file holds.
struct ExactText: Hashable {
  let text: String

  init(_ text: String) { self.text = text }

  static func == (a: ExactText, b: ExactText) -> Bool { a.text.utf8.elementsEqual(b.text.utf8) }

  func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
