import Expressions
import MathCore
import TestSupport
import Testing

@Suite struct SupervisedTests {
  private static let lines: KeyValuePairs = [
    "X": "numpy_randn(30, 2, seed=1)", "v": "X @ [2, -1] + 0.3*numpy_randn(30, seed=2)",
    "y": "where(v > 0.4*numpy_randn(30, seed=3), 1, 0)", "z": "where(X[:, 1] > 0.8, 7, y)",
    "P": "numpy_randn(9, 2, seed=4)",
  ]

  /// A learner and its functions.
  private static let learners: [(call: String, functions: [String])] = [
    ("linear_regression(X, v)", ["predict"]), ("ridge(X, v, lambda=3)", ["predict"]),
    ("logistic_regression(X, y, lambda=0.1)", ["decision", "probability", "predict"]),
    ("logistic_regression(X, z, lambda=0.1)", ["decision", "probabilities", "predict"]),
    ("svm(X, y)", ["decision", "predict"]), ("svm(X, y, kernel='rbf', gamma=0.8)", ["decision", "predict"]),
    ("decision_tree(X, z)", ["probabilities", "predict"]),
    ("decision_tree(X, y, max_depth=2, criterion='entropy')", ["probability", "predict"]),
    ("naive_bayes(X, z)", ["posterior", "predict"]), ("naive_bayes(X, y)", ["probability"]),
    ("k_nearest(X, z, k=3)", ["predict"]),
  ]

  @Test(arguments: learners)
  func `On grids the functions are what they are at points`(_ call: String, _ functions: [String]) throws {
    var scope = Scope()
    for (key, body) in Self.lines {
      let definition = try Definition(key: located(key), body: located(body))
      scope.define(definition.name, as: try definition.evaluate(in: scope))
    }
    scope.define("m", as: try Expression(parsing: located(call)).evaluate(in: scope))
    func value(_ text: String) throws -> Value { try Expression(parsing: located(text)).evaluate(in: scope) }
    for name in functions {
      let function = try value("m.\(name)").function(of: name, at: nil)
      let compiled = try function.compiled(inputs: 2, at: nil)
      for row in 0..<9 {
        let point = try value("P[\(row)]").vector(of: "P", at: nil)
        let one = try value("m.\(name)(P[\(row), 0], P[\(row), 1])")
        let found = try (try? one.number(of: name, at: nil)).map { [$0] } ?? one.vector(of: name, at: nil)
        for (native, recorded) in zip(found, compiled.at(point)) {
          #expect(isClose(native, recorded, within: 1e-12, absolute: 1e-13), "\(name) in row \(row)")
        }
        #expect(try shown("m.\(name)(P)[\(row)]", scope) == shown("m.\(name)(P[\(row)])", scope))
      }
    }
  }

  @Test(arguments: [
    "logistic_regression(X, y, lambda=0.1).probability", "svm(X, y, kernel='rbf').decision",
    "naive_bayes(X, y).probability", "linear_regression(X, v).predict",
  ])
  func `Gradients are those of small differences`(_ function: String) throws {
    let gradient = try value("grad(\(function))(0.3, -0.2)", Self.lines).vector(of: "gradient", at: nil)
    for (axis, step) in ["[0.00001, 0]", "[0, 0.00001]"].enumerated() {
      let difference =
        "(f -> (f([0.3, -0.2] + \(step)) - f([0.3, -0.2] - \(step))) / 0.00002)(\(function))"
      let slope = try value(difference, Self.lines).number(of: "slope", at: nil)
      #expect(isClose(gradient[axis], slope, within: 1e-7, absolute: 1e-9))
    }
  }

  @Test(
    arguments: [
      // Where points are numbers, so is the weight.
      ("linear_regression([0, 1, 2], [1, 3, 5]).w", "2"), ("linear_regression([0, 1, 2], [1, 3, 5]).b", "1"),
      ("linear_regression([[0], [1], [2]], [1, 3, 5]).w", "[2]"),
      ("max(abs(linear_regression([0, 2], [1, 3]).residuals)) < 1e-15", "true"),
      ("linear_regression(0..3, 2 .. 5).predict(0..2)", "[2 3 4]"),
      ("linear_regression([3, 3, 3], [1, 2, 3]).predict(8)", "2"),
      ("polynomial_regression([0, 1, 2], [5, 7, 11], degree=0).coefficients", "[7.66667]"),
      ("round(derivative(polynomial_regression([0, 1, 2], [0, 1, 4], degree=2).predict)(3), 6)", "6"),
      ("logistic_regression([0, 1, 2, 3], [0, 1, 0, 1]).parameters[0]", "[0 0]"),
      ("logistic_regression([0, 1, 2, 3], ['no', 'yes', 'no', 'yes']).predictions", "[no no yes yes]"),
      ("logistic_regression([0, 1, 2, 3], ['no', 'yes', 'no', 'yes']).classes", "[no yes]"),
      ("logistic_regression([0, 1, 2, 3], ['no', 'yes', 'no', 'yes']).predict(3)", "1"),
      ("logistic_regression([0, 1, 2, 3], [5, 8, 5, 8]).predict(3)", "8"),
      ("abs(sum(logistic_regression([0, 1, 2, 3], [0, 1, 2, 1], lambda=1).W[:, 0])) < 1e-9", "true"),
      ("svm([[0, 0], [2, 0]], [3, 4], C=inf).w", "[1 0]"),
      ("svm([[0, 0], [2, 0]], [3, 4], C=inf).margin", "1"),
      ("svm([[0, 0], [2, 0]], [3, 4], C=inf).alpha", "[0.5 0.5]"),
      ("svm([[0, 0], [2, 0]], [3, 4]).support_vectors", "[[0 0] [2 0]]"),
      ("svm([0, 2], [3, 4], kernel='rbf').gamma", "1"),
      ("k_nearest([0, 1, 5, 6], ['a', 'a', 'b', 'b'], k=3).distances(4)", "[1 2 3]"),
      ("k_nearest([0, 1, 5, 6], ['a', 'a', 'b', 'b'], k=4).probability(4)", "0.5"),
      ("k_nearest([0, 1, 5, 6], ['a', 'a', 'b', 'b'], k=1).predictions", "[a a b b]"),
      ("decision_tree([1, 2, 6], ['a', 'a', 'b']).nodes[1].prediction", "a"),
      ("decision_tree([1, 2, 6], ['a', 'a', 'b']).regions[1].lower", "[4]"),
      ("decision_tree([[1, 5], [1, 6]], [4, 4]).predict(0, 0)", "4"),
      ("decision_tree([[1, 5], [1, 5]], [1, 0]).probabilities(0, 0)", "[0.5 0.5]"),
      ("naive_bayes([1, 3, 7, 9], [0, 0, 1, 1], var_smoothing=0).densities[1][0].mean", "8"),
      ("naive_bayes([1, 3, 7, 9], [0, 0, 1, 1]).priors", "[0.5 0.5]"),
      ("naive_bayes([1, 3], [2, 2]).predict(5)", "2"),
    ])
  func `Small data have answers that can be worked out by hand`(_ source: String, _ expected: String) throws {
    #expect(try shown(source) == expected)
  }

  @Test(
    arguments: [
      ("linear_regression([1, nan], [1, 2])", "1:19: linear_regression: X: expected finite numbers"),
      ("linear_regression([1, 2], [1, inf])", "1:27: linear_regression: y: expected finite numbers"),
      ("linear_regression([1, 1e200], [1, 2])", "1:19: linear_regression: X: expected numbers from −1e100"),
      ("naive_bayes([1, 1e200], [1, 2])", "1:13: naive_bayes: X: expected numbers from −1e100 to 1e100"),
      ("linear_regression([], [])", "1:19: linear_regression: X: expected at least one row, found none"),
      ("linear_regression([1, 2], [1, 2, 3])", "1:27: linear_regression: y: expected a number for each of 2"),
      ("linear_regression('a', [1])", "1:19: linear_regression: X: expected a matrix, found a text"),
      ("ridge([1, 2], [1, 2], -1)", "1:23: ridge: lambda: expected 0 to 1e100, found −1"),
      ("ridge([1, 2], [1, 2], nan)", "1:23: ridge: lambda: expected a finite number, found nan"),
      (
        "polynomial_regression([1, 2], [1, 2], 2)",
        "1:39: polynomial_regression: degree: expected less than the number of different x, 2, found 2"
      ),
      (
        "polynomial_regression([1, 2], [1, 2], 0.5)",
        "1:39: polynomial_regression: degree: expected a whole number, found 0.5"
      ),
      (
        "polynomial_regression([1, 2], [1], 1)",
        "1:31: polynomial_regression: y: expected a number for each of 2"
      ),
      ("polynomial_regression([], [], 0)", "1:23: polynomial_regression: x: expected at least one"),
      (
        "logistic_regression([1, 2], [1, 1])",
        "1:29: logistic_regression: y: expected at least two classes, found one"
      ),
      (
        "logistic_regression([1, 2], [0, 1])",
        "1:29: logistic_regression: y: the classes can be separated, so that without a penalty the weights grow "
          + "without end; give a penalty, such as lambda=1"
      ),
      (
        "logistic_regression([1, 2, 3], [0, 1, 2])",
        "1:32: logistic_regression: y: the classes can be separated"
      ),
      ("logistic_regression([1, 2], [0, 1], -2)", "1:37: logistic_regression: lambda: expected 0 to 1e100"),
      (
        "logistic_regression([1, 2], [0, 1, 1])",
        "1:29: logistic_regression: y: expected a label for each of 2"
      ),
      ("logistic_regression([1, 2], [0, nan])", "1:29: logistic_regression: y: expected finite numbers"),
      ("svm([1, 2], [0, 0])", "1:13: svm: y: expected at least two classes, found one"),
      (
        "svm([1, 2, 3], [0, 1, 2])",
        "1:16: svm: y: expected two classes, found 3; tell one class from the others, as in where(y == 0, 1, 0)"
      ),
      ("svm([1, 2], [0, 1], C=0)", "1:21: svm: C: expected more than 0, found 0"),
      ("svm([1, 2], [0, 1], C=nan)", "1:21: svm: C: expected more than 0, found nan"),
      (
        "svm([1, 2], [0, 1], kernel='cubic')", "1:21: svm: kernel: expected one of linear, rbf, found 'cubic'"
      ),
      ("svm([1, 2], [0, 1], kernel='rbf', gamma=0)", "1:35: svm: gamma: expected more than 0, found 0"),
      ("svm([1, 2], [0, 1], gamma=1)", "1:21: svm: gamma: expected none with the kernel 'linear'"),
      (
        "svm([1, 2, 3], [0, 1, 0], C=inf)",
        "1:27: svm: C: found no gap between the classes, as C=inf asks for; a finite C, such as C=1, lets points "
          + "into the margin"
      ),
      ("k_nearest([1, 2], [0, 1], k=3)", "1:27: k_nearest: k: expected at most 2, found 3"),
      ("k_nearest([1, 2], [0, 1], k=0)", "1:27: k_nearest: k: expected at least 1, found 0"),
      ("k_nearest([1, 2], [0, 1])", "1:1: k_nearest: k: expected at most 2, found 5"),
      ("k_nearest([1, 2], ['a', 3], k=1)", "1:19: k_nearest: y: expected a text, found a number"),
      ("decision_tree([1, nan], [0, 1])", "1:15: decision_tree: X: expected finite numbers"),
      ("decision_tree([1, 2], [0, 1], max_depth=-1)", "1:31: decision_tree: max_depth: expected at least 0"),
      (
        "decision_tree([1, 2], [0, 1], criterion='mse')",
        "1:31: decision_tree: criterion: expected one of gini, entropy, found 'mse'"
      ),
      (
        "decision_tree([1, 2], [0, 1], min_samples_split=1)",
        "1:31: decision_tree: min_samples_split: expected"
      ),
      (
        "naive_bayes([[1, 2], [1, 2]], [0, 1])",
        "1:13: naive_bayes: X: expected features that vary within each class"
      ),
      (
        "naive_bayes([1, 2], [0, 1], var_smoothing=-1)",
        "1:29: naive_bayes: var_smoothing: expected 0 to 1e100"
      ),
      ("naive_bayes([[[1]]], [0])", "1:13: naive_bayes: X: expected a matrix, found a tensor of 1 × 1 × 1"),
      (
        "svm([1, 2], [0, 1]).predict(1, 2)",
        "1:1: svm.predict takes a point with 1 coordinate, found 2 arguments"
      ),
      (
        "grad(k_nearest([1, 2], [0, 1], k=1).predict)(1.5)",
        "1:1: k_nearest.predict needs a point that is known"
      ),
    ] as [(String, String)])
  func `Each mistake is located`(_ source: String, _ expected: String) {
    let message = complaint(source)
    #expect(message.hasPrefix(expected), "\(message)")
  }

  @Test func `Nothing that is too much is begun`() {
    let lines: KeyValuePairs = ["X": "numpy_randn(20000, 2, seed=1)", "y": "where(X[:, 0] > 0, 1, 0)"]
    #expect(complaint("svm(X, y)", lines).contains("too large"))
    #expect(complaint("k_nearest(X, y, k=20000)", lines).contains("steps"))
  }
}

/// A value as the text of a label, where some names are known.
private func shown(_ text: String, _ scope: Scope) throws -> String {
  try formatted(try Expression(parsing: located(text)).evaluate(in: scope), spec: nil)
}
