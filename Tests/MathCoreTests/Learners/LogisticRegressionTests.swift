import Diagnostics
import MathCore
import TestSupport
import Testing

@Suite struct LogisticRegressionTests {
  @Test func `The minimum is scikit-learn's`() throws {
    let row = try SupervisedCase(named: "logistic_regression_l2")
    let found = try LogisticRegression(row.classified, lambda: #require(row.lambda))
    // scikit-learn's own solver ends 5e-11 away from where the gradient is 0.
    for (found, expected) in zip(found.decision.weights, try #require(row.w)) {
      #expect(isClose(found, expected, within: 1e-10))
    }
    #expect(isClose(found.decision.bias, try #require(row.b), within: 1e-10))
  }

  @Test(arguments: [0.0, 0.01, 1, 100])
  func `The gradient of the loss is 0 at the end, and the loss falls all the way`(_ lambda: Double) throws {
    let data = try overlappingClouds(80, classes: 2, dimension: 3, seed: 5)
    let found = try LogisticRegression(data, lambda: lambda)
    let probabilities = found.probability.values(atRows: data.points.elements)
    let residuals = zip(probabilities, data.classes).map { $0 - Double($1) }
    #expect(abs(residuals.reduce(0, +)) < 1e-10)
    for column in 0..<3 {
      let slope = residuals.enumerated().reduce(lambda * found.decision.weights[column]) {
        $0 + $1.element * data.points.elements[$1.offset * 3 + column]
      }
      #expect(abs(slope) < 1e-10)
    }
    for (next, loss) in zip(found.losses.dropFirst(), found.losses) { #expect(next <= loss + 1e-12) }
    #expect(isClose(found.losses[0], 80 * 0.6931471805599453, within: 1e-14))
    #expect(found.steps.count == found.losses.count && found.steps[0].weights == [0, 0, 0])
  }

  @Test func `Units do not matter`() throws {
    let data = try overlappingClouds(60, classes: 2, seed: 2)
    var scaled = data.points
    for place in scaled.elements.indices {
      scaled.elements[place] = place % 2 == 0 ? scaled.elements[place] * 1e9 + 1e11 : scaled.elements[place]
    }
    let plain = try LogisticRegression(data, lambda: 0)
    let other = try LogisticRegression(ClassifiedPoints(scaled, classes: data.classes), lambda: 0)
    #expect(isClose(other.decision.weights[0] * 1e9, plain.decision.weights[0], within: 1e-8))
    #expect(isClose(other.decision.weights[1], plain.decision.weights[1], within: 1e-8))
  }

  @Test func `A column twice shares its weight, a constant one has none`() throws {
    let data = try overlappingClouds(40, classes: 2, dimension: 1, seed: 8)
    let single = try LogisticRegression(data, lambda: 0)
    let rows = data.points.elements.map { [$0, $0, 4] }
    let double = try LogisticRegression(
      ClassifiedPoints(pointMatrix(rows), classes: data.classes), lambda: 0)
    for (found, share) in zip(double.decision.weights, [0.5, 0.5, 0]) {
      #expect(isClose(found, share * single.decision.weights[0], within: 1e-10, absolute: 1e-12))
    }
  }

  @Test(
    arguments: [
      // Apart; apart but for a point of both classes; with a line on which both lie.
      ([[0], [1], [2], [3]], [0, 0, 1, 1]),
      ([[0], [1], [1], [2]], [0, 0, 1, 1]),
      ([[0, 0], [0, 1], [0, 2], [0, 3], [1, 5]], [0, 1, 0, 1, 1]),
    ] as [([[Double]], [Int])])
  func `Separated classes are refused without a penalty`(_ rows: [[Double]], _ classes: [Int]) throws {
    let data = try ClassifiedPoints(pointMatrix(rows), classes: classes)
    let error = #expect(throws: ArgumentError.self) { try LogisticRegression(data, lambda: 0) }
    #expect(error?.message.hasPrefix("the classes can be separated") == true)
    for lambda in [1e-6, 1, 1e6] {
      #expect(try LogisticRegression(data, lambda: lambda).decision.bias.isFinite)
    }
  }
}

@Suite struct SoftmaxRegressionTests {
  /// Source: scikit-learn 1.9.1, LogisticRegression(C=2, tol=1e-12), with the shift taken out of b.
  @Test func `Three classes of iris are scikit-learn's`() throws {
    let data = try SupervisedCase(named: "decision_tree_gini").classified
    let found = try SoftmaxRegression(data, lambda: 0.5)
    let expected = [
      ([-3.31110543, 2.90816257], 9.36515189), ([0.85048888, -1.82698966], 1.41450088),
      ([2.46061656, -1.08117292], -10.77965277),
    ]
    for (row, (weights, bias)) in zip(found.scores.rows, expected) {
      for (found, expected) in zip(row.weights + [row.bias], weights + [bias]) {
        #expect(abs(found - expected) < 1e-8)
      }
    }
  }

  @Test func `The gradient is 0 at the end, and nothing is shifted`() throws {
    let data = try overlappingClouds(90, classes: 3, seed: 4)
    for lambda in [0, 0.7] {
      let found = try SoftmaxRegression(data, lambda: lambda)
      let shares = found.probabilities.values(atRows: data.points.elements)
      for label in 0..<3 {
        var slopes = found.scores.rows[label].weights.map { lambda * $0 } + [0]
        for row in 0..<data.count {
          let residual = shares[row * 3 + label] - (data.classes[row] == label ? 1 : 0)
          for axis in 0..<2 { slopes[axis] += residual * data.points.elements[row * 2 + axis] }
          slopes[2] += residual
        }
        #expect(slopes.allSatisfy { abs($0) < 1e-9 }, "\(slopes)")
      }
      #expect(abs(found.scores.rows.reduce(0) { $0 + $1.bias }) < 1e-9)
      #expect(abs(found.scores.rows.reduce(0) { $0 + $1.weights[0] }) < 1e-9)
    }
  }

  @Test func `Two classes have the probabilities of logistic regression`() throws {
    let data = try overlappingClouds(50, classes: 2, seed: 6)
    let pairs = try SoftmaxRegression(data, lambda: 0).probabilities.values(atRows: data.points.elements)
    let single = try LogisticRegression(data, lambda: 0).probability.values(atRows: data.points.elements)
    for (row, probability) in single.enumerated() {
      #expect(isClose(pairs[2 * row + 1], probability, within: 1e-9))
    }
  }

  @Test func `Iris without a penalty is refused, as one class is apart`() throws {
    let data = try SupervisedCase(named: "decision_tree_gini").classified
    let error = #expect(throws: ArgumentError.self) { try SoftmaxRegression(data, lambda: 0) }
    #expect(error?.argument == "y")
  }
}
