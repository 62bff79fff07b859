import Diagnostics
import Formulas
import SceneFiles

extension DiagnosticList {
  /// The commands that a scene defines under `macros`, wherever that stands in the file.
  mutating func macros(of scene: SceneFiles.Node) -> Macros {
    guard case .mapping(let entries) = scene.content,
      let node = entries.first(where: { $0.key.text == "macros" })?.value
    else { return Macros() }
    guard case .mapping(let pairs) = node.content else {
      append(
        Diagnostic(
          "macros: expected names with their formulas, found \(node.typeDescription)", at: node.location,
          help: #"write macros: {R: '\mathbb{R}'}"#))
      return Macros()
    }
    var definitions: [(name: LocatedText, body: LocatedText)] = []
    for pair in pairs {
      let body = collect { () throws(Diagnostic) in try pair.value.text(for: "'\(pair.key.text)' of 'macros'")
      }
      if let body { definitions.append((pair.key, body)) }
    }
    do {
      return try Macros(definitions)
    } catch {
      append(error)
      return .empty(definitions.map(\.name))
    }
  }
}

extension Macros {
  /// Commands that stand for nothing: what is wrong with a command is said once, where it is defined, and not
  /// again where it is used.
  fileprivate static func empty(_ names: [LocatedText]) -> Macros {
    var macros = Macros()
    for name in names { try? macros.define(name, as: LocatedText("{}")) }
    return macros
  }
}
