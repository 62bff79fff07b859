import Diagnostics

/// How many characters of one label are named one by one.
private let mostNamed = 8

/// Warnings about characters of a text that no font has, each where it first occurs.
///
/// What a command stands for does not occur in the text: it is told where the text starts, or at `location`.
func missingCharacters(
  _ scalars: [Unicode.Scalar], in text: LocatedText, orAt location: SourceLocation? = nil
) -> [Diagnostic] {
  var problems = scalars.prefix(mostNamed).map { scalar in
    let shown = scalar.isUnassigned ? "" : " '\(scalar)'"
    return Diagnostic(
      "no font has \(scalar.codePoint)\(shown)", at: text.location(of: scalar) ?? text.start ?? location,
      help: scalar.help, severity: .warning)
  }
  if scalars.count > mostNamed {
    problems.append(
      Diagnostic(
        "no font has \(scalars.count - mostNamed) more characters of the label",
        at: scalars.dropFirst(mostNamed).lazy.compactMap(text.location(of:)).first ?? text.start ?? location,
        severity: .warning))
  }
  return problems
}

extension Unicode.Scalar {
  /// As Unicode names places: U+0041.
  fileprivate var codePoint: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(4 - digits.utf8.count, 0)) + digits
  }

  /// How to get a font with the character.
  fileprivate var help: String {
    switch properties.generalCategory {
    case .privateUse: "it is for private use: only the font that it was made for has it"
    case .unassigned, .surrogate: "Unicode does not assign it to any character"
    case .control: "it is a control character"
    default: "install a font that has it, such as those of the Debian package \(debianPackage)"
    }
  }

  /// The package that most likely brings it.
  private var debianPackage: String {
    switch value {
    case 0x2E80...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7FF, 0xF900...0xFAFF, 0xFE30...0xFE4F: "fonts-noto-cjk"
    case 0xFF00...0xFFEF, 0x1B000...0x1B2FF, 0x20000...0x3FFFF: "fonts-noto-cjk"
    case 0x1F300...0x1FAFF: "fonts-symbola"
    default: "fonts-noto-core"
    }
  }
}
