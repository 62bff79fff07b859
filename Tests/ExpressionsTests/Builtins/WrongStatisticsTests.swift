import Expressions
import Testing

@Suite struct WrongStatisticsTests {
  @Test(
    arguments: [
      ("mode([])", "1:6: mode: x: expected at least one element, found none"),
      ("quantile([1, 2], 1.5)", "1:18: quantile: q: expected from 0 to 1, found 1.5"),
      ("percentile([1, 2], 101)", "1:20: percentile: q: expected from 0 to 100, found 101"),
      ("quantile([], 0.5)", "1:1: quantile: expected at least one element, found none"),
      (
        "zscore([[1, 2], [1, 3]])",
        "1:8: zscore: x: column 0 is constant, so that its z-scores are undefined"
      ),
      ("skew([2, 2])", "1:6: skew: x: the elements are all equal, so that skew is undefined"),
      ("kurtosis([])", "1:10: kurtosis: x: expected at least one number, found none"),
      ("cov([1, 2, 3], [1, 2])", "1:16: cov: y: expected as many elements as x has, found 2 for 3"),
      ("cov([3])", "1:1: cov: ddof: expected less than the 1 observation, found 1"),
      (
        "corrcoef([[1, 1], [2, 3]])",
        "1:10: corrcoef: x: variable 0 is constant, so that its correlation is undefined"
      ),
      ("pearson([1, 2], [2, 2])", "1:17: pearson: y: y is constant, so that its correlation is undefined"),
      ("spearman([1, 1], [2, 3])", "1:10: spearman: x: x is constant, so that its correlation is undefined"),
      ("pearson([1, nan], [2, 3])", "1:9: pearson: x: expected finite numbers, found nan at 1"),
      (
        "average([1, 2], weights=[0, 0])",
        "1:17: average: weights: expected a weight of more than 0, found none"
      ),
      (
        "average([1, 2], weights=[1, -1])",
        "1:17: average: weights: expected no negative weight, found −1 at 1"
      ),
      ("histogram([])", "1:11: histogram: x: expected at least one number, found none"),
      ("histogram([1, nan])", "1:11: histogram: x: expected finite numbers, found nan at 1"),
      ("histogram([1, 2], bins=0)", "1:19: histogram: bins: expected at least 1, found 0"),
      ("histogram([1, 2], bins=1e9)", "1:19: histogram: bins: expected at most 1000000, found 1000000000"),
      ("histogram([1, 2], bins=[1, 1])", "1:19: histogram: bins: expected rising edges, found 1 after 1"),
      (
        "histogram([-1e308, 1e308])",
        "1:11: histogram: x: the range from −1e+308 to 1e+308 is too wide for bins"
      ),
      (
        "histogram([0, 1e-300, 2e-300, 3e-300, 1], bins='fd')",
        "1:43: histogram: bins: the rule 'fd' asks for more than 1000000 bins; "
          + "say how many bins there should be, or which range they should cover"
      ),
      (
        "kde([1])",
        "1:5: kde: x: expected at least two points, found one; give the bandwidth as a number"
      ),
      ("kde([2, 2])", "1:5: kde: x: expected numbers that differ; give the bandwidth as a number"),
      ("kde([1, 2], bandwidth=0)", "1:13: kde: bandwidth: expected more than 0, found 0"),
      (
        "kde([[1, 2], [2, 4], [3, 6]])",
        "1:5: kde: x: expected points that do not lie in a line or plane; give the bandwidth as a number"
      ),
      (
        "roc([1, 2], [1, 1])",
        "1:13: roc: labels: expected labels of two classes, found 1; "
          + "say which class is the positive one: positive=…"
      ),
      ("roc([1, 2], [1, 1], positive=1)", "1:13: roc: labels: expected two classes, found only one"),
      ("roc([1, 2], [0, 1], positive=3)", "1:21: roc: positive: no label is of that class"),
      ("roc([1, 2], [1])", "1:13: roc: labels: expected a label for each of 2 rows, found 1"),
      (
        "calibration([0.5, 1.5], [0, 1])",
        "1:13: calibration: probabilities: expected probabilities from 0 to 1, found 1.5 at 1"
      ),
      ("calibration([0.5, 0.2], [0, 1], bins=0)", "1:33: calibration: bins: expected at least 1, found 0"),
      (
        "confusion_matrix([1, 2], ['a', 'b'])",
        "1:26: confusion_matrix: predicted: expected labels of the same kind as the truth, numbers or texts"
      ),
      (
        "r_squared([1, 1], [1, 2])",
        "1:11: r_squared: truth: all elements are equal, so that there is no variance to predict"
      ),
      (
        "mean_squared_error([1, 2], [1, 2, 3])",
        "1:28: mean_squared_error: predicted: expected the shape (2,) of the truth, found (3,)"
      ),
    ] as [(String, String)])
  func `Each mistake in describing data says what was found`(_ source: String, _ expected: String) {
    #expect(complaint(source) == expected)
  }

  @Test(
    arguments: [
      ("z_test([1, 2])", "1:1: z_test needs the argument 'sd'"),
      ("z_test([1], sd=0)", "1:13: z_test: sd: expected more than 0, found 0"),
      ("t_test([1])", "1:8: t_test: x: expected at least 2 numbers, found 1"),
      ("t_test([2, 2])", "1:8: t_test: x: the numbers are all equal, so that t is undefined"),
      (
        "t_test([1, 2], alternative='both')",
        "1:16: t_test: alternative: expected one of two-sided, less, greater, found 'both'"
      ),
      ("t_test([1, 2], level=1)", "1:16: t_test: level: expected more than 0 and less than 1, found 1"),
      ("welch_t_test([1], [2, 3])", "1:14: welch_t_test: a: expected at least 2 numbers, found 1"),
      (
        "welch_t_test([1, 1], [2, 2])",
        "1:14: welch_t_test: a: the numbers of each sample are all equal, so that t is undefined"
      ),
      (
        "paired_t_test([1, 2], [2, 3])",
        "1:15: paired_t_test: a: the differences from b are all equal, so that t is undefined"
      ),
      (
        "paired_t_test([1, 2], [2])",
        "1:23: paired_t_test: b: expected as many elements as a has, found 1 for 2"
      ),
      (
        "chi_squared_test([[0, 0], [1, 2]])",
        "1:18: chi_squared_test: observed: row 0 is empty, so that nothing is expected there; leave it out"
      ),
      (
        "chi_squared_test([1, 2], expected=[0, 3])",
        "1:26: chi_squared_test: expected: expected more than 0 everywhere, found 0 at 0"
      ),
      (
        "chi_squared_test([10, 20], expected=[0.5, 0.5])",
        "1:28: chi_squared_test: expected: expected counts that add up to the observed 30, found 1; "
          + "multiply probabilities by the sum of the observed counts"
      ),
      (
        "chi_squared_test([1, -2])",
        "1:18: chi_squared_test: observed: expected no negative count, found −2 at 1"
      ),
      ("chi_squared_test([1, 2, 3], ddof=2)", "1:29: chi_squared_test: ddof: expected from 0 to 1, found 2"),
      (
        "confidence_interval([1, 2], level=95)",
        "1:29: confidence_interval: level: expected more than 0 and less than 1, found 95"
      ),
      ("proportion_interval(3, 2)", "1:21: proportion_interval: successes: expected at most 2, found 3"),
      ("bootstrap([], mean, seed=1)", "1:11: bootstrap: x: expected at least one row, found none"),
      (
        "bootstrap([1, 2], v -> v, seed=1)",
        "1:19: bootstrap: statistic: its value for a sample: expected a number, found a vector of 2"
      ),
      (
        "bootstrap([1, 2], v -> 1/sum(v - v[0]), seed=1)",
        "1:19: bootstrap: statistic: expected finite values, found ∞ for a sample"
      ),
      ("test_power(0.5, n=1)", "1:17: test_power: n: expected from 2 to 1000000000 elements, found 1"),
      ("sample_size(0)", "1:13: sample_size: effect: expected an effect other than 0, found 0"),
      (
        "sample_size(-0.5, alternative='greater')",
        "1:13: sample_size: effect: expected an effect above 0, found −0.5"
      ),
      (
        "sample_size(1e-9)",
        "1:13: sample_size: effect: the effect is too small for samples of up to 1000000000 elements"
      ),
    ] as [(String, String)])
  func `Each mistake in testing says what was found`(_ source: String, _ expected: String) {
    #expect(complaint(source) == expected)
  }
}
