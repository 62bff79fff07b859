import Expressions
import Testing

/// A call of each learner; `X` are points by rows, `y` their classes, `v` numbers at them.
private let calls = [
  "linear_regression(X, v)", "ridge(X, v, lambda=1)", "polynomial_regression(v, y, degree=2)",
  "logistic_regression(X, y, lambda=1)", "svm(X, y)", "k_nearest(X, y, k=3)", "decision_tree(X, y)",
  "naive_bayes(X, y)", "kmeans(X, k=2, seed=1)", "gaussian_mixture(X, k=2, seed=1)", "pca(X)",
  "tsne(X, perplexity=3, seed=1, steps=20)", "mlp(X, y, layers=[3], epochs=5, seed=1)",
  "exponential_smoothing(v, trend='additive')", "autoregression(v, order=2)",
]

private let data: KeyValuePairs = [
  "X": "[[sin(3*i), cos(7*i) + i/10] for i in 0..19]", "y": "[i % 2 for i in 0..19]",
  "v": "[sin(i) + i/5 for i in 0..19]",
]

/// What holds for every learner.
@Suite struct LearnerLawTests {
  @Test(arguments: calls) func `The same data give the same findings`(_ call: String) throws {
    let findings = try numbers(of: call)
    #expect(findings.count > 2)
    #expect(try numbers(of: call) == findings)
  }

  /// The fields of the record that hold no functions, as texts.
  private func numbers(of call: String) throws -> [String] {
    guard case .record(let record) = try value(call, data) else { return [] }
    return record.fields.compactMap { name, value in
      (try? jsonText(of: value)).map { "\(name): \($0)" }
    }
  }

  @Test(arguments: calls, ["nan", "inf"])
  func `A number that is none is found and told where it is`(_ call: String, _ number: String) {
    let spoiled: KeyValuePairs = [
      "X": "[[\(number) if i == 4 else sin(3*i), cos(7*i) + i/10] for i in 0..19]",
      "y": "[i % 2 for i in 0..19]", "v": "[\(number) if i == 4 else sin(i) for i in 0..19]",
    ]
    let message = complaint(call, spoiled)
    let shown = number == "inf" ? "∞" : number
    #expect(message.contains("expected finite numbers, found \(shown)"), "\(message)")
    #expect(message.contains("4"), "\(message)")
    #expect(message.hasPrefix("1:\(call.prefix { $0 != "(" }.count + 2): "), "at the argument: \(message)")
  }

  @Test(arguments: calls) func `No rows are told, too`(_ call: String) {
    let message = complaint(call, ["X": "zeros(0, 2)", "y": "[]", "v": "[]"])
    #expect(message.hasPrefix("1:") && message.contains("found"), "\(message)")
  }
}
