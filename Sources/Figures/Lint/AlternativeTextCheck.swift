import Diagnostics

extension Check {
  /// Nothing for readers who cannot see the picture.
  static let alternativeText = Check("no alternative text") { figure in
    guard !figure.hasAlternativeText else { return [] }
    return [
      Diagnostic(
        "the scene has no 'alt', the text for readers who cannot see the picture", at: figure.location,
        help: "say in a sentence or two what is to be seen; onepicture describe drafts it")
    ]
  }
}
