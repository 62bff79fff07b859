import Expressions
import MathCore
import TestSupport
import Testing

/// Three groups of points, and networks that tell them apart.
private let groups: KeyValuePairs<String, String> = [
  "X": "[[0, 0], [0, 1], [1, 0], [3, 3], [3, 4], [4, 3], [0, 4], [1, 4], [0, 5]]",
  "y": "[2, 2, 2, 5, 5, 5, 7, 7, 7]",
  "net": "mlp(X, y, layers=[5, 4], activation=['tanh', 'relu'], epochs=150, with=adam(rate=0.05), seed=1)",
  "two": "mlp(X[:6], ['a', 'a', 'a', 'b', 'b', 'b'], layers=3, epochs=30, seed=2)",
  "line": "mlp([1, 2, 3], [2, 4, 6], layers=[], loss='squared', with=sgd(rate=0.1), epochs=1000, seed=1)",
]

@Suite struct NetworkFunctionTests {
  @Test(arguments: [
    ("net.predict(X)", "[2 2 2 5 5 5 7 7 7]"), ("net.classes", "[2 5 7]"), ("net.accuracy", "1"),
    ("net.layers", "[2 5 4 3]"), ("len(net.losses)", "151"), ("len(net.history)", "151"),
    ("net.history[-1].predict([3, 3])", "5"), ("net.history[3].loss == net.losses[3]", "true"),
    ("net.history_epochs[-1]", "150"), ("net.diverged", "false"), ("net.diverged_at", "−1"),
    ("net.weights[1].shape", "[4 5]"), ("net.biases[2].shape", "[3]"),
    ("net.gradients.weights[0].shape", "[5 2]"),
    ("sum(net.probabilities([1, 1]))", "1"), ("len(net.decision([1, 1]))", "3"),
    ("net.probabilities(X).shape", "[9 3]"),
    ("len(net.activations([1, 1]))", "4"), ("net.activations(X)[1].shape", "[9 5]"),
    ("max(abs(net.activations([1, 1])[-1] - net.decision([1, 1])))", "0"),
    ("max(abs(net.activations([1, 1])[1] - tanh(net.weights[0]@[1, 1] + net.biases[0]))) < 1e-15", "true"),
    ("two.classes", "[a b]"), ("two.predict([3, 3])", "1"),
    ("abs(two.probability([1, 1]) - sigmoid(two.decision([1, 1]))) < 1e-15", "true"),
    ("round(line.weights[0], 6)", "[[2]]"), ("round(line.predict(5), 5)", "10"),
    ("line.history_epochs[:3]", "[0 5 10]"),
    // A trained network goes on from where it was.
    ("mlp(X, y, layers=[5, 4], activation=['tanh', 'relu'], epochs=0, start=net).loss == net.loss", "true"),
    ("mlp([[1]], [3], layers=[], loss='squared', start=[[[2]], [0.5]], epochs=0).predict(1)", "2.5"),
    ("mlp(X, X, layers=[3], loss='squared', epochs=5, seed=1).predict([1, 1]).shape", "[2]"),
    ("len(mlp(X, y, batch=4, epochs=5, seed=1).losses)", "6"),
    (
      "mlp([1, 2], [3, 4], layers=[], loss='squared', with=sgd(rate=1e3), epochs=500, seed=1).diverged",
      "true"
    ),
  ])
  func `A network answers`(_ row: (source: String, result: String)) throws {
    #expect(try shown(row.source, groups) == row.result)
  }

  @Test(arguments: ["net.decision", "net.probabilities", "net.predict", "two.probability", "line.predict"])
  func `What is computed by rows is what is recorded and compiled`(_ name: String) throws {
    let compiled = try function(name, groups).compiled(inputs: name.hasPrefix("line") ? 1 : 2, at: nil)
    for point in [[0.3, -0.2], [3.5, 2.5], [0.5, 4.5]] {
      let point = Array(point.prefix(compiled.inputCount))
      let argument = "\(point)"
      let expected = try value("flatten([\(name)(\(argument))])", groups).vector(of: name, at: nil)
      for (a, b) in zip(compiled.at(point), expected) {
        #expect(isClose(a, b, within: 1e-13, absolute: 1e-15))
      }
    }
  }

  @Test func `The gradient of a network by its point is the difference quotient`() throws {
    let difference = "(two.decision([1.00001, 2]) - two.decision([0.99999, 2])) / 0.00002"
    #expect(try shown("abs(grad(two.decision)([1, 2])[0] - \(difference)) < 1e-8", groups) == "true")
  }

  @Test(arguments: [
    ("mlp([[1, nan]], [1], seed=1)", "1:5: mlp: X: expected finite numbers, found nan in row 0, column 1"),
    ("mlp(zeros(0, 2), [], seed=1)", "1:5: mlp: X: expected at least one row, found none"),
    (
      "mlp([[1, 2]], [1], seed=1)",
      "1:15: mlp: y: expected at least two classes, found one; numbers need loss='squared'"
    ),
    (
      "mlp([[1], [2]], [1, 1], seed=1)",
      "1:17: mlp: y: expected at least two classes, found one; numbers need loss='squared'"
    ),
    ("mlp([[1], [2]], [1, 2, 3], seed=1)", "1:17: mlp: y: expected a label for each of 2 rows, found 3"),
    (
      "mlp([[1], [2]], [[1], [2]], seed=1)",
      "1:17: mlp: y: expected a class for each row, found a matrix of 2 × 1; numbers to come close to need loss='squared'"
    ),
    (
      "mlp([[1], [2]], [1, 2, 3], loss='squared', seed=1)",
      "1:17: mlp: y: expected numbers for each of 2 rows, found a vector of 3"
    ),
    ("mlp([1, 2], [0, 1], layers=[0], seed=1)", "1:21: mlp: layers: expected at least 1, found 0"),
    (
      "mlp([1, 2], [0, 1], layers=[1e9], seed=1)",
      "1:21: mlp: layers: expected at most 1000000, found 1000000000"
    ),
    (
      "mlp([1, 2], [0, 1], layers=[1e5, 1e5], seed=1)",
      "1:21: mlp: layers: expected at most 20000000 weights, found more with 100000, 100000 units"
    ),
    ("mlp([1, 2], [0, 1], layers=[2.5], seed=1)", "1:21: mlp: layers: expected a whole number, found 2.5"),
    ("mlp([1, 2], [0, 1], activation='tan', seed=1)", "1:21: unknown activation 'tan'; did you mean 'tanh'?"),
    (
      "mlp([1, 2], [0, 1], activation=['tanh', 'relu'], seed=1)",
      "1:21: mlp: activation: expected one for each of 1 hidden layer, found 2"
    ),
    (
      "mlp([1, 2], [0, 1], loss='hinge', seed=1)",
      "1:21: mlp: loss: expected one of cross-entropy, squared, found 'hinge'"
    ),
    (
      "mlp([1, 2], [0, 1], with=3, seed=1)",
      "1:21: mlp: with: expected an optimizer such as sgd(rate=0.1), found a number"
    ),
    (
      "mlp([1, 2], [0, 1])",
      "1:1: mlp needs the argument 'seed'; give a seed, and every run draws the same weights: seed=1; or give them: start=[W, b]"
    ),
    (
      "mlp([1, 2], [0, 1], layers=[], start=[[[1], [2]], [0, 0]], batch=1)",
      "1:1: mlp needs the argument 'seed'; batches are shuffled; give a seed, and every run shuffles alike: seed=1"
    ),
    (
      "mlp([1, 2], [0, 1], layers=[], start=[[[1, 2]], [0]])",
      "1:32: mlp: start: expected weights of 2 × 1 in layer 0, found 1 × 2; a row for each unit, a column for each number that comes in"
    ),
    (
      "mlp([1, 2], [0, 1], start=[[[1], [2]], [0, 0]])",
      "1:21: mlp: start: expected weights and biases of 2 layers, found 1 and 1"
    ),
    (
      "mlp([1, 2], [0, 1], layers=[], start=[[[1], [nan]], [0, 0]])",
      "1:32: mlp: start: expected finite numbers"
    ),
    (
      "mlp([1e200, 2e200], [1, 2], layers=[], loss='squared', seed=1)",
      "1:5: mlp: X: the loss is not finite at the start; bring the numbers closer to 0"
    ),
    ("mlp([1, 2], [0, 1], epochs=-1, seed=1)", "1:21: mlp: epochs: expected at least 0, found −1"),
    ("mlp([1, 2], [0, 1], batch=0, seed=1)", "1:21: mlp: batch: expected at least 1, found 0"),
    (
      "two.predict([1, 2, 3])",
      "1:1: mlp.predict: expected a point with 2 coordinates, or a matrix with such rows, found a vector of 3"
    ),
    (
      "two.activations([1, 2, 3])",
      "1:17: mlp.activations: x: expected a point with 2 coordinates, or a matrix with such rows, found a vector of 3"
    ),
  ])
  func `What a network cannot take is said where it stands`(_ row: (source: String, message: String)) {
    #expect(complaint(row.source, groups) == row.message)
  }

  @Test func `Work without end is refused before it begins`() {
    let message = complaint(
      "mlp(rand(1000, 50, seed=1), randint(0, 2, 1000, seed=2), layers=[500, 500], epochs=1e6, seed=1)")
    #expect(message.contains("takes too long"), "\(message)")
  }
}
