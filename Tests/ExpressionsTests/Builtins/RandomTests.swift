import Expressions
import MathCore
import TestSupport
import Testing

@Suite struct RandomTests {
  @Test(arguments: [
    "rand(4, seed=7)", "randn(2, 3, seed=7)", "randint(0, 9, 4, seed=7)", "choice([1, 2, 3], 4, seed=7)",
    "shuffle(1..9, seed=7)", "sample(normal(), 4, seed=7)", "numpy_rand(2, 2, seed=7)",
    "numpy_randn(4, seed=7)", "numpy_randint(0, 9, 4, seed=7)", "numpy_permutation(9, seed=7)",
  ])
  func `The seed alone decides`(_ source: String) throws {
    let other = source.replacing("seed=7", with: "seed=8")
    #expect(try shown(source) == shown(source))
    #expect(try shown(source) != shown(other))
  }

  @Test(
    arguments: [
      ("rand(2, 3, seed=1).shape", "[2 3]"), ("rand([2, 3], seed=1).shape", "[2 3]"),
      ("numpy_randn([2, 3], seed=1) == numpy_randn(2, 3, seed=1)", "[[1 1 1] [1 1 1]]"),
      ("randint(5, 6, [2, 2], seed=1)", "[[5 5] [5 5]]"), ("rand(0, seed=1)", "[]"),
      ("sort(shuffle([[1, 2], [3, 4]], seed=1), axis=0)", "[[1 2] [3 4]]"),
      ("sort(choice(5, 5, seed=3, replace=false))", "[0 1 2 3 4]"), ("choice([], 0, seed=1)", "[]"),
      ("len(choice(['a', 'b'], 3, seed=1))", "3"), ("choice([[1, 2], [3, 4]], 3, seed=1).shape", "[3 2]"),
      ("sort(shuffle(1..5, seed=2))", "[1 2 3 4 5]"),
      ("isfinite(min(randn(10000, seed=5)))", "true"),
      ("grad((m, s) -> mean(sample(normal(m, s), 3, seed=1)))(0, 1)[0]", "1"),
    ] as [(String, String)])
  func `Shapes and ranges`(_ source: String, _ expected: String) throws {
    #expect(try shown(source) == expected)
  }

  /// Means of many draws, within five standard errors.
  @Test(
    arguments: [
      ("mean(rand(40000, seed=1))", 0.5, 0.0073), ("var(rand(40000, seed=2))", 1.0 / 12, 0.002),
      ("mean(randn(40000, seed=3))", 0, 0.025), ("var(randn(40000, seed=4))", 1, 0.036),
      ("mean(randn(40000, seed=4)^4)", 3, 0.25), ("mean(randint(1, 7, 40000, seed=5))", 3.5, 0.043),
      ("mean(choice([0, 10], 40000, seed=6))", 5, 0.125),
      ("var(sample(normal(1, 3), 40000, seed=7))", 9, 0.32),
      ("mean([shuffle(0..9, seed=s)[0] for s in 1..2000])", 4.5, 0.33),
    ] as [(String, Double, Double)])
  func `Draws have the moments of their distribution`(
    _ source: String, _ expected: Double, _ margin: Double
  ) throws {
    let found = try value(source).number(of: source, at: nil)
    #expect(abs(found - expected) < margin, "\(found)")
  }
}
