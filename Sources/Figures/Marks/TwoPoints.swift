import Diagnostics
import Expressions
import MathCore

/// Two points of the plane, between which a mark reaches.
struct TwoPoints: Hashable, Sendable {
  var start: DataPoint
  var end: DataPoint

  var extent: Extent {
    Extent(x: AxisExtent(of: [start.x, end.x]), y: AxisExtent(of: [start.y, end.y]))
  }

  /// `from the origin to (1, 2)`.
  var spoken: String {
    let points = SpokenPoints([start, end])
    return "from \(points.spell(start)) to \(points.spell(end))"
  }
}

extension Expression {
  /// Two points as rows of two numbers, as in `[[0, 0], [1, 2]]`; `name` is what messages call them.
  func twoPoints(
    of owner: String, called name: String = "points", areDifferent: Bool = true, in scope: Scope
  ) throws(Diagnostic) -> TwoPoints {
    let location = source.start
    let matrix = try evaluate(in: scope).matrix(of: owner, at: location)
    guard matrix.shape == [2, 2] else {
      throw Diagnostic(
        "\(owner): expected two \(name) of two numbers, found shape \(matrix.shape)", at: location,
        help: "write \(owner): [[0, 0], [1, 2]]")
    }
    let numbers = matrix.elements
    guard numbers.allSatisfy(\.isFinite) else {
      throw Diagnostic("\(owner): expected finite numbers, found \(source.text)", at: location)
    }
    guard !areDifferent || numbers[0] != numbers[2] || numbers[1] != numbers[3] else {
      throw Diagnostic("\(owner): expected two different points, found \(source.text)", at: location)
    }
    return TwoPoints(
      start: DataPoint(x: numbers[0], y: numbers[1]), end: DataPoint(x: numbers[2], y: numbers[3]))
  }

  /// A point whose coordinates are finite.
  func finitePoint(of owner: String, in scope: Scope) throws(Diagnostic) -> DataPoint {
    let point = try point(of: owner, in: scope)
    guard point.isFinite else {
      throw Diagnostic("\(owner): expected finite numbers, found \(source.text)", at: source.start)
    }
    return point
  }
}

extension Diagnostic {
  /// That a mark lies so far off the page, or off its axis, that nothing of it can be seen.
  init(unseen owner: String, at location: SourceLocation?) {
    self.init("\(owner): it lies outside of what the axes show", at: location, severity: .warning)
  }
}
