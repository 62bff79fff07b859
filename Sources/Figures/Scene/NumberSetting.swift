import Diagnostics
import Expressions
import SceneFiles

/// A number that may change: written outright, or as an expression.
enum NumberSetting: Sendable {
  case fixed(Double)
  /// `subject` is what messages call it.
  case computed(Expression, subject: String, range: ClosedRange<Double>)

  /// The number; throws if it is out of range.
  func value(in scope: Scope) throws(Diagnostic) -> Double {
    switch self {
    case .fixed(let number): return number
    case .computed(let expression, let subject, let range):
      let place = expression.source.start
      if let word = expression.undefinedWord(in: scope) {
        throw Diagnostic("\(subject): expected a number, found '\(word.text)'", at: place)
      }
      let number = try expression.evaluate(in: scope).number(of: subject, at: place)
      guard range.contains(number) else {
        let (low, high) = (try shown(range.lowerBound), try shown(range.upperBound))
        throw Diagnostic(
          "\(subject): expected a number from \(low) to \(high), found \(try shown(number))", at: place,
          help: "clip(…, \(low), \(high)) stays within")
      }
      return number
    }
  }

  private func shown(_ number: Double) throws(Diagnostic) -> String {
    try formatted(.number(number), spec: nil, as: .plain)
  }
}

extension Fields {
  /// A number in a range, outright or as an expression.
  mutating func numberSetting(
    _ key: String, in range: ClosedRange<Double>
  ) throws(Diagnostic) -> NumberSetting? {
    if let node = node(key), case .scalar(let scalar) = node.content, case .text = scalar.resolved {
      return .computed(try Expression(parsing: scalar.text), subject: subject(key), range: range)
    }
    return try number(key, in: range).map(NumberSetting.fixed)
  }
}
