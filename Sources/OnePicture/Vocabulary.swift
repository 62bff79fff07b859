import Diagnostics
import Drawing
import Expressions
import Figures
import Formulas
import Typesetting

/// One family of words that scenes and commands understand, such as the marks.
public struct Vocabulary: Hashable, Sendable {
  /// The family's name in the plural, such as `marks`.
  public let name: String
  /// The words, in the order in which they are documented.
  public let words: [String]

  /// Every family.
  public static let all = [
    Vocabulary(name: "marks", words: marks.names),
    Vocabulary(name: "scales", words: scales.names),
    Vocabulary(name: "functions", words: functionReference.map(\.name)),
    Vocabulary(name: "constants", words: constantReference.map(\.name)),
    Vocabulary(name: "commands", words: commandGroups.dropLast().flatMap(\.entries).map { "\\" + $0.name }),
    Vocabulary(name: "environments", words: commandGroups.last?.entries.map(\.name) ?? []),
    Vocabulary(name: "languages", words: codeLanguages.names),
    Vocabulary(
      name: "fonts",
      words: FontChoice.Role.allCases.flatMap { role in
        FontChoice.names(for: role).map { "\(role.rawValue): \($0)" }
      }),
    Vocabulary(name: "themes", words: themes.names),
    Vocabulary(name: "canvases", words: canvases.names),
    Vocabulary(name: "ramps", words: ramps.names),
    Vocabulary(name: "checks", words: checks.names),
    Vocabulary(name: "formats", words: PictureFormat.names),
  ]
}

/// Commands of formulas, environments last.
private let commandGroups = FormulaCommands.groups
