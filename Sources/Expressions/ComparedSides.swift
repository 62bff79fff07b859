package import Diagnostics

extension Expression {
  /// What the two sides of a comparison are worth, as in `left 0.2, right 0.1`; `nil` for anything else.
  package func sides(in scope: Scope) throws(Diagnostic) -> String? {
    guard case .comparison(let left, let links) = syntax.kind, links.count == 1 else { return nil }
    var words: [String] = []
    for (side, operand) in [("left", left), ("right", links[0].operand)] {
      var evaluation = Evaluation(in: scope)
      let value = try evaluation.value(of: operand, in: Environment(source: source, scope: scope))
      words.append("\(side) \(try formatted(value, spec: nil))")
    }
    return words.joined(separator: ", ")
  }
}
