package import Diagnostics

/// What a user writes in a label: text, emphasis and `$formulas$`.
package struct Label: Hashable, Sendable {
  /// A stretch of a line.
  package enum Segment: Hashable, Sendable {
    case text(String, Emphasis)
    case formula(Formula)
  }

  /// As written, after values were put in.
  package var source: String
  /// Where it starts in the scene; `nil` for a label that no scene wrote.
  package var location: SourceLocation?
  /// What a lenient reading did not understand, each at its place.
  package private(set) var problems: [Diagnostic] = []
  /// The label's lines, each from left to right; an empty line has no segments.
  package private(set) var lines: [[Segment]]

  /// A line of text in which nothing is read as a formula or as emphasis.
  package init(text: String) {
    source = text
    lines = [[.text(text, Emphasis())]]
  }

  /// Reads a label; the error points at the very character in the user's file.
  package init(
    parsing text: LocatedText, in language: FormulaLanguage = .standard
  ) throws(Diagnostic) {
    source = text.text
    location = text.location(at: 0)
    do {
      var parser = LabelParser(text.text)
      lines = try parser.lines()
    } catch {
      throw Diagnostic(error.message, at: text.location(at: error.offset), help: error.help)
    }
  }
}

/// How a stretch of text stands out from its surroundings.
package struct Emphasis: Hashable, Sendable {
  package var isBold: Bool
  package var isItalic: Bool
  package var isCode: Bool

  package init(isBold: Bool = false, isItalic: Bool = false, isCode: Bool = false) {
    self.isBold = isBold
    self.isItalic = isItalic
    self.isCode = isCode
  }

  package static let plain = Emphasis()
}
