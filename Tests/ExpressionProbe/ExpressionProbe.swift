package import Diagnostics
import Expressions
import MathCore

/// Runs one text through the language as a hostile user would: everything that can be done with it is done.
package struct ExpressionProbe: Sendable {
  private let scope: Scope

  /// What a text that is neither an error with a place nor a value did wrong.
  package struct Failure: Error, CustomStringConvertible {
    package let description: String
  }

  /// What became of a text.
  package enum Outcome: Hashable, Sendable {
    case misread
    case failed
    case worked
  }

  /// A probe with names of every kind of value to play with.
  package init() throws(Diagnostic) {
    var scope = Scope()
    for (key, body) in Self.definitions {
      let place = SourceLocation(file: "scope", line: 1, column: 1)
      let definition = try Definition(
        key: LocatedText(key, at: place), body: LocatedText(body, at: place))
      scope.define(definition.name, as: try definition.evaluate(in: scope))
    }
    scope.limits.work = 20_000
    self.scope = scope
  }

  /// Names and what they stand for, as in a scene.
  private static let definitions: KeyValuePairs = [
    "L(w1, w2)": "(1 - w1)^2 + 4*(w2 - w1^2/2)^2 + 0.3*sin(3*w1)",
    "h(v)": "sum(v * v) + v[0]",
    "g(v)": "[v[0]^2, v @ v, exp(v[-1])]",
    "fact(n)": "1 if n < 2 else n * fact(n - 1)",
    "X": "[[1, 2], [3, 4], [5, 6]]", "v": "[3, 1, 2]", "empty": "[]", "none": "zeros([0, 3])",
    "box": "zeros([2, 3, 2])", "words": "['a', \"b\"]", "mixed": "[1, [2, 3], 'c', x -> x]",
    "walk": "descend(L, from=[-1.8, 2], with=sgd(rate=0.03), steps=5)", "bell": "normal(0, 1)",
    "k": "0..10",
  ]

  /// Parses, evaluates, prints and compiles; throws if an error has no place inside the text.
  package func run(_ text: String) throws(Failure) -> Outcome {
    let source = LocatedText(text, at: SourceLocation(file: "fuzz", line: 1, column: 1))
    useElsewhere(source)
    let statement: Statement
    do throws(Diagnostic) {
      statement = try Statement(parsing: source)
    } catch {
      try checkPlace(of: error, in: text)
      return .misread
    }
    do throws(Diagnostic) {
      try use(try value(of: statement), from: source)
      return .worked
    } catch {
      try checkPlace(of: error, in: text)
      return .failed
    }
  }

  /// As the name of a definition, the format of a number and the inside of `{{…}}`.
  private func useElsewhere(_ source: LocatedText) {
    _ = try? Definition(key: source, body: LocatedText("1"))
    _ = try? formatted(.number(-1.5), spec: source)
    _ = Expression.splitFormat(source)
  }

  private func value(of statement: Statement) throws(Diagnostic) -> Value {
    switch statement {
    case .expression(let expression): try expression.evaluate(in: scope)
    case .definition(let definition): try definition.evaluate(in: scope)
    }
  }

  private func use(_ value: Value, from source: LocatedText) throws(Diagnostic) {
    _ = promptText(of: value)
    _ = promptText(of: value, isOneLine: true)
    do throws(Diagnostic) {
      _ = try jsonText(of: value)
      _ = try formatted(value, spec: nil)
      _ = try formatted(value, spec: LocatedText(".3f"))
    } catch {
      // What cannot be shown is said by whoever wants to show it, who also knows the place.
    }
    guard case .function(let function) = value else { return }
    for inputs in 1...2 {
      let compiled = try? function.compiled(inputs: inputs, at: source.start)
      _ = compiled?.at(Array(repeating: 0.5, count: inputs))
    }
  }

  private func checkPlace(of error: Diagnostic, in text: String) throws(Failure) {
    guard let place = error.at else { throw Failure(description: "no place: \(error) in \(text)") }
    guard place.file != "scope" else { return }
    guard place.line == 1, (1...text.unicodeScalars.count + 1).contains(place.column) else {
      throw Failure(description: "a place outside of the text: \(error) in \(text)")
    }
    guard !error.message.isEmpty, error.message.unicodeScalars.count < 2000 else {
      throw Failure(description: "a message of \(error.message.utf8.count) bytes for \(text)")
    }
  }
}
