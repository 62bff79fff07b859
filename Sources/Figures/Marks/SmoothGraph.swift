import Diagnostics
import Expressions
import MathCore

/// A function of one number with its exact derivative, for marks that touch its graph.
struct SmoothGraph: Sendable {
  private let function: CompiledFunction
  private let derivative: CompiledFunction
  /// The mark that touches it, as messages name it.
  private let owner: String
  private let source: String

  init(of subject: FunctionSubject, for owner: String, in scope: Scope) throws(Diagnostic) {
    function = try subject.compiled(for: owner, points: 1, in: scope)
    guard function.outputCount == 1 else {
      throw Diagnostic(
        "\(owner): expected one value a point, found \(function.outputCount)", at: subject.location)
    }
    derivative = try subject.compiledDerivative(for: owner, in: scope)
    self.owner = owner
    source = subject.source
  }

  /// The point over an x that is written at `location`.
  func point(at x: Double, _ location: SourceLocation?) throws(Diagnostic) -> DataPoint {
    let y = function.onPoints([[x]])[0][0]
    guard y.isFinite else { throw undefined("'\(source)' is undefined", y, at: x, location) }
    return DataPoint(x: x, y: y)
  }

  /// The slope over an x; infinite where the graph runs straight up.
  func slope(at x: Double, _ location: SourceLocation?) throws(Diagnostic) -> Double {
    let slope = derivative.onPoints([[x]])[0][0]
    guard !slope.isNaN else {
      throw undefined("the slope of '\(source)' is undefined", slope, at: x, location)
    }
    return slope
  }

  /// The slope of the line through two points of the graph; of the tangent where they are one.
  ///
  /// A difference quotient loses digits to rounding as its points come closer. Nearer than a millionth the derivative
  /// in the middle has more of them: it is off by h²/24 times the third derivative.
  func slope(from start: DataPoint, to end: DataPoint, _ location: SourceLocation?) throws(Diagnostic)
    -> Double
  {
    let distance = abs(end.x - start.x)
    guard distance <= 1e-6 * max(abs(start.x), abs(end.x), 1) else {
      return StraightLine(through: start, end).slope
    }
    return try slope(at: start.x / 2 + end.x / 2, location)
  }

  private func undefined(
    _ what: String, _ value: Double, at x: Double, _ location: SourceLocation?
  ) -> Diagnostic {
    let name = value.isNaN ? "NaN" : "infinite"
    return Diagnostic("\(owner): \(what) (\(name)) at x = \(roundedName(of: x))", at: location)
  }
}
