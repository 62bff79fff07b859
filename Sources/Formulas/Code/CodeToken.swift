/// A stretch of code that is one thing to the language.
package struct CodeToken: Hashable, Sendable {
  /// What the stretch is.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// What the language has no name for, and all of a plain text.
    case plain
    /// Blanks and line breaks between other tokens.
    case space
    case keyword
    /// A name that the language brings along, such as `len`.
    case builtin
    /// A name that is being defined, as behind `def`.
    case definition
    /// A name that is called.
    case call
    /// Any other name.
    case name
    /// The short name of a library, such as `np`.
    case module
    /// A name behind a dot, which belongs to what stands before the dot.
    case attribute
    /// The name of an argument in a call, as in `f(rate=1)`.
    case parameter
    case number
    case string
    case comment
    case decorator
    case `operator`
    case punctuation

    /// Whether it stands for something of the program's own, which a role may color.
    var mayHaveRole: Bool {
      switch self {
      case .name, .call, .definition, .builtin, .module: true
      default: false
      }
    }
  }

  /// As written.
  package var text: String
  package var kind: Kind

  package init(_ text: String, _ kind: Kind) {
    self.text = text
    self.kind = kind
  }
}
