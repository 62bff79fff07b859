/// Finds the names in code that stand for the symbols of formulas.
///
/// A symbol names the equal name in code: `w` is `w`, and not `w1` or `new`. A Greek letter, however it is
/// written (`eta`, `\eta`, `η`), is both `eta` and `η`; `lambda`, which Python keeps for itself, is also
/// `lambda_`. A symbol that no name can be, such as `∇L`, is nothing in code: give the name that the code has
/// for it the same role, as in `roles: {"∇L": gradient, grad: gradient}`.
///
/// Colored are variables and functions, where they are defined, used and called. What stands behind a dot
/// belongs to something else and is not, but for `self.w`, the object's own `w`; nor are the names of
/// arguments in calls, strings and comments.
package struct CodeRoles: Sendable {
  private var places: [String: Int] = [:]

  /// Of two symbols with the same name in code the first counts.
  package init(_ symbols: [String]) {
    for (place, symbol) in symbols.enumerated() {
      for name in codeNames(of: symbol) where places[name] == nil { places[name] = place }
    }
  }

  /// Which symbol a token stands for, by its place in the list; `nil` for none.
  package func place(of token: CodeToken) -> Int? {
    token.kind.mayHaveRole ? places[token.text] : nil
  }
}

/// The names that code may have for a symbol of formulas.
private func codeNames(of symbol: String) -> [String] {
  var name = symbol
  if name.count > 2, name.hasPrefix("$"), name.hasSuffix("$") { name = String(name.dropFirst().dropLast()) }
  if name.hasPrefix("\\") { name.removeFirst() }
  guard let letter = greekLetters.first(where: { $0.names.contains(name) || $0.shapes.contains(name) }) else {
    return [name]
  }
  return letter.names + letter.shapes + letter.names.map { $0 + "_" }.filter { $0 == "lambda_" }
}

/// The Greek letters; both shapes of one, as ϵ and ε, are the same letter.
private let greekLetters: [(names: [String], shapes: [String])] = {
  var letters: [(names: [String], shapes: [String])] = []
  for row in greekCommands.rows {
    guard case .symbol(let scalar, _) = row.command else { continue }
    let name = row.name
    let plain = name.hasPrefix("var") ? String(name.dropFirst(3)) : name
    if let known = letters.firstIndex(where: { $0.names.contains(plain) }) {
      letters[known].names.append(name)
      letters[known].shapes.append(String(scalar))
    } else {
      letters.append(([name], [String(scalar)]))
    }
  }
  return letters
}()
