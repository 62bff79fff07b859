import Diagnostics
import Expressions
import MathCore
import SceneFiles

/// A straight line without ends, through two points, or through one with a slope; the axes do not grow for it.
struct LineMark: StraightMark {
  private let subject: Expression
  private let slope: Expression?
  var look: LineLook

  static let traits = MarkTraits()
  static let name = "line"
  static let role = Role.prediction
  static let weight = LineWeight(.bold)

  var location: SourceLocation? { subject.source.start }

  init(_ fields: inout Fields) throws(Diagnostic) {
    subject = try fields.subject()
    slope = try fields.expression("slope")
    look = try LineLook(&fields, marker: nil)
  }

  func evaluate(in context: EvaluationContext) throws(Diagnostic) -> DrawnLine {
    let value = try subject.evaluate(in: context.scope)
    // A list of lists, unless it is a single point.
    let isPoint = (try? value.vector(of: Self.name, at: nil)) != nil
    guard isPoint else {
      if let slope {
        throw Diagnostic(
          "slope: two points say already how the line runs", at: slope.source.start,
          help: "leave it out, or give one point: line: [0, 1]")
      }
      let ends = try subject.twoPoints(of: Self.name, in: context.scope)
      return try look.numbers(
        StraightLine(through: ends.start, ends.end), through: [ends.start, ends.end], in: context.scope)
    }
    guard let slope else {
      throw Diagnostic(
        "line: expected two points, found \(subject.source.text)", at: location,
        help: "a line through one point needs its slope: slope: 1")
    }
    let point = try subject.finitePoint(of: Self.name, in: context.scope)
    let number = try slope.evaluate(in: context.scope).number(of: "slope", at: slope.source.start)
    guard number.isFinite else {
      throw Diagnostic(
        "slope: expected a finite number, found \(slope.source.text)", at: slope.source.start,
        help: "an upright line goes through two points: line: [[2, 0], [2, 1]]")
    }
    return try look.numbers(StraightLine(through: point, slope: number), through: [point], in: context.scope)
  }

  func extent(of numbers: DrawnLine) -> Extent { Extent() }

  func summary(of numbers: DrawnLine) -> [String] {
    let points = SpokenPoints(numbers.points)
    let names = numbers.points.map(points.spell)
    let slope = SpokenNumbers.spell(numbers.line.slope)
    let course = numbers.line.slope.isFinite ? "with slope \(slope)" : "straight up"
    return ["a line\(numbers.label.spokenName) through \(listed(names)) \(course)"]
  }
}
