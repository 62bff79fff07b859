import Diagnostics
import Expressions
import SceneFiles

/// Which points of a path are numbered; the first one is number 0.
enum StepNumbers: Sendable {
  case all
  case every(Int)
  case listed(Expression)

  /// Reads `true`, `every 5` or a list of numbers; `nil` for `false`.
  fileprivate init?(_ node: SceneFiles.Node) throws(Diagnostic) {
    guard case .scalar(let scalar) = node.content else {
      self = .listed(try Expression(parsing: try mathematics(of: node, for: "numbers")))
      return
    }
    if scalar.resolved == .boolean(false) || scalar.resolved == .null { return nil }
    if scalar.resolved == .boolean(true) {
      self = .all
      return
    }
    let words = scalar.text.text.split(separator: " ")
    if words.first == "every" {
      guard words.count == 2, let step = Int(words[1]), 1...1_000_000 ~= step else {
        throw Diagnostic(
          "numbers: expected 'every' and a whole number, found '\(scalar.text.text)'", at: node.location,
          help: "write numbers: every 5")
      }
      self = .every(step)
    } else {
      self = .listed(try Expression(parsing: scalar.text))
    }
  }

  /// Whether the picture is complete only with all of them.
  var isListed: Bool { if case .listed = self { true } else { false } }

  /// With more nobody finds a number.
  private static let limit = 1000

  /// The numbers of points, of which there are so many; errors without a place of their own stand at `place`.
  func evaluate(count: Int, in scope: Scope, at place: SourceLocation?) throws(Diagnostic) -> [Int] {
    let numbers = try numbers(count: count, in: scope)
    guard numbers.count <= Self.limit else {
      throw Diagnostic(
        "numbers: expected at most \(Self.limit) numbered points, found \(numbers.count)", at: place,
        help: "number some of them, as in numbers: every \((count - 1) / Self.limit + 1)")
    }
    return numbers
  }

  private func numbers(count: Int, in scope: Scope) throws(Diagnostic) -> [Int] {
    switch self {
    case .all: return Array(0..<count)
    case .every(let step): return Array(stride(from: 0, to: count, by: step))
    case .listed(let list):
      let location = list.source.start
      let numbers = try list.evaluate(in: scope).vector(of: "numbers", at: location)
      let wrong = numbers.first { Int(exactly: $0).map { !(0..<count).contains($0) } ?? true }
      if wrong != nil {
        throw Diagnostic(
          "numbers: expected whole numbers from 0 to \(count - 1), found \(list.source.text)", at: location)
      }
      return numbers.compactMap { Int(exactly: $0) }
    }
  }
}

extension Fields {
  mutating func stepNumbers(_ key: String) throws(Diagnostic) -> StepNumbers? {
    try node(key).flatMap { node throws(Diagnostic) in try StepNumbers(node) }
  }
}
