import Diagnostics
import Drawing

/// Where a theme file gives its colors.
struct ThemePlaces {
  /// Where the file starts.
  let file: SourceLocation
  private var places: [String: SourceLocation] = [:]

  init(file: SourceLocation) { self.file = file }

  subscript(key: String) -> SourceLocation? {
    get { places[key] }
    set { places[key] = newValue }
  }
}

/// What is hard to see in a theme of the user's own.
struct ThemeReview {
  private let theme: Theme
  private let places: ThemePlaces

  init(_ theme: Theme, _ places: ThemePlaces) {
    self.theme = theme
    self.places = places
  }

  var warnings: [Diagnostic] { textWarnings + roleWarnings + pairWarnings }

  private var textWarnings: [Diagnostic] {
    let syntax = theme.syntax
    let texts: [(String, Color)] = [
      ("ink", theme.ink), ("quiet", theme.quietInk), ("keyword", syntax.keyword), ("string", syntax.string),
      ("number", syntax.number), ("comment", syntax.comment), ("definition", syntax.definition),
    ]
    return texts.compactMap { warning($0, $1, atLeast: Contrast.text) }
  }

  private var roleWarnings: [Diagnostic] {
    Theme.RoleColors.members.compactMap { role, color in
      warning(role.rawValue, theme.roleColors[keyPath: color], atLeast: Contrast.mark)
    }
  }

  private func warning(_ key: String, _ color: Color, atLeast least: Double) -> Diagnostic? {
    let contrast = color.contrast(to: theme.ground)
    guard contrast < least else { return nil }
    let help = color.luminance > theme.ground.luminance ? "make it lighter" : "make it darker"
    return Diagnostic(
      "\(key): contrast \(hundredths(contrast)):1 to the ground, expected at least \(least):1",
      at: places[key] ?? places["ground"] ?? places.file, help: help, severity: .warning)
  }

  /// Pairs of which the file gives at least one color.
  private var pairWarnings: [Diagnostic] {
    let members = Theme.RoleColors.members
    return members.enumerated().flatMap { index, later in
      members[..<index].compactMap { earlier -> Diagnostic? in
        let names = (later.role.rawValue, earlier.role.rawValue)
        guard let place = places[names.0] ?? places[names.1] else { return nil }
        let colors = (theme.roleColors[keyPath: later.color], theme.roleColors[keyPath: earlier.color])
        guard let sight = Sight.confusing(colors.0, with: colors.1) else { return nil }
        return Diagnostic(
          "'\(names.0)' and '\(names.1)' look alike \(sight.phrase)", at: place,
          help: "give them another lightness or hue", severity: .warning)
      }
    }
  }
}

extension Sight {
  /// The distance in OKLab from which on colors are told apart, about that of neighbors among the roles.
  static let leastDistance = 0.07

  /// The first kind of sight to which two colors look alike; `nil` if all tell them apart.
  static func confusing(_ one: Color, with other: Color) -> Sight? {
    allCases.first { $0.seen(one).distance(to: $0.seen(other)) < leastDistance }
  }

  /// As in "look alike to deuteranopic eyes".
  var phrase: String { self == .normal ? "to all eyes" : "to \(rawValue) eyes" }
}

/// A number with two decimals.
func hundredths(_ number: Double) -> String {
  let count = Int((min(max(number, 0), 1e6) * 100).rounded())
  let rest = count % 100
  return "\(count / 100).\(rest < 10 ? "0" : "")\(rest)"
}
