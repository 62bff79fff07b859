import Expressions
import MathCore
import TestSupport
import Testing

private let umbrella: KeyValuePairs<String, String> = [
  "model": """
  hmm([[0.7, 0.3], [0.3, 0.7]], [[0.9, 0.1], [0.2, 0.8]], [0.5, 0.5], states=['rain', 'sun'],
      symbols=['umbrella', 'none'])
  """
]

@Suite struct SequenceFunctionTests {
  /// The filtered and smoothed probabilities of Russell and Norvig's umbrella world ("Artificial intelligence",
  /// 2010, section 15.2), and what follows by hand.
  @Test(arguments: [
    ("model.forward([0, 0]).filtered", "[[0.818182 0.181818] [0.883357 0.116643]]"),
    ("model.posterior([0, 0])", "[[0.883357 0.116643] [0.883357 0.116643]]"),
    ("model.posterior(['umbrella', 'umbrella'])[0]", "[0.883357 0.116643]"),
    ("model.forward([0, 0]).alpha", "[[0.45 0.1] [0.3105 0.041]]"),
    ("model.backward([0, 0]).beta", "[[0.69 0.41] [1 1]]"),
    ("model.likelihood([0, 0])", "0.3515"),
    ("exp(model.log_likelihood([0, 0]))", "0.3515"),
    // Section 15.2.3: the umbrella is left at home on the third of five days.
    ("model.viterbi([0, 0, 1, 0, 0]).states", "[rain rain sun rain rain]"),
    ("model.viterbi([0, 0, 1, 0, 0]).path", "[0 0 1 0 0]"),
    ("model.viterbi([0, 0]).probability", "0.2835"),
    ("exp(model.viterbi([0, 0]).scores)", "[[0.45 0.1] [0.2835 0.027]]"),
    ("model.viterbi([0, 0]).pointers", "[[−1 −1] [0 0]]"),
    ("len(model.sample(7, seed=1).states)", "7"),
    ("model.sample(0, seed=1).path", "[]"),
    (
      "model.fit([0, 0, 0, 1, 1], iterations=0).log_likelihoods - model.log_likelihood([0, 0, 0, 1, 1])",
      "[0]"
    ),
    ("min(diff(model.fit([0, 0, 0, 1, 1, 0, 1, 1, 1]).log_likelihoods)) >= 0", "true"),
    ("model.fit([0, 1]).viterbi([0, 1]).states", "[rain sun]"),
  ])
  func `A hidden Markov model answers`(_ row: (source: String, result: String)) throws {
    #expect(try shown(row.source, umbrella) == row.result)
  }

  @Test(arguments: [
    (
      "hmm([[0.7, 0.4], [0.4, 0.6]], [[1], [1]], [1, 0])",
      "1:5: hmm: transition: expected probabilities that sum to 1, found the sum 1.1 in row 0"
    ),
    (
      "hmm([[1, 0], [0, 1]], [[1], [0.9]], [1, 0])",
      "1:23: hmm: emission: expected probabilities that sum to 1, found the sum 0.9 in row 1"
    ),
    (
      "hmm([[1, 0], [0, 1]], [[1], [1]], [0.5, 0.6])",
      "1:35: hmm: initial: expected probabilities that sum to 1, found the sum 1.1"
    ),
    (
      "hmm([[1.5, -0.5], [0, 1]], [[1], [1]], [1, 0])",
      "1:5: hmm: transition: expected no negative probability, found −0.5 in row 0"
    ),
    (
      "hmm([[1, 0]], [[1], [1]], [1, 0])",
      "1:5: hmm: transition: expected 2 × 2 probabilities, as initial has 2 of them, found 1 × 2"
    ),
    (
      "hmm([[1, 0], [0, 1]], [[1]], [1, 0])",
      "1:23: hmm: emission: expected a row for each of the 2 states, found 1 × 1"
    ),
    (
      "hmm([[nan, 1], [0, 1]], [[1], [1]], [1, 0])",
      "1:5: hmm: transition: expected finite numbers, found nan in row 0, column 0"
    ),
    ("hmm([[1]], [[1]], [1], states=['a', 'b'])", "1:24: hmm: states: expected 1 different text, found 2"),
    (
      "model.viterbi([0, 2])",
      "1:15: hmm.viterbi: observations: expected whole numbers from 0 to 1, found 2 at 1"
    ),
    (
      "model.viterbi([0, 0.5])",
      "1:15: hmm.viterbi: observations: expected whole numbers from 0 to 1, found 0.5 at 1"
    ),
    ("model.viterbi([])", "1:15: hmm.viterbi: observations: expected at least one, found none"),
    ("model.viterbi([nan])", "1:15: hmm.viterbi: observations: expected finite numbers, found nan at 0"),
    (
      "model.viterbi(['umbrela'])",
      "1:15: hmm.viterbi: observations: unknown symbol 'umbrela'; did you mean 'umbrella'?"
    ),
    (
      "hmm([[1]], [[1, 0]], [1]).viterbi([0, 1])",
      "1:35: hmm.viterbi: observations: the model cannot produce them: their likelihood is 0"
    ),
    (
      "hmm([[1]], [[1, 0]], [1]).posterior([1])",
      "1:37: hmm.posterior: observations: the model cannot produce them: their likelihood is 0"
    ),
    (
      "hmm([[1]], [[1, 0]], [1]).fit([1])",
      "1:31: hmm.fit: observations: the model cannot produce them: their likelihood is 0"
    ),
    (
      "model.sample(5)",
      "1:1: hmm.sample needs the argument 'seed'; give a seed, and every run draws the same numbers: sample(10, seed=1)"
    ),
    ("model.sample(1e12, seed=1)", "1:14: hmm.sample: n: expected at most 100000000, found 1000000000000"),
  ])
  func `What a hidden Markov model cannot take is said where it stands`(
    _ row: (source: String, message: String)
  ) {
    #expect(complaint(row.source, umbrella) == row.message)
  }

  @Test(arguments: [
    ("hmm([[1]], [[1, 0]], [1]).likelihood([1])", "0"),
    ("hmm([[1]], [[1, 0]], [1]).log_likelihood([1])", "−∞"),
    ("exponential_smoothing([5], alpha=0.5, horizon=2).forecast", "[5 5]"),
    ("exponential_smoothing([2, 2, 2]).sigma", "0"),
    ("exponential_smoothing([1, 2, 3, 4], trend='additive', horizon=2).forecast", "[5 6]"),
    (
      "round(exponential_smoothing([1, 2, 4, 1, 2, 4, 1], season='multiplicative', period=3, horizon=3)"
        + ".forecast, 9)", "[2 4 1]"
    ),
    ("exponential_smoothing([1, 2], horizon=0).forecast", "[]"),
    ("exponential_smoothing([1, 2], alpha=0).level", "[1.5 1.5]"),
    ("round(autoregression([1, 3, 2, 2.5, 2.25, 2.375], horizon=3).forecast, 9)", "[2.3125 2.34375 2.32812]"),
    ("autoregression([1, 3, 2, 2.5, 2.25, 2.375]).stationary", "true"),
    ("acf([1, 2], lags=1)", "[1 −0.5]"),
    ("moving_average([1, 2, 3], 3)", "[2]"),
  ])
  func `Sequences at the border have a sensible answer`(_ row: (source: String, result: String)) throws {
    #expect(try shown(row.source) == row.result)
  }

  @Test(arguments: [
    (
      "exponential_smoothing([1, nan])",
      "1:23: exponential_smoothing: y: expected finite numbers, found nan at 1"
    ),
    ("exponential_smoothing([])", "1:23: exponential_smoothing: y: expected at least one value, found none"),
    (
      "exponential_smoothing([1], trend='additive')",
      "1:23: exponential_smoothing: y: expected at least 2 values for a slope, found 1"
    ),
    (
      "exponential_smoothing([1, 2, 3], season='additive', period=2)",
      "1:23: exponential_smoothing: y: expected at least 4 values for two periods, found 3"
    ),
    (
      "exponential_smoothing([1, 2, 3], season='additive', period=12)",
      "1:23: exponential_smoothing: y: expected at least 24 values for two periods, found 3"
    ),
    (
      "exponential_smoothing([1, 2, 3], season='additive')",
      "1:1: exponential_smoothing: period: expected the number of values in a period, as there is a season"
    ),
    (
      "exponential_smoothing([1, 2, 3], period=2)",
      "1:34: exponential_smoothing: period: expected none without a season; add season='additive' or 'multiplicative'"
    ),
    (
      "exponential_smoothing([1, 2, 3], season='additive', period=1)",
      "1:53: exponential_smoothing: period: expected at least 2, found 1"
    ),
    (
      "exponential_smoothing([1, -2, 3, 4], season='multiplicative', period=2)",
      "1:23: exponential_smoothing: y: expected positive values for a multiplicative season, found −2 at 1; use season='additive'"
    ),
    (
      "exponential_smoothing([1, 2], alpha=1.5)",
      "1:31: exponential_smoothing: alpha: expected 0 to 1, found 1.5"
    ),
    (
      "exponential_smoothing([1, 2], alpha=nan)",
      "1:31: exponential_smoothing: alpha: expected a finite number, found nan"
    ),
    (
      "exponential_smoothing([1, 2], beta=0.5)",
      "1:31: exponential_smoothing: beta: has no part to smooth; add trend='additive'"
    ),
    (
      "exponential_smoothing([1, 2], trend='up')",
      "1:31: exponential_smoothing: trend: expected one of none, additive, damped, found 'up'"
    ),
    (
      "exponential_smoothing([1e300, -1e300])",
      "1:23: exponential_smoothing: y: the numbers are too large, or the rates make them so"
    ),
    (
      "exponential_smoothing([1, 2], confidence=1)",
      "1:31: exponential_smoothing: confidence: expected a probability between 0 and 1, found 1"
    ),
    (
      "exponential_smoothing([1, 2], horizon=-1)",
      "1:31: exponential_smoothing: horizon: expected at least 0, found −1"
    ),
    (
      "autoregression([1, 2, 3], order=3)",
      "1:27: autoregression: order: 3 needs at least 8 values, found 3; there are more unknowns than a fit of so few can tell"
    ),
    (
      "autoregression([5, 5, 5, 5, 5], order=1)",
      "1:16: autoregression: y: expected values that differ, found 5 throughout"
    ),
    ("autoregression([1, 2, 3], order=0)", "1:27: autoregression: order: expected at least 1, found 0"),
    (
      "autoregression([1, inf, 3], order=1)",
      "1:16: autoregression: y: expected finite numbers, found ∞ at 1"
    ),
    ("acf([3, 3, 3])", "1:5: acf: y: expected values that differ, found 3 throughout"),
    ("acf([3])", "1:5: acf: y: expected at least two values, found 1"),
    ("acf([1, 2, 3], lags=3)", "1:16: acf: lags: expected less than the 3 values, found 3"),
    ("moving_average([1, 2], 3)", "1:24: moving_average: window: expected at most 2, found 3"),
  ])
  func `What a time series cannot give is said where it stands`(_ row: (source: String, message: String)) {
    #expect(complaint(row.source) == row.message)
  }
}
