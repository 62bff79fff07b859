import Expressions
import Testing

@Suite struct WrongCallTests {
  @Test(
    arguments: [
      ("mean([])", "1:1: mean: expected at least one element, found none"),
      ("max([])", "1:1: max: expected at least one element, found none"),
      ("argmin([])", "1:1: argmin: expected at least one element, found none"),
      ("median([])", "1:1: median: expected at least one element, found none"),
      ("softmax([])", "1:1: softmax: expected at least one element, found none"),
      (
        "interp(1, [], [])",
        "1:1: interp: expected as many ys as xs and at least one, found a vector of 0 and a vector of 0"
      ),
      (
        "interp(1, [0, 1], [1])",
        "1:1: interp: expected as many ys as xs and at least one, found a vector of 2 and a vector of 1"
      ),
      ("interp(1, [0, 0], [1, 2])", "1:1: interp: expected rising xs, found 0 after 0"),
      ("var([3], ddof=1)", "1:1: var: ddof: expected less than the 1 element, found 1"),
      ("max(1, 2, axis=0)", "1:1: max: axis is for a single argument"),
      ("sum(3, axis=0)", "1:1: sum: expected a vector or matrix, found a number"),
      ("sum([3], axis=1)", "1:1: sum: axis: expected at most 0, found 1"),
      ("comb(-1, 2)", "1:1: comb: n: expected whole numbers from 0, found −1"),
      ("comb(5, [1, 2.5])", "1:1: comb: k: expected whole numbers from 0, found 2.5"),
      ("factorial(0.5)", "1:1: factorial: n: expected whole numbers from 0, found 0.5"),
      ("round(1, 0.5)", "1:10: round: decimals: expected a whole number, found 0.5"),
      ("ease(1, 'inn')", "1:9: ease: unknown kind 'inn'; did you mean 'in'?"),
      ("zeros(-1)", "1:1: zeros: shape: expected at least 0, found −1"),
      ("zeros(1e12)", "1:1: zeros: shape: expected at most 100000000, found 1000000000000"),
      (
        "zeros(1e5, 1e5)",
        "1:1: a tensor of shape (100000, 100000) is too large: more than 100000000 elements"
      ),
      ("zeros(1, 1, 1, 1, 1)", "1:1: zeros: expected at most 4 axes, found 5"),
      ("arange(1e12)", "1:1: a tensor of shape (100000001,) is too large: more than 100000000 elements"),
      ("arange(0, 1, 0)", "1:1: arange: expected finite ends and a step other than 0, found 0, 1 and 0"),
      ("arange(nan)", "1:1: arange: expected finite ends and a step other than 0, found 0, nan and 1"),
      ("linspace(0, 1, 1e12)", "1:16: linspace: count: expected at most 100000000, found 1000000000000"),
      (
        "repeat([1, 2], 1e8)",
        "1:1: a tensor of shape (2, 100000000) is too large: more than 100000000 elements"
      ),
      ("reshape([1, 2, 3], [2, -1])", "1:1: reshape: a vector of 3 does not fill the shape (2, 1)"),
      ("transpose([[1, 2]], [0, 0])", "1:1: transpose: axes: expected each number from 0 to 1 once"),
      ("concatenate([])", "1:1: concatenate: expected at least one part, found none"),
      ("concatenate([[[1, 2]], [[3]]])", "1:1: concatenate: shapes (1, 2) and (1, 1) do not fit"),
      ("stack([[1, 2], [3]])", "1:1: stack: shapes (2,) and (1,) do not fit"),
      ("hstack(['a', 'b'])", "1:1: hstack: expected numbers, found a text"),
      ("cross([1, 2], [3, 4])", "1:1: cross: expected vectors of 3, found a vector of 2"),
      ("norm([1, 2], -1)", "1:1: norm: expected an order of more than 0, found −1"),
      (
        "norm([1, 2], 'max')",
        "1:1: norm: unknown order 'max'; known: 1, 2, inf, any other number, and 'fro' and 'nuc' for matrices"
      ),
      ("diag(3)", "1:6: diag: expected a vector or matrix, found a number"),
      (
        "root(x -> x^2 + 1, [0, 2])",
        "1:1: root: expected values of opposite signs at the ends, found 1 at 0 and 5 at 2"
      ),
      ("root(x -> 1/(x - 1), [0, 3])", "1:1: root: the function jumps at 1 without being 0: it is"),
      ("root(sin, [1])", "1:11: root: interval: expected two finite ends, found [1]"),
      (
        "root(x -> log(x), [-1, 2])",
        "1:1: root: expected values of opposite signs at the ends, found nan at −1 and 0.693147 at 2"
      ),
      (
        "root(x -> [x], [-1, 2])",
        "1:1: root: the value of the function: expected a number, found a vector of 1"
      ),
      (
        "root((x, y) -> x, [-1, 2])",
        "1:1: root: expected a function of one number, found a function of 2 variables"
      ),
      ("integrate(x -> 1/x, 0, 1)", "1:1: integrate: found no certain value"),
      ("integrate(x -> 0/0, 0, 1)", "1:1: integrate: the function is nan at"),
      ("integrate(exp, 0, inf)", "1:1: integrate: exp is ∞ at"),
      ("integrate(sin, 0, nan)", "1:1: integrate: expected two ends, found nan"),
      ("minimize(x -> x, from=0)", "1:1: minimize: the function falls without end"),
      (
        "minimize(log, from=-1)",
        "1:1: minimize: log or its gradient is not finite at the start: its value is nan"
      ),
      ("minimize(x -> x^2)", "1:1: minimize needs a place to look: from=[0, 0] or interval=[0, 1]"),
      ("minimize(x -> x^2, from=1, interval=[0, 1])", "1:1: minimize takes from or interval, not both"),
      (
        "minimize(x -> log(-x), interval=[1, 2])",
        "1:1: minimize: the function has no lowest point: it is nan on the interval"
      ),
      (
        "derivative(x -> linspace(0, x)[1])(2)",
        "1:29: linspace: stop: expected a number that is known, found one that the function is given; "
          + "it has to be known before the function is compiled or differentiated"
      ),
      (
        "randn(5)",
        "1:1: randn needs the argument 'seed'; give a seed, and every run draws the same numbers: randn(5, seed=1)"
      ),
      (
        "numpy_permutation(5)",
        "1:1: numpy_permutation needs the argument 'seed'; give a seed, and every run draws the same numbers: numpy_permutation(5, seed=42)"
      ),
      ("rand(seed=1)", "1:1: rand needs an argument"),
      ("rand(1e12, seed=1)", "1:1: rand: shape: expected at most 100000000, found 1000000000000"),
      ("rand(3, seed=-1)", "1:1: rand: seed: expected at least 0, found −1"),
      ("rand(3, seed=2^32)", "1:1: rand: seed: expected at most 4294967295, found 4294967296"),
      ("rand(3, sed=1)", "1:9: rand has no argument 'sed'; did you mean 'seed'?"),
      (
        "randint(3, 3, 5, seed=1)",
        "1:1: randint: expected a high above the low, found 3 and 3; high itself is never drawn"
      ),
      ("choice([], 1, seed=1)", "1:1: choice: expected at least one element, found none"),
      (
        "choice([1, 2], 3, seed=1, replace=false)",
        "1:1: choice: 3 of 2 elements cannot be chosen without repeating any"
      ),
      ("sample(5, 3, seed=1)", "1:8: sample: expected a distribution, found a number"),
    ] as [(String, String)])
  func `Each mistake says what was found`(_ source: String, _ expected: String) {
    let message = complaint(source)
    #expect(message.hasPrefix(expected), "\(message)")
    if !expected.hasSuffix("is"), !expected.hasSuffix("at"), !expected.hasSuffix("value") {
      #expect(message == expected)
    }
  }
}
