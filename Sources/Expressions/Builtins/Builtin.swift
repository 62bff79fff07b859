internal import Diagnostics
internal import MathCore

/// A function that the language brings along.
struct Builtin: Sendable {
  /// One argument: its name, and its value where the user gives none.
  struct Parameter: Sendable, ExpressibleByStringLiteral {
    var name: String
    var standard: Value?

    init(_ name: String, _ standard: Value) {
      self.name = name
      self.standard = standard
    }

    init(stringLiteral name: String) {
      self.name = name
      standard = nil
    }
  }

  typealias Run = @Sendable (inout Evaluation, Call) throws(Diagnostic) -> Value

  var name: String
  var parameters: [Parameter]
  /// Whether the last parameter stands for any number of arguments.
  var isVariadic = false
  /// One sentence for the reference.
  var summary: String
  var run: Run

  init(
    _ name: String, _ parameters: [Parameter], isVariadic: Bool = false, _ summary: String,
    _ run: @escaping Run
  ) {
    self.name = name
    self.parameters = parameters
    self.isVariadic = isVariadic
    self.summary = summary
    self.run = run
  }

  func accepts(_ count: Int) -> Bool {
    if isVariadic { return count > 0 }
    return count <= parameters.count && parameters[count...].allSatisfy { $0.standard != nil }
  }
}

/// What a built-in function is called with: a value for each parameter, or for each argument.
struct Call {
  var name: String
  var values: [Value]
  var place: Place

  subscript(place: Int) -> Value { values[place] }
}
