import Diagnostics
import Drawing
import SceneFiles

/// The fonts that a scene or a panel asks for; what it does not name stays as it is.
struct FontsDescription: Hashable, Sendable {
  private struct Choice: Hashable {
    var role: FontChoice.Role
    var name: LocatedText
  }

  private var names: [Choice] = []

  init() {}

  /// Reads `{text: inter, math: pagella, code: jetbrains-mono}`, each a word or the path of a file.
  fileprivate init(_ fields: Fields, _ complaints: inout DiagnosticList) {
    var fields = fields
    for role in FontChoice.Role.allCases {
      let name = complaints.collect { () throws(Diagnostic) in try fields.text(role.rawValue) }
      if let name { names.append(Choice(role: role, name: name)) }
    }
    for complaint in fields.finish() { complaints.append(complaint) }
  }

  /// The fonts instead of those in `base`, as far as `typesetter` knows them; paths lead into the scene's
  /// folder.
  func choice(
    over base: FontChoice, in context: EvaluationContext, checkedBy typesetter: (any Typesetter)?,
    _ complaints: inout DiagnosticList
  ) -> FontChoice {
    var fonts = base
    for choice in names {
      let (role, name) = (choice.role, choice.name)
      let font = complaints.collect { () throws(Diagnostic) in
        let font = try context.font(named: name)
        try typesetter?.check(font, for: role, at: name.start)
        return font
      }
      if let font { fonts[role] = font }
    }
    return fonts
  }
}

extension EvaluationContext {
  /// A font's word, or where its file is.
  fileprivate func font(named name: LocatedText) throws(Diagnostic) -> String {
    guard FontChoice.isPath(name.text) else { return name.text }
    guard let folder else {
      throw Diagnostic(
        "a scene from memory has no folder in which '\(name.text)' could lie", at: name.start)
    }
    return try folder.locate(name)
  }
}

extension Fields {
  mutating func fonts(_ key: String, _ complaints: inout DiagnosticList) -> FontsDescription {
    guard let node = node(key) else { return FontsDescription() }
    let fields = complaints.collect { () throws(Diagnostic) in try inner(node, of: key) }
    return fields.map { FontsDescription($0, &complaints) } ?? FontsDescription()
  }
}
