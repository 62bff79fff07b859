import Expressions
import TestSupport
import Testing

private func number(_ text: String, _ lines: KeyValuePairs<String, String> = [:]) throws -> Double {
  try value(text, lines).number(of: text, at: nil)
}

private func vector(_ text: String, _ lines: KeyValuePairs<String, String> = [:]) throws -> [Double] {
  try value(text, lines).vector(of: text, at: nil)
}

/// Times that are no round numbers, the ends and the middle among them.
private let times = [0, 1e-9, 0.1, 0.2499, 0.3, 0.4999999, 0.5, 0.5000001, 0.7, 0.93, 1]

@Suite struct EaseTests {
  /// Source: Robert Penner's equations as GSAP, D3 and CSS tools print them: easeInCubic, easeOutCubic,
  /// easeInOutCubic.
  @Test(arguments: times)
  func `The curves are the cubic ones of the textbooks`(_ t: Double) throws {
    let late = -2 * t + 2
    let inOut = t < 0.5 ? 4 * t * t * t : 1 - late * late * late / 2
    let rest = 1 - t
    for (kind, expected) in [
      ("in", t * t * t), ("out", 1 - rest * rest * rest), ("in-out", inOut), ("linear", t),
    ] {
      #expect(
        isClose(try number("ease(\(t), '\(kind)')"), expected, within: 1e-14, absolute: 1e-16), "\(kind)")
    }
    #expect(try number("ease(\(t))") == number("ease(\(t), 'in-out')"))
  }

  @Test(arguments: ["linear", "in", "out", "in-out"])
  func `Every curve starts at 0, ends at 1, rests outside and never turns back`(_ kind: String) throws {
    #expect(try vector("ease([-inf, -0.5, 0], '\(kind)')") == [0, 0, 0])
    #expect(try vector("ease([1, 1.5, inf], '\(kind)')") == [1, 1, 1])
    let heights = try vector("ease(linspace(0, 1, 1001), '\(kind)')")
    #expect(zip(heights, heights.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(try number("ease(nan, '\(kind)')").isNaN)
  }

  @Test func `In is out played backwards, and in-out is its own mirror image with its middle at 1/2`() throws
  {
    #expect(try number("ease(0.5)") == 0.5)
    for t in times {
      #expect(abs(try number("ease(\(t), 'in') + ease(1 - \(t), 'out') - 1")) < 1e-15)
      #expect(abs(try number("ease(\(t)) + ease(1 - \(t)) - 1")) < 1e-15)
    }
  }

  /// The slopes of t³, 1 − (1 − t)³ and 4t³; a film that eases stands still at its ends.
  @Test(arguments: [
    ("in", 0.4, 0.48), ("out", 0.4, 1.08), ("in-out", 0.25, 0.75), ("in-out", 0.5, 3), ("in-out", 0.9, 0.12),
    ("in-out", 0, 0), ("in-out", 1, 0), ("in-out", -1, 0), ("linear", 0.3, 1), ("linear", 2, 0),
  ])
  func `Its speed is that of the curve`(_ kind: String, _ t: Double, _ slope: Double) throws {
    #expect(abs(try number("derivative(t -> ease(t, '\(kind)'))(\(t))") - slope) < 1e-12)
  }
}

@Suite struct LerpTests {
  private static let lines: KeyValuePairs = ["a": "[0.1, -1e9, 3]", "b": "[0.3, 7/3, -1e-9]"]

  /// a·(1 − t) + b·t, the formula of textbooks, which is not exact at its ends.
  @Test(arguments: times + [-0.5, 1.7])
  func `It is the weighted mean of both`(_ t: Double) throws {
    let (found, expected) = (
      try vector("lerp(a, b, \(t))", Self.lines), try vector("a*(1 - \(t)) + b*\(t)", Self.lines)
    )
    for (x, y) in zip(found, expected) { #expect(isClose(x, y, within: 1e-15, absolute: 1e-6)) }
  }

  @Test func `It is exact at both ends, and what does not move does not tremble`() throws {
    #expect(try vector("lerp(a, b, 0)", Self.lines) == vector("a", Self.lines))
    #expect(try vector("lerp(a, b, 1)", Self.lines) == vector("b", Self.lines))
    for t in times { #expect(try vector("lerp(b, b, \(t))", Self.lines) == vector("b", Self.lines)) }
    // 0.1·(1 − t) + 0.3·t is more than 0.3 for some t below 1.
    let way = try vector("lerp(0.1, 0.3, linspace(0, 1, 10001))")
    #expect(way.allSatisfy { 0.1...0.3 ~= $0 })
  }

  @Test(arguments: [
    ("lerp([[0, 0], [2, 2]], [[4, 8], [2, 0]], 0.25)", "[[1 2] [2 1.5]]"),
    ("lerp([1, [2, 3]], [3, [4, 5]], 0.5)", "[2 [3 4]]"), ("lerp(1..3, [3, 2, 1], 0.5)", "[2 2 2]"),
    ("lerp(0, 10, [0, 0.5, 1])", "[0 5 10]"), ("lerp(2, 4, 1.5)", "5"),
    ("lerp('weight', 'gradient', 0.25)", "mix(weight, gradient, 0.25)"),
    ("lerp('weight', '#00ff00', 0)", "weight"), ("lerp('weight', '#00ff00', 1.5)", "#00ff00"),
    ("lerp('weight', 'weight', 0.3)", "weight"),
    ("lerp(lerp('a', 'b', 0.5), 'c', 0.1)", "mix(mix(a, b, 0.5), c, 0.1)"),
  ])
  func `Matrices, lists and colors have values between them too`(_ text: String, _ expected: String) throws {
    #expect(try shown(text) == expected)
  }
}

@Suite struct KeyframesTests {
  @Test(arguments: [
    ("-1", "3"), ("0", "3"), ("0.1", "4"), ("0.2", "5"), ("0.5", "5"), ("0.8", "5"), ("0.85", "2.5"),
    ("0.9", "0"),
    ("7", "0"),
  ])
  func `Linear ones are the line through their points`(_ t: String, _ expected: String) throws {
    let times = "[0, 0.2, 0.8, 0.9]"
    #expect(try shown("keyframes(\(t), \(times), [3, 5, 5, 0], ease='linear')") == expected)
    #expect(try shown("interp(\(t), \(times), [3, 5, 5, 0])") == expected)
  }

  @Test(arguments: times)
  func `Eased ones are lerp of ease within each stretch, for a number as for a vector of times`(
    _ t: Double
  ) throws {
    for kind in ["linear", "in", "out", "in-out"] {
      let call = "[0.1, 0.4, 0.93], [2, 7, -1], ease='\(kind)')"
      let expected =
        t < 0.4
        ? try number("lerp(2, 7, ease((\(t) - 0.1)/(0.4 - 0.1), '\(kind)'))")
        : try number("lerp(7, -1, ease((\(t) - 0.4)/(0.93 - 0.4), '\(kind)'))")
      #expect(try number("keyframes(\(t), \(call)") == expected)
      #expect(try vector("keyframes([\(t), 0.1, 0.4, 0.93], \(call)") == [expected, 2, 7, -1])
    }
  }

  @Test(arguments: [
    ("keyframes(0.5, [0, 1], [[1, 2], [3, 6]])", "[2 4]"), ("keyframes(9, [0], [5])", "5"),
    // Paths of two and of three points: a list, as they have no common shape.
    ("keyframes(1, [0, 1], [[[0, 0], [2, 2]], [[4, 0], [2, 0]]])", "[[4 0] [2 0]]"),
    ("keyframes(0.5, [0, 1, 2], ['weight', 'gradient', 'loss'])", "mix(weight, gradient, 0.5)"),
    ("keyframes(1, [0, 1, 2], ['weight', 'gradient', 'loss'])", "gradient"),
    ("keyframes(nan, [0, 1], [5, 6])", "nan"), ("keyframes(0.5, 0..1, 3..4)", "3.5"),
  ])
  func `Values are numbers, vectors, paths or colors`(_ text: String, _ expected: String) throws {
    #expect(try shown(text) == expected)
  }
}

@Suite struct StaggerTests {
  @Test(arguments: [0, 0.25, 0.5, 1])
  func `The first starts at 0, the last ends at 1, all take equally long`(_ overlap: Double) throws {
    for count in [1, 2, 5, 7] {
      let lines: KeyValuePairs = ["f(t, i)": "stagger(t, i, \(count), overlap=\(overlap))"]
      #expect(try number("f(0, 0)", lines) == 0)
      #expect(try number("f(1, \(count - 1))", lines) == 1)
      // Each takes d, and starts (1 − overlap)·d after the one before it; all take 1.
      let length = 1 / (1 + Double(count - 1) * (1 - overlap))
      for i in 0..<count {
        let start = Double(i) * (1 - overlap) * length
        for t in times {
          let expected = min(max((t - start) / length, 0), 1)
          #expect(abs(try number("f(\(t), \(i))", lines) - expected) < 1e-14)
          // Backwards it is the same from the other end.
          #expect(abs(try number("f(1 - \(t), \(count - 1 - i)) + f(\(t), \(i)) - 1", lines)) < 1e-14)
        }
      }
    }
  }
}

@Suite struct PathFunctionTests {
  private static let lines: KeyValuePairs = [
    "p": "[[0, 0], [3, 4], [3, 10], [1, 10]]", "L(x, y)": "x^2 + 3*y^2",
    "walk": "descend(L, from=[2, 1], with=sgd(rate=0.1), steps=8)",
    "length(q)": "sum([norm(q[i + 1] - q[i]) for i in 0..len(q) - 2])",
  ]

  @Test(arguments: [
    ("path_to(p, 0)", "[[0 0]]"), ("path_to(p, -3)", "[[0 0]]"), ("path_to(p, 2)", "[[0 0] [3 4] [3 10]]"),
    ("path_to(p, 1.5)", "[[0 0] [3 4] [3 7]]"), ("path_to(p, 3)", "[[0 0] [3 4] [3 10] [1 10]]"),
    ("path_to(p, 99.5)", "[[0 0] [3 4] [3 10] [1 10]]"), ("path_to([5, 7, 1], 1.5)", "[5 7 4]"),
    ("path_to(4..6, 0.25)", "[4 4.25]"), ("path_to([[1, 2]], 0.5)", "[[1 2]]"),
    ("point_at(p, 0)", "[0 0]"), ("point_at(p, -1)", "[0 0]"), ("point_at(p, 2.25)", "[2.5 10]"),
    ("point_at(p, 7)", "[1 10]"), ("point_at([5, 7, 1], 1.5)", "4"),
    ("point_at(walk, 8) == walk.last", "[1 1]"),
    ("path_to(walk, 3) == walk.points[:4]", "[[1 1] [1 1] [1 1] [1 1]]"),
  ])
  func `A path is cut at its step, and at its ends`(_ text: String, _ expected: String) throws {
    #expect(try shown(text, Self.lines) == expected)
  }

  @Test(arguments: [0, 0.3, 1, 1.9, 2.5, 2.999, 3])
  func `The path ends at the point, and is as long as the way that was gone`(_ step: Double) throws {
    let end = try vector("path_to(p, \(step))[-1]", Self.lines)
    #expect(try vector("point_at(p, \(step))", Self.lines) == end)
    // Its pieces are 5, 6 and 2 long.
    let expected = 5 * min(step, 1) + 6 * min(max(step - 1, 0), 1) + 2 * max(step - 2, 0)
    guard step > 0 else { return }
    #expect(abs(try number("length(path_to(p, \(step)))", Self.lines) - expected) < 1e-12)
  }
}

private let alike =
  "both have to be numbers, or vectors or matrices of one shape, or colors such as \"weight\""

@Suite struct WrongMotionTests {
  @Test(
    arguments: [
      ("ease('a')", "1:1: ease: expected numbers, found a text"),
      ("ease(1, 'bounce')", "1:9: ease: unknown kind 'bounce'; known: in-out, in, out, linear"),
      ("ease(1, 2)", "1:9: ease: kind: expected a text, found a number"),
      (
        "lerp([1, 2], [1, 2, 3], 0.5)",
        "1:14: lerp: there is no way from a vector of 2 to a vector of 3; " + alike
      ),
      ("lerp(0, [1, 2], 0.5)", "1:9: lerp: there is no way from a number to a vector of 2; " + alike),
      ("lerp('weight', 3, 0.5)", "1:16: lerp: there is no way from a text to a number; " + alike),
      ("lerp(sin, cos, 0.5)", "1:1: lerp: expected numbers, found a function of 1 variable"),
      ("lerp('weight', 'loss', nan)", "1:1: lerp: t: expected a number, found nan"),
      ("lerp('weight', 'loss', [0, 1])", "1:1: lerp: t: expected a number, found a vector of 2"),
      (
        "lerp([1, 2], [3, 4], [0, 0.5, 1])",
        "1:1: lerp: shapes (2,) and (3,) do not fit: 2 ≠ 3"
      ),
      ("keyframes(0, [], [])", "1:14: keyframes: times: expected at least one time, found none"),
      ("keyframes(0, [0, 1], [1])", "1:22: keyframes: values: expected a value for each of 2 times, found 1"),
      ("keyframes(0, [0], 5)", "1:19: keyframes: values: expected a list of values, found a number"),
      ("keyframes(0, 5, [5])", "1:14: keyframes: times: expected a vector, found a number"),
      ("keyframes(0, [0, 0], [1, 2])", "1:14: keyframes: times: expected rising times, found 0 after 0"),
      ("keyframes(0, [0, 1, 0.5], 1..3)", "1:14: keyframes: times: expected rising times, found 0.5 after 1"),
      ("keyframes(0, [0, nan], [1, 2])", "1:14: keyframes: times: expected finite numbers, found nan at 1"),
      (
        "keyframes(0, 0..1, [[1, 2], [3]])",
        "1:20: keyframes: there is no way from a vector of 2 to a vector of 1; " + alike
      ),
      (
        "keyframes(0, 0..2, [1, 2, 3], ease='inout')",
        "1:31: keyframes: unknown ease 'inout'; did you mean 'in-out'?"
      ),
      ("stagger(0, 3, 3)", "1:12: stagger: i: expected a whole number from 0 to 2, found 3"),
      ("stagger(0, 0.5, 3)", "1:12: stagger: i: expected a whole number from 0 to 2, found 0.5"),
      ("stagger(0, 0, 0)", "1:15: stagger: n: expected at least 1, found 0"),
      ("stagger(0, 0, 3, overlap=1.5)", "1:18: stagger: overlap: expected 0 to 1, found 1.5"),
      ("path_to([], 1)", "1:9: path_to: points: expected at least one point, found none"),
      ("path_to(3, 1)", "1:9: path_to: points: expected points by rows, or a vector, found a number"),
      (
        "path_to([[1, 2], [3]], 1)",
        "1:9: path_to: points: expected points by rows, or a vector, found a list of 2"
      ),
      ("point_at([1, 2], nan)", "1:18: point_at: step: expected a finite number, found nan"),
      ("point_at([1, 2], [0, 1])", "1:18: point_at: step: expected a number, found a vector of 2"),
    ] as [(String, String)])
  func `Each mistake says what was found`(_ source: String, _ expected: String) {
    #expect(complaint(source) == expected)
  }

  @Test func `Colors that are mixed without end are refused`() {
    var text = "'#123456'"
    for i in 0..<8 { text = "[lerp(c, lerp(c, 'a', 0.5), 0.\(i + 1)) for c in [\(text)]][0]" }
    #expect(complaint(text).contains("a color is mixed of too many others"))
  }
}
