import Diagnostics
import Expressions
import Foundation

/// The value of an expression in which earlier lines of `let` are known.
func value(_ text: String, _ lines: KeyValuePairs<String, String> = [:]) throws -> Value {
  var scope = Scope()
  for (key, body) in lines {
    let definition = try Definition(key: located(key), body: located(body))
    scope.define(definition.name, as: try definition.evaluate(in: scope))
  }
  return try Expression(parsing: located(text)).evaluate(in: scope)
}

/// A value as the text of a label.
func shown(_ text: String, _ lines: KeyValuePairs<String, String> = [:]) throws -> String {
  try formatted(try value(text, lines), spec: nil)
}

/// What is wrong with an expression, as `line:column: message; help`.
func complaint(_ text: String, _ lines: KeyValuePairs<String, String> = [:]) -> String {
  do {
    return "no complaint, but \(try value(text, lines).typeDescription)"
  } catch {
    return "\(error)".replacing("scene:", with: "").replacing(" error:", with: "")
  }
}

func located(_ text: String) -> LocatedText {
  LocatedText(text, at: SourceLocation(file: "scene", line: 1, column: 1))
}

/// A function value.
func function(_ text: String, _ lines: KeyValuePairs<String, String> = [:]) throws -> Function {
  try value(text, lines).function(of: text, at: nil)
}

/// A file of reference values beside the tests.
func oracle<Content: Decodable>(_ name: String, as type: Content.Type) throws -> Content {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Oracles")
  return try JSONDecoder().decode(type, from: Data(contentsOf: folder.appending(path: name)))
}
