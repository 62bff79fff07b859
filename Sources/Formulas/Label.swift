package import Diagnostics

/// What a user writes in a label: text, emphasis and `$formulas$`.
package struct Label: Hashable, Sendable {
  /// A stretch of a line.
  package enum Segment: Hashable, Sendable {
    case text(String, Emphasis)
    case formula(Formula)
  }

  /// As written, after values were put in; without places for a label that no scene wrote.
  package let text: LocatedText
  /// What a lenient reading did not understand, each at its place.
  package private(set) var problems: [Diagnostic] = []
  /// The label's lines, each from left to right; an empty line has no segments.
  package private(set) var lines: [[Segment]]
  /// Whether values were put in, which may be others in another picture.
  package var hasComputedValues = false

  /// A line of text in which nothing is read as a formula or as emphasis.
  package init(text: String) {
    self.text = LocatedText(text)
    lines = [[.text(text, Emphasis())]]
  }

  /// Reads a label; the error points at the very character in the user's file.
  package init(
    parsing text: LocatedText, in language: FormulaLanguage = .standard
  ) throws(Diagnostic) {
    guard text.text.utf8.count <= Label.mostBytes else {
      throw Diagnostic(
        "the label is too long: at most \(Label.mostBytes) bytes can be shown", at: text.start)
    }
    self.text = text
    var parser = LabelParser(text.text, in: language)
    do {
      lines = try parser.lines()
    } catch {
      throw error.diagnostic(in: text)
    }
    problems = parser.problems.map { $0.diagnostic(in: text) }
  }

  package var source: String { text.text }

  /// No page holds more, and to set megabytes takes minutes.
  private static let mostBytes = 100_000

  /// Where it starts in the scene.
  package var location: SourceLocation? { text.start }

  /// All that is wrong with a label, in the order in which it is read; the first is what a strict reading
  /// fails with.
  package static func problems(
    in text: LocatedText, language: FormulaLanguage = .standard
  ) -> [Diagnostic] {
    var language = language
    language.isLenient = true
    do {
      return try Label(parsing: text, in: language).problems
    } catch {
      return [error]
    }
  }
}

/// How a stretch of text stands out from its surroundings.
package struct Emphasis: Hashable, Sendable {
  package var isBold: Bool
  package var isItalic: Bool
  package var isCode: Bool
  /// Whether it is set in the upright letters of formulas, as `\textrm` asks.
  package var isRoman: Bool

  package init(
    isBold: Bool = false, isItalic: Bool = false, isCode: Bool = false, isRoman: Bool = false
  ) {
    self.isBold = isBold
    self.isItalic = isItalic
    self.isCode = isCode
    self.isRoman = isRoman
  }

  package static let plain = Emphasis()
}
