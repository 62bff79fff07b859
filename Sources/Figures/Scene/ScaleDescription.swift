import Diagnostics
import Expressions
import Formulas
import SceneFiles

/// The scale that a scene asks for: `log`, or with its option `{symlog: 0.1}`.
struct ScaleDescription: Sendable {
  private enum Option: Sendable {
    case none
    case number(Expression)
    case names([LabelTemplate])
  }

  let name: String
  let kind: ScaleKind
  let location: SourceLocation
  private let option: Option

  init(_ node: SceneFiles.Node, labels: LabelReader) throws(Diagnostic) {
    location = node.location
    guard case .mapping(let entries) = node.content else {
      let word = try node.text(for: "'scale'")
      name = word.text
      kind = try scales.entry(named: word.text, at: node.location)
      option = .none
      return
    }
    guard let entry = entries.first, entries.count == 1 else {
      throw Diagnostic(
        "scale: expected one scale with its option, found \(entries.count)", at: node.location,
        help: "write scale: {symlog: 0.1}")
    }
    name = entry.key.text
    kind = try scales.entry(named: name, at: entry.key.start)
    switch kind.option {
    case .none:
      throw Diagnostic("'\(name)' has no option", at: entry.value.location, help: "write scale: \(name)")
    case .number:
      option = .number(try Expression(parsing: try mathematics(of: entry.value, for: name)))
    case .names:
      let names = try entry.value.items(for: "'\(name)'")
      guard 1...2000 ~= names.count else {
        throw Diagnostic("\(name): expected 1 to 2000 names, found \(names.count)", at: entry.value.location)
      }
      option = .names(
        try names.map { item throws(Diagnostic) in
          try LabelTemplate(try item.text(for: "'\(entry.key.text)'"), labels: labels)
        })
    }
  }

  func choice(in scope: Scope) throws(Diagnostic) -> ScaleKind.Choice {
    switch option {
    case .none: return kind.usual
    case .names(let names):
      return ScaleKind.Choice(
        names: try names.map { name throws(Diagnostic) in try name.evaluate(in: scope).text })
    case .number(let expression):
      let place = expression.source.start
      let number = try expression.evaluate(in: scope).number(of: name, at: place)
      if case .number(let noun, _, let range) = kind.option, !range.contains(number) {
        let low = try formatted(.number(range.lowerBound), spec: nil)
        let high = try formatted(.number(range.upperBound), spec: nil)
        throw Diagnostic(
          "\(name): expected \(article(noun)) \(noun) from \(low) to \(high), found \(expression.source.text)",
          at: place)
      }
      return ScaleKind.Choice(number: number)
    }
  }
}

private func article(_ noun: String) -> String { "aeiou".contains(noun.prefix(1)) ? "an" : "a" }
