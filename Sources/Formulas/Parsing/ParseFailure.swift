import Diagnostics

/// What is wrong in a label, at a UTF-8 offset of its text.
struct ParseFailure: Error {
  var message: String
  var offset: Int
  var help: String?

  /// The failure at its place in the file that the text is from.
  func diagnostic(in text: LocatedText) -> Diagnostic {
    Diagnostic(message, at: text.location(at: offset), help: help)
  }
}
