import Expressions
import MathCore
import TestSupport
import Testing

@Suite struct StatisticsCallTests {
  @Test(
    arguments: [
      ("mode(['b', 'a', 'b'])", "b"), ("mode([2, 1])", "1"),
      ("quantile([[1, 2], [3, 4]], [0, 1], axis=0)", "[[1 2] [3 4]]"),
      ("quantile([1, 2, 3, 4], 0.5, method='lower')", "2"), ("quantile([1, 2, nan], 0.5)", "nan"),
      ("percentile([1, 2, 3], 50)", "2"), ("zscore([[1, 10], [3, 30]])", "[[−1 −1] [1 1]]"),
      ("cov([[1, 2, 3], [4, 5, 7]])", "[[1 1.5] [1.5 2.33333]]"), ("cov([1, 2, 4])", "2.33333"),
      ("cov([[1, 4], [2, 5], [3, 7]], rowvar=false)", "[[1 1.5] [1.5 2.33333]]"),
      ("histogram([1, 2, 3], range=[5, 7]).counts", "[0]"), ("histogram(1..5, bins=2).width", "2"),
      ("histogram([1, 2, 4], bins=[0, 1, 5]).width", "[1 4]"),
      ("histogram([0.1, 0.2, 0.3, 0.6], bins=5).width", "0.1"),
      ("round(integrate(kde([1, 2, 4]).density, -inf, inf), 9)", "1"),
      ("grad(kde([1, 2, 4]).density)(2)", "−0.0135763"),
      ("kde([[1, 2], [2, 4], [3, 5]]).density(1, 2)", "0.294675"),
      ("kde([[1, 2], [2, 4], [3, 5]]).density([[1, 2], [2, 4]])[0]", "0.294675"),
      ("roc([1, 2, 3], ['a', 'b', 'b'], positive='a').auc", "0"),
      ("roc([1, 2, 3], [0, 1, 1]).thresholds", "[∞ 3 2 1]"),
      ("roc([1, 2, 3], [false, true, true]).auc", "1"),
      ("confusion_matrix([0, 1], [0.1, 0.7], threshold=0.5).matrix", "[[1 0] [0 1]]"),
      ("confusion_matrix(['no', 'yes'], ['yes', 'yes']).classes[0]", "no"),
      ("classification_report([0, 1, 1], [0, 1, 0]).macro.recall", "0.75"),
      ("classification_report([0, 1, 1], [0, 1, 0]).weighted.recall", "0.666667"),
      ("f1_score([0, 1, 2], [0, 1, 1], positive=1)", "0.666667"),
      ("grad(w -> mean_squared_error([1, 2], w*[1, 1]))(3)", "3"),
      ("grad(w -> r_squared([1, 2], w*[1, 2]))(2)", "−20"),
      ("t_test([1, 2, 4], alternative='greater').interval[1]", "∞"),
      ("t_test([1, 2, 4]).distribution.cdf(0)", "0.5"), ("t_test([1, 2, 4]).df", "2"),
      ("z_test([1, 2, 3], sd=1).distribution.sd", "1"),
      ("chi_squared_test([10, 20, 30]).distribution.mean", "2"),
      ("chi_squared_test([5, 15], expected=[10, 10]).statistic", "5"),
      ("confidence_interval([3, 3])", "[3 3]"), ("test_power(0, n=20)", "0.05"),
      ("len(bootstrap([1, 2, 3], median, seed=1, n=50).replicates)", "50"),
      ("bootstrap([[1, 2], [2, 3], [4, 4]], X -> mean(X[:, 1]), seed=2, n=20).estimate", "3"),
      ("bootstrap(1..9, mean, seed=3).interval == bootstrap(1..9, mean, seed=3).interval", "[1 1]"),
    ] as [(String, String)])
  func `Calls give what textbooks say`(_ source: String, _ expected: String) throws {
    let found = try shown(source)
    #expect(found == expected)
  }

  /// Many points have no formula, but a curve of their density is drawn all the same.
  @Test func `A density of many points is computed as one of few`() throws {
    let lines: KeyValuePairs = [
      "few": "kde(linspace(0, 1, 50), bandwidth=0.1)",
      "many": "kde(repeat(linspace(0, 1, 50), 40), bandwidth=0.1)",
    ]
    let few = try function("few.density", lines).compiled(inputs: 1, at: nil).onPoints([[0.2, 0.7]])[0]
    let many = try function("many.density", lines).compiled(inputs: 1, at: nil).onPoints([[0.2, 0.7]])[0]
    for (a, b) in zip(few, many) { #expect(isClose(a, b, within: 1e-12)) }
    #expect(few.count == 2)
    #expect(
      complaint("derivative(many.density)(0.5)", lines).contains("cannot be compiled or differentiated"))
  }
}
