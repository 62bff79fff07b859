import Diagnostics
import Expressions
import MathCore
import SceneFiles

/// The straight line that touches a graph: its slope is the exact derivative.
struct TangentMark: StraightMark {
  private let subject: FunctionSubject
  private let at: Expression
  var look: LineLook

  static let traits = MarkTraits()
  static let name = "tangent"
  static let role = Role.gradient
  static let weight = LineWeight(.regular, 1.2)

  var location: SourceLocation? { subject.location }

  init(_ fields: inout Fields) throws(Diagnostic) {
    subject = try fields.function(of: ["x"])
    at = try fields.place("the x at which it touches")
    look = try LineLook(&fields, marker: .dot)
  }

  func evaluate(in context: EvaluationContext) throws(Diagnostic) -> DrawnLine {
    let graph = try SmoothGraph(of: subject, for: Self.name, in: context.scope)
    let location = at.source.start
    let x = try at.evaluate(in: context.scope).number(of: "at", at: location)
    let point = try graph.point(at: x, location)
    let line = StraightLine(through: point, slope: try graph.slope(at: x, location))
    return try look.numbers(line, through: [point], in: context.scope)
  }

  func extent(of numbers: DrawnLine) -> Extent { Extent(of: numbers.line.point) }

  func summary(of numbers: DrawnLine) -> [String] {
    let slope = SpokenNumbers.spell(numbers.line.slope)
    let point = SpokenPoints.spell(numbers.line.point)
    return [
      "the tangent of \(shortened(subject.source, to: 80))\(numbers.label.spokenName) at \(point) with slope \(slope)"
    ]
  }
}
