internal import Diagnostics
internal import MathCore

/// A function that the language brings along.
struct Builtin: Sendable {
  /// One argument: its name, and its value where the user gives none.
  struct Parameter: Sendable, ExpressibleByStringLiteral {
    var name: String
    var standard: Value?
    /// How to mend a call without it.
    var hint: String?

    init(_ name: String, _ standard: Value? = nil, hint: String? = nil) {
      self.name = name
      self.standard = standard
      self.hint = hint
    }

    init(stringLiteral name: String) { self.init(name) }

    /// A parameter that may be left out, and has no value then.
    static func optional(_ name: String) -> Parameter { Parameter(name, .text("none")) }
  }

  typealias Run = @Sendable (inout Evaluation, Call) throws(Diagnostic) -> Value

  var name: String
  var parameters: [Parameter]
  /// Whether the last parameter stands for any number of arguments.
  var isVariadic: Bool
  /// Parameters of a variadic function that can only be given by name.
  var options: [Parameter]
  /// One sentence for the reference.
  var summary: String
  var example: Example?
  var run: Run

  init(
    _ name: String, _ parameters: [Parameter], isVariadic: Bool = false, options: [Parameter] = [],
    _ summary: String, _ example: Example? = nil, _ run: @escaping Run
  ) {
    self.name = name
    self.parameters = parameters
    self.isVariadic = isVariadic
    self.options = options
    self.summary = summary
    self.example = example
    self.run = run
  }

  func accepts(_ count: Int) -> Bool {
    if isVariadic { return count > 0 && options.allSatisfy { $0.standard != nil } }
    return count <= parameters.count && parameters[count...].allSatisfy { $0.standard != nil }
  }
}

/// A call for the reference, and what it prints.
struct Example: Sendable {
  var source: String
  var result: String

  init(_ source: String, _ result: String) {
    self.source = source
    self.result = result
  }
}

/// What a built-in function is called with: a value for each parameter, or for each argument.
struct Call {
  var name: String
  var values: [Value]
  /// The values of a variadic function's options.
  var options: [Value] = []
  /// The parameters' names; none for a variadic function.
  var parameterNames: [String] = []
  /// Where each argument is written; `nil` for what the user left out.
  var places: [Place?] = []
  var place: Place

  subscript(place: Int) -> Value { values[place] }
}
