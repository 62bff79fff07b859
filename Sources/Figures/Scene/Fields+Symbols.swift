import Diagnostics
import Formulas
import SceneFiles

extension Fields {
  /// Symbols and what they mean, as in `{w: weight, "∇L": gradient}`.
  mutating func symbols(_ key: String) throws(Diagnostic) -> [(symbol: String, role: Role)] {
    guard let node = node(key) else { return [] }
    guard case .mapping(let entries) = node.content else {
      throw Diagnostic(
        "roles: expected symbols with their roles, found \(node.typeDescription)", at: node.location,
        help: "write roles: {w: weight}")
    }
    var symbols: [(symbol: String, role: Role)] = []
    for entry in entries {
      guard case .scalar(let name) = entry.value.content else {
        throw Diagnostic(
          "roles: expected a role, found \(entry.value.typeDescription)", at: entry.value.location)
      }
      let role = try roles.entry(named: name.text.text, at: name.text.start)
      try checkSymbol(entry.key)
      symbols.append((entry.key.text, role))
      // What a command of the scene's own stands for is the same symbol.
      if let body = labels.language.macros.body(of: entry.key.text) { symbols.append((body, role)) }
    }
    return symbols
  }

  /// Throws for what neither a formula nor code can hold as a symbol, which would silently color nothing.
  private func checkSymbol(_ key: LocatedText) throws(Diagnostic) {
    let isName = key.text.unicodeScalars.allSatisfy {
      $0 == "_" || $0.properties.isAlphabetic || "0"..."9" ~= $0
    }
    guard !isName, RolePattern(key.text, in: labels.language) == nil else { return }
    var formula = LocatedText("$", at: key.start)
    formula.append(key)
    formula.append(LocatedText("$", at: key.location(at: key.text.utf8.count)))
    if let problem = Label.problems(in: formula, language: labels.language).first { throw problem }
    throw Diagnostic(
      "roles: '\(key.text)' is no symbol", at: key.start,
      help: "name letters with their accents and scripts, such as w, \\hat y, w_1 or ∇L")
  }
}
