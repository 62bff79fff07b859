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
  public static let all = families.map { Vocabulary(name: $0.name, words: $0.words()) }

  /// The words of one family, such as `themes`; none if there is no such family.
  ///
  /// Others are not looked up: all of them together take longer than many a picture.
  public static func words(of family: String) -> [String] {
    families.first { $0.name == family }?.words() ?? []
  }

  private static let families: [(name: String, words: @Sendable () -> [String])] = [
    ("marks", { marks.names }),
    ("scales", { scales.names }),
    ("functions", { functionReference.map(\.name) }),
    ("constants", { constantReference.map(\.name) }),
    ("commands", { commandGroups.dropLast().flatMap(\.entries).map { "\\" + $0.name } }),
    ("environments", { commandGroups.last?.entries.map(\.name) ?? [] }),
    ("languages", { codeLanguages.names }),
    (
      "fonts",
      {
        FontChoice.Role.allCases.flatMap { role in
          FontChoice.names(for: role).map { "\(role.rawValue): \($0)" }
        }
      }
    ),
    ("themes", { themes.names }),
    ("canvases", { canvases.names }),
    ("ramps", { ramps.names }),
    ("checks", { checks.names }),
    ("formats", { PictureFormat.names }),
  ]
}

/// Commands of formulas, environments last.
private let commandGroups = FormulaCommands.groups
