import Diagnostics
import Drawing
import SceneFiles

/// The fonts that a scene or a panel asks for; what it does not name stays as it is.
struct FontsDescription: Sendable {
  private var names: [(role: FontChoice.Role, name: LocatedText)] = []

  init() {}

  /// Reads `{text: inter, math: pagella, code: jetbrains-mono}`, each a word or the path of a file.
  fileprivate init(_ fields: Fields) throws(Diagnostic) {
    var fields = fields
    for role in FontChoice.Role.allCases {
      if let name = try fields.text(role.rawValue) { names.append((role, name)) }
    }
    if let complaint = fields.finish().first { throw complaint }
  }

  /// The fonts instead of those in `base`, if `typesetter` knows them; paths lead into the scene's folder.
  func choice(
    over base: FontChoice, from folder: DataFolder?, checkedBy typesetter: (any Typesetter)?
  ) throws(Diagnostic) -> FontChoice {
    var choice = base
    for (role, name) in names {
      var font = name.text
      if FontChoice.isPath(font) {
        guard let folder else {
          throw Diagnostic(
            "a scene from memory has no folder in which '\(name.text)' could lie", at: name.start)
        }
        font = try folder.locate(name)
      }
      try typesetter?.check(font, for: role, at: name.start)
      choice[role] = font
    }
    return choice
  }
}

extension Fields {
  mutating func fonts(_ key: String) throws(Diagnostic) -> FontsDescription {
    guard let node = node(key) else { return FontsDescription() }
    return try FontsDescription(inner(node, of: key))
  }
}
