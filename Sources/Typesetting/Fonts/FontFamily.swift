import Diagnostics
package import Drawing

/// Font files that belong together, and the Debian package that brings them.
struct FontFamily: Sendable {
  /// Where the Debian package puts the files.
  let folder: String
  let debianPackage: String
  let regular: String
  // The faces that a family lacks are set in the nearest one that it has.
  var italic: String?
  var medium: String?
  var mediumItalic: String?
  var bold: String?
  var boldItalic: String?

  /// The files by falling preference.
  func files(for face: Face) -> [String] {
    let upright =
      switch face.weight {
      case .regular: [regular]
      case .medium: [medium, regular]
      case .bold: [bold, medium, regular]
      }
    let slanted =
      switch face.weight {
      case .regular: [italic]
      case .medium: [mediumItalic, italic]
      case .bold: [boldItalic, bold, italic]
      }
    return ((face.isItalic ? slanted : []) + upright).compactMap(\.self)
  }

  var allFiles: [String] {
    [regular, italic, medium, mediumItalic, bold, boldItalic].compactMap(\.self)
  }
}

extension FontFamily {
  /// The families that serve for a role, by the words for them.
  static func catalogue(for role: FontChoice.Role) -> Catalogue<FontFamily> {
    switch role {
    case .text: textFamilies
    case .math: mathFamilies
    case .code: codeFamilies
    }
  }

  /// The family of pictures that choose none.
  ///
  /// Apart from the catalogue, so that most programs start without it.
  static func standard(for role: FontChoice.Role) -> FontFamily {
    switch role {
    case .text: inter
    case .math: pagella
    case .code: jetBrainsMono
    }
  }

  /// The family that a word names; `nil` for unknown words.
  static func family(named name: String, for role: FontChoice.Role) -> FontFamily? {
    name == FontChoice.standard[role] ? standard(for: role) : catalogue(for: role)[name]
  }

  /// A family of the TeX Gyre Math collection, which has one face each.
  fileprivate static func gyre(_ name: String) -> FontFamily {
    FontFamily(
      folder: "/usr/share/texmf/fonts/opentype/public/tex-gyre-math",
      debianPackage: "fonts-texgyre-math", regular: "texgyre\(name)-math.otf")
  }

  fileprivate static let inter = FontFamily(
    folder: "/usr/share/fonts/opentype/inter", debianPackage: "fonts-inter",
    regular: "Inter-Regular.otf", italic: "Inter-Italic.otf", medium: "Inter-Medium.otf",
    mediumItalic: "Inter-MediumItalic.otf", bold: "Inter-Bold.otf", boldItalic: "Inter-BoldItalic.otf")

  fileprivate static let pagella = gyre("pagella")

  fileprivate static let jetBrainsMono = FontFamily(
    folder: "/usr/share/fonts/truetype/jetbrains-mono", debianPackage: "fonts-jetbrains-mono",
    regular: "JetBrainsMono-Regular.ttf", italic: "JetBrainsMono-Italic.ttf",
    medium: "JetBrainsMono-Medium.ttf", mediumItalic: "JetBrainsMono-MediumItalic.ttf",
    bold: "JetBrainsMono-Bold.ttf", boldItalic: "JetBrainsMono-BoldItalic.ttf")

  static let dejaVuSans = FontFamily(
    folder: "/usr/share/fonts/truetype/dejavu", debianPackage: "fonts-dejavu-core",
    regular: "DejaVuSans.ttf", bold: "DejaVuSans-Bold.ttf")

  static let dejaVuSansMono = FontFamily(
    folder: "/usr/share/fonts/truetype/dejavu", debianPackage: "fonts-dejavu-core",
    regular: "DejaVuSansMono.ttf", bold: "DejaVuSansMono-Bold.ttf")
}

extension FontChoice {
  /// The words that a scene may give for a role's font.
  package static func names(for role: Role) -> [String] { FontFamily.catalogue(for: role).names }
}

private let textFamilies = Catalogue<FontFamily>(
  "text font",
  [
    "inter": .inter,
    "latin-modern": FontFamily(
      folder: "/usr/share/texmf/fonts/opentype/public/lm", debianPackage: "fonts-lmodern",
      regular: "lmroman10-regular.otf", italic: "lmroman10-italic.otf", bold: "lmroman10-bold.otf",
      boldItalic: "lmroman10-bolditalic.otf"),
    "dejavu": .dejaVuSans,
  ])

private let mathFamilies = Catalogue<FontFamily>(
  "math font",
  [
    "pagella": .pagella,
    "termes": .gyre("termes"),
    "schola": .gyre("schola"),
    "bonum": .gyre("bonum"),
    "dejavu": .gyre("dejavu"),
    "latin-modern": FontFamily(
      folder: "/usr/share/texmf/fonts/opentype/public/lm-math", debianPackage: "fonts-lmodern",
      regular: "latinmodern-math.otf"),
  ])

private let codeFamilies = Catalogue<FontFamily>(
  "code font",
  [
    "jetbrains-mono": .jetBrainsMono,
    "latin-modern": FontFamily(
      folder: "/usr/share/texmf/fonts/opentype/public/lm", debianPackage: "fonts-lmodern",
      regular: "lmmono10-regular.otf", italic: "lmmono10-italic.otf", bold: "lmmonolt10-bold.otf",
      boldItalic: "lmmonolt10-boldoblique.otf"),
    "dejavu": .dejaVuSansMono,
  ])
