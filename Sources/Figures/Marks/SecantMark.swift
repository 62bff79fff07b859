import Diagnostics
import Expressions
import MathCore
import SceneFiles

/// The straight line through two points of a graph; the tangent where they meet.
struct SecantMark: StraightMark {
  private let subject: FunctionSubject
  private let at: Expression
  var look: LineLook

  static let traits = MarkTraits()
  static let name = "secant"
  static let role = Role.gradient
  static let weight = LineWeight(.regular, 1.2)

  var location: SourceLocation? { subject.location }

  init(_ fields: inout Fields) throws(Diagnostic) {
    subject = try fields.function(of: ["x"])
    at = try fields.place("the two x between which it measures the slope")
    look = try LineLook(&fields, marker: .dot)
  }

  func evaluate(in context: EvaluationContext) throws(Diagnostic) -> DrawnLine {
    let graph = try SmoothGraph(of: subject, for: Self.name, in: context.scope)
    let location = at.source.start
    let ends = try at.point(of: "at", in: context.scope)
    let (start, end) = (try graph.point(at: ends.x, location), try graph.point(at: ends.y, location))
    let line = StraightLine(through: start, slope: try graph.slope(from: start, to: end, location))
    return try look.numbers(line, through: [start, end], in: context.scope)
  }

  func extent(of numbers: DrawnLine) -> Extent {
    Extent(x: AxisExtent(of: numbers.points.map(\.x)), y: AxisExtent(of: numbers.points.map(\.y)))
  }

  func summary(of numbers: DrawnLine) -> [String] {
    let points = SpokenPoints(numbers.points)
    let name = shortened(subject.source, to: 80) + numbers.label.spokenName
    return [
      "the secant of \(name) through \(listed(numbers.points.map(points.spell))) with slope "
        + SpokenNumbers.spell(numbers.line.slope)
    ]
  }
}
