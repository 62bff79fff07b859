import Diagnostics
import Expressions
import Foundation
import TestSupport
import Testing

/// Values as a terminal shows them, and as JSON.
@Suite struct PromptTests {
  @Test(arguments: [
    ("1 + 1", "2"), ("0.1 + 0.2", "0.30000000000000004"), ("1/3", "0.3333333333333333"), ("-(0.0)", "0"),
    ("1e300*1e300", "inf"), ("-1/0", "-inf"), ("0/0", "nan"), ("1e21", "1e+21"), ("1 < 2", "true"),
    ("'a b'", "a b"),
    ("softmax([2, 1, 0.1])", "[0.659001 0.242433 0.0985659]"), ("[]", "[]"), ("[-1e-7, 1/0]", "[-1e-07 inf]"),
    ("2..5", "[2 3 4 5]"), ("eye(2)", "[[1 0]\n [0 1]]"),
    ("[[1, -2.25], [-30.5, 4]]", "[[  1     -2.25]\n [-30.5    4   ]]"),
    ("zeros([2, 1, 2])", "[[[0 0]]\n\n [[0 0]]]"), ("zeros([2, 0])", "[[]\n []]"),
    ("linspace(0, 1, 1001)", "[0 0.001 0.002 … 0.998 0.999 1]"),
    ("0..1000000000", "[0 1 2 … 1e+09 1e+09 1e+09]"),
    ("[1, 'a', [1, 2]]", "[1, \"a\", [1 2]]"), ("x -> x^2", "(x) -> …"), ("sin", "sin(x)"),
    ("grad((a, b) -> a*b)", "grad(the function)(a, b)"), ("normal(1, sd=2)", "normal(mean=1, sd=2)"),
  ])
  func valuesAreReadable(_ text: String, _ expected: String) throws {
    #expect(promptText(of: try value(text)) == expected)
  }

  @Test func oneLineIsOneLine() throws {
    for text in ["eye(3)", "zeros([2, 2, 2])", "'a\nb'", "[[eye(2), 'x'], 1]", "linspace(0, 1, 5000)"] {
      #expect(!promptText(of: try value(text), isOneLine: true).contains(where: \.isNewline), "\(text)")
    }
  }

  @Test func recordsAreAbbreviated() throws {
    let walk = try value("descend(w -> w^2, from=3, with=sgd(rate=0.5), steps=2)")
    let text = promptText(of: walk)
    #expect(text.hasPrefix("descent(points: a matrix of 3 × 1, losses: [9 0 0], "))
    #expect(text.hasSuffix("steps: 2, last: [0], diverged: false, diverged_at: -1)"))
  }

  @Test(arguments: [
    ("0.1 + 0.2", "0.30000000000000004"), ("3", "3"), ("-(0.0)", "-0.0"), ("1e22", "1e+22"),
    ("2^53", "9007199254740992"),
    ("[1, 0/0, 1/0, -1/0]", #"[1, "nan", "inf", "-inf"]"#), ("[[1, 2], [3, 4.5]]", "[[1, 2], [3, 4.5]]"),
    ("zeros([2, 0])", "[[], []]"), ("zeros([0, 2])", "[]"), ("2..4", "[2, 3, 4]"), ("true", "true"),
    ("'say \"η\"\\\n'", #""say \"η\"\\\n""#), ("'\u{1}'", #""\u0001""#), ("[1, 'a', [2]]", #"[1, "a", [2]]"#),
    ("sin", #""sin(x)""#), ("normal(1, 2)", #""normal(mean=1, sd=2)""#),
  ])
  func jsonIsExact(_ text: String, _ expected: String) throws {
    #expect(try jsonText(of: try value(text)) == expected)
  }

  @Test func jsonReadsBackBitForBit() throws {
    var random = SplitMix64(seed: 3)
    var scope = Scope()
    for _ in 0..<2000 {
      let number = Double(bitPattern: random.next())
      scope.define("x", as: .number(number))
      let text = try jsonText(of: try Expression(parsing: located("x")).evaluate(in: scope))
      guard number.isFinite else {
        #expect(["\"nan\"", "\"inf\"", "\"-inf\""].contains(text))
        continue
      }
      let read = try JSONDecoder().decode(Double.self, from: Data(text.utf8))
      #expect(read.bitPattern == number.bitPattern, "\(text)")
    }
  }

  @Test func jsonRecordsAreObjects() throws {
    struct Descent: Decodable {
      var points: [[Double]]
      var losses: [Double]
      var steps: Int
    }
    let walk = try value("descend(w -> w^2, from=3, with=sgd(rate=0.25), steps=2)")
    let read = try JSONDecoder().decode(Descent.self, from: Data(try jsonText(of: walk).utf8))
    #expect(read.points == [[3], [1.5], [0.75]])
    #expect(read.losses == [9, 2.25, 0.5625])
    #expect(read.steps == 2)
  }

  /// A list that holds itself twice, and so on: short to write, endless to print.
  @Test func sharedListsDoNotExplode() throws {
    var scope = Scope()
    scope.define("x", as: try value("['a', 1]"))
    for _ in 0..<60 { scope.define("x", as: try Expression(parsing: located("[x, x]")).evaluate(in: scope)) }
    let bomb = try Expression(parsing: located("x")).evaluate(in: scope)
    #expect(promptText(of: bomb).utf8.count < 100_000)
    #expect(throws: Diagnostic("the value is too large to print: more than 5000 elements")) {
      try jsonText(of: bomb, limit: 5000)
    }
  }
}
