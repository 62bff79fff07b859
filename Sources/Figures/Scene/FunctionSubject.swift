import Diagnostics
import Expressions
import MathCore

/// A function as a mark's subject: `L`, `grad(L)`, or a term such as `x^2` in the usual variables.
struct FunctionSubject: Sendable {
  let expression: Expression
  private let variables: [String]

  init(_ expression: Expression, variables: [String]) {
    self.expression = expression
    self.variables = variables
  }

  var location: SourceLocation? { expression.source.start }
  var source: String { expression.source.text }

  /// How many operations one mark may cost: some seconds.
  private static let workLimit = 1e10

  /// The function, compiled for as many numbers as there are variables, to be run at `points` points.
  ///
  /// `owner` is named in messages.
  func compiled(for owner: String, points: Int, in scope: Scope) throws(Diagnostic) -> CompiledFunction {
    let function = try value(in: scope).function(of: owner, at: location)
      .compiled(inputs: variables.count, at: location, limits: scope.limits)
    guard Double(points) * Double(function.operationCount) <= Self.workLimit else {
      throw Diagnostic(
        "\(owner): \(function.operationCount) operations at each of \(points) points are too many",
        at: location, help: "lower the resolution, or make the function simpler")
    }
    return function
  }

  /// The exact derivative of a function of one number.
  func compiledDerivative(for owner: String, in scope: Scope) throws(Diagnostic) -> CompiledFunction {
    try value(in: scope).function(of: owner, at: location).derivative
      .compiled(inputs: 1, at: location, limits: scope.limits)
  }

  private func value(in scope: Scope) throws(Diagnostic) -> Value {
    let isTerm = expression.freeNames.contains { variables.contains($0) && scope.value(named: $0) == nil }
    guard isTerm else { return try expression.evaluate(in: scope) }
    var lambda = LocatedText("(\(variables.joined(separator: ", "))) -> (", at: location)
    lambda.append(expression.source)
    lambda.append(LocatedText(")"))
    return try Expression(parsing: lambda).evaluate(in: scope)
  }
}
