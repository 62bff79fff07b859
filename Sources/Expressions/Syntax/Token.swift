/// A word of the language with its place in the text.
struct Token: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case number(Double)
    case name(String)
    case text(String)
    /// An operator, bracket or keyword, in its ASCII spelling where it has one.
    case symbol(String)
    /// A number in superscript: the exponent of what stands before.
    case superscript(Double)
    case end
  }

  var kind: Kind
  /// UTF-8 offsets in the text.
  var range: Range<Int>
}

/// Whether a word has a meaning of its own and cannot be a name.
func isKeyword(_ word: String) -> Bool {
  switch word {
  case "and", "or", "not", "if", "else", "for", "in": true
  default: false
  }
}
