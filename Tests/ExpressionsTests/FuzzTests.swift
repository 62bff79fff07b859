import Diagnostics
import Expressions
import TestSupport
import Testing

/// Random programs from the language's own words, and random damage to good ones.
private struct ProgramGenerator {
  private var random: SplitMix64
  private let words = [
    "1", "2.5", "1e308", "0..3", "x", "w", "[1, 2]", "[[1, 2], [3, 4]]", "+", "-", "*", "/", "^", "@", "·",
    "(", ")",
    "[", "]", ",", ":", ".", "=", "<", "==", "and", "not", "if", "else", "for", "in", "->", "sin", "sum",
    "max",
    "grad", "derivative", "hessian", "jacobian", "softmax", "normal", "descend", "sgd", "linspace", "T", "²",
    "∇",
    "‖", "√", "π", "'a'", "true", "nan", "inf", "//", "%", "-1", "reshape", "where", "len", "zeros", "ᵀ", "′",
    "\u{0}", "é", "🙂", "\"", "₁", "1e400", "99999999999999999999",
  ]
  private let programs = [
    "descend((x, y) -> x^2 + y^2, from=[1, 2], with=sgd(rate=0.1), steps=3).points[-1, :]",
    "grad(w -> sum((w @ [[1, 2], [3, 4]])^2) + max(w))([0.5, 1])", "hessian((x, y) -> sin(x*y)/x)(1, 2)",
    "[f(i) for i in 0..5 if true]", "[x^2 if x > 1 else -x for x in linspace(0, 2, 5)]",
    "jacobian(w -> softmax(w)[::-1])([1, 2, 3])", "normal(mean=[1, 2], sd=3).cdf(‖[3, 4]‖)",
  ]

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  mutating func program() -> String {
    if Bool.random(using: &random) {
      let count = Int.random(in: 1...25, using: &random)
      return (0..<count).map { _ in words.randomElement(using: &random) ?? "" }.joined(
        separator: Bool.random(using: &random) ? " " : "")
    }
    var scalars = Array((programs.randomElement(using: &random) ?? "").unicodeScalars)
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let place = Int.random(in: 0..<scalars.count, using: &random)
      let word = Array((words.randomElement(using: &random) ?? "").unicodeScalars)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: scalars.remove(at: place)
      case 1: scalars.insert(contentsOf: word, at: place)
      default: scalars.replaceSubrange(place...place, with: word)
      }
      if scalars.isEmpty { scalars = ["1"] }
    }
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars)
    return text
  }
}

@Suite struct FuzzTests {
  @Test(arguments: 0..<8 as Range<UInt64>)
  func `No program crashes, and every complaint has a place`(_ seed: UInt64) {
    var generator = ProgramGenerator(seed: seed)
    var scope = Scope()
    scope.define("x", as: .number(1.5))
    scope.define("w", as: (try? value("[1, 'a']")) ?? .number(1))
    var worked = 0
    for _ in 0..<1000 {
      let text = generator.program()
      do {
        let value = try Expression(parsing: located(text)).evaluate(in: scope)
        worked += 1
        _ = try? formatted(value, spec: located(".3g"))
        if case .function(let function) = value { _ = try? function.compiled(inputs: 2, at: nil) }
      } catch {
        #expect(error.at != nil && !error.message.isEmpty, "\(text)")
      }
    }
    // Most random programs are wrong; if all were, nothing behind the parser would be tested.
    #expect(worked > 10)
  }

  @Test func `Random bytes are refused or understood`() {
    var random = SplitMix64(seed: 1)
    for _ in 0..<3000 {
      let bytes = (0..<Int.random(in: 0..<40, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      let text = String(decoding: bytes, as: UTF8.self)
      _ = try? Expression(parsing: located(text)).evaluate(in: Scope())
      _ = try? Definition(key: located(text), body: located("1"))
      _ = try? formatted(.number(-1.5), spec: located(text))
      _ = Expression.splitFormat(located(text))
    }
  }
}
