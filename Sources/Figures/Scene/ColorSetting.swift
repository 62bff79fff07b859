import Diagnostics
import Drawing
import Expressions
import SceneFiles

/// The color of something that may change: written outright, or as an expression.
enum ColorSetting: Sendable {
  case fixed(ColorChoice)
  /// Its value is a text that names a color; `subject` is what messages call it.
  case computed(Expression, subject: String)

  /// The color; in its expression the names of roles that the scene does not define stand for themselves.
  func value(in scope: Scope) throws(Diagnostic) -> ColorChoice {
    switch self {
    case .fixed(let choice): return choice
    case .computed(let expression, let subject):
      if let word = expression.undefinedWord(in: scope) {
        return .role(try roles.entry(named: word.text, at: word.start))
      }
      let place = expression.source.start
      let value = try expression.evaluate(in: scope.definingRoles)
      guard case .text(let text) = value else {
        throw Diagnostic(
          "\(subject): expected a color such as \"weight\" or \"#2A575D\", found \(value.typeDescription)",
          at: place)
      }
      return try ColorChoice(LocatedText(text, insteadOfTextAt: place), of: subject)
    }
  }
}

extension Scope {
  /// The same with the names of roles that the scene does not define itself.
  fileprivate var definingRoles: Scope {
    var scope = self
    for name in roles.names where value(named: name) == nil {
      scope.define(name, as: .text(name))
    }
    return scope
  }
}

extension Fields {
  /// A color as `#rrggbb`, as the name of a role, which the theme gives its color, or as an expression.
  mutating func colorSetting(_ key: String) throws(Diagnostic) -> ColorSetting? {
    guard let text = try written(key) else { return nil }
    if Color.isWritten(text.text) || roles[text.text] != nil { return .fixed(try ColorChoice(text, of: key)) }
    return .computed(try Expression(parsing: text), subject: subject(key))
  }
}

extension Expression {
  /// Itself, if it is nothing but a name that has no value; a word that was meant as something else.
  func undefinedWord(in scope: Scope) -> LocatedText? {
    let names = freeNames
    guard names.count == 1, names[0] == source.text, scope.value(named: names[0]) == nil,
      scope.advice[names[0]] == nil
    else { return nil }
    return source
  }
}
