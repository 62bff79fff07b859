import Diagnostics
import Expressions
import Glibc

/// The levels at which a function is cut.
struct ContourLevels: Hashable, Sendable {
  /// Ascending, finite, strictly above the smallest and not above the largest value.
  let values: [Double]

  /// How automatic levels follow each other.
  enum Spacing: Hashable, Sendable {
    /// In equal steps.
    case linear
    /// As squares, so that the lines of a bowl lie equally far apart.
    case square
  }

  static let spacings = Catalogue<Spacing>("spacing", ["linear": .linear, "square": .square])

  /// How many levels an author may ask for.
  static let limit = 500

  /// What a scene asks for: a number of levels, or the levels.
  enum Choice: Hashable, Sendable {
    case count(Int)
    case listed([Double])

    init(_ expression: Expression, in scope: Scope) throws(Diagnostic) {
      let location = expression.source.start
      let value = try expression.evaluate(in: scope)
      if case .number(let count) = value {
        guard 1...Double(ContourLevels.limit) ~= count, count == count.rounded() else {
          throw Diagnostic(
            "levels: expected a whole number from 1 to \(ContourLevels.limit), found \(expression.source.text)",
            at: location)
        }
        self = .count(Int(count))
        return
      }
      let listed = try value.vector(of: "levels", at: location)
      guard listed.count <= ContourLevels.limit else {
        throw Diagnostic(
          "levels: expected at most \(ContourLevels.limit), found \(listed.count)", at: location)
      }
      self = .listed(listed)
    }
  }

  /// Levels over the range of a function's values.
  init(_ choice: Choice, _ spacing: Spacing, over range: ClosedRange<Double>) {
    let candidates: [Double]
    switch choice {
    case .listed(let levels):
      candidates = levels
    case .count(let count):
      switch spacing {
      case .linear: candidates = Self.linear(count, over: range)
      case .square: candidates = Self.squares(count, over: range)
      }
    }
    // A level that nothing lies below has no line.
    let inside = candidates.filter { $0.isFinite && range.lowerBound < $0 && $0 <= range.upperBound }
    values = inside.sorted().reduce(into: []) { unique, level in
      if unique.last != level { unique.append(level) }
    }
  }

  private static func linear(_ count: Int, over range: ClosedRange<Double>) -> [Double] {
    // Where the low end of the range is itself a round value it counts as a step, but has no line.
    let choices = [count, count + 1, count + 2].map { most -> [Double] in
      guard let step = DecimalStep(covering: range, atMost: most) else { return [] }
      return step.multiples.map(step.value).filter { $0 > range.lowerBound }
    }
    return choices.filter { $0.count <= count }.max { $0.count < $1.count } ?? []
  }

  /// `start + unit · k²` with a round unit.
  private static func squares(_ count: Int, over range: ClosedRange<Double>) -> [Double] {
    let width = range.upperBound - range.lowerBound
    guard width > 0, width.isFinite else { return [] }
    let least = width / Double(count * count)
    let power = pow(10, log10(least).rounded(.down))
    guard power > 0, power.isFinite else { return [] }
    let unit = [1, 2, 5, 10].map { $0 * power }.first { $0 >= least } ?? least
    let start = (range.lowerBound / unit).rounded() * unit
    return (0...count + 1).map { k in start + unit * Double(k * k) }
  }
}
