import Diagnostics
import Expressions
import TestSupport
import Testing

/// Arguments that no function expects, among some that it does.
private let arguments = [
  "0", "3", "-1", "0.5", "1e308", "1e12", "-1e12", "nan", "inf", "-inf", "true", "'a'", "'in'", "[]", "[2]",
  "[1, 2]", "[3, nan]", "[inf, -inf]", "[[1, 2], [3, 4]]", "[[1], [2, 3]]", "[[], []]", "zeros(0, 3)",
  "ones(2, 2, 2)", "1..3", "3..1", "sin", "(v -> v^2)", "(v -> 1/v)", "((a, b) -> a*b)", "(v -> sum(v))",
  "normal()", "normal([0, 1], 2)", "sgd(rate=0.1)", "x", "[x, 1]", "[[x, 1], [2, x]]",
  "t", "t.a", "t.b",
]

@Suite struct HostileCallTests {
  /// Calls with random arguments, also while a function is recorded, end in a value or in a located error.
  @Test(arguments: functionReference.map(\.name))
  func `No call of a function crashes`(_ name: String) throws {
    var generator = SplitMix64(seed: name.utf8.reduce(0) { $0 &* 31 &+ UInt64($1) })
    var scope = Scope()
    scope.limits.work = 20_000
    scope.define("x", as: .number(0.7))
    scope.define("t", as: try tableValue("a,b\n1,x\n2,y\n"))
    for round in 0..<150 {
      var words = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
        arguments.randomElement(using: &generator) ?? "0"
      }
      for option in ["seed=1", "axis=0", "axis=1"] where Int.random(in: 0..<3, using: &generator) == 0 {
        words.append(option)
      }
      let call = "\(name)(\(words.joined(separator: ", ")))"
      let source = round % 3 == 0 ? "derivative(x -> \(call))(1.5)" : call
      do {
        let value = try Expression(parsing: located(source)).evaluate(in: scope)
        _ = value.typeDescription
      } catch {
        #expect(error.at != nil, "\(source): \(error)")
        #expect(!error.message.isEmpty)
      }
    }
  }
}
