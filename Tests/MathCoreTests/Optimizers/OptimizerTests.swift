import Diagnostics
import MathCore
import TestSupport
import Testing

private struct OptimizerOracle: Decodable {
  struct Case: Decodable {
    var optimizer: String
    var parameters: [String: Double]
    var expression: String
    var start: [Double]
    var path: [[Double]]
    var loss: [Double]
  }
  var cases: [Case]
}

/// The oracle's losses with gradients worked out by hand.
private func landscape(_ expression: String, _ point: [Double]) -> LossAndGradient? {
  let (x, y) = (point[0], point[1])
  switch expression {
  case "(1-x)^2 + 4*(y-0.5*x^2)^2 + 0.3*sin(3*x)":
    let height = y - 0.5 * x * x
    let loss = (1 - x) * (1 - x) + 4 * height * height + 0.3 * UnaryFunction.sine(3 * x)
    let slope = -2 * (1 - x) - 8 * height * x + 0.9 * UnaryFunction.cosine(3 * x)
    return LossAndGradient(loss: loss, gradient: [slope, 8 * height])
  case "x^2 + 10*y^2": return LossAndGradient(loss: x * x + 10 * y * y, gradient: [2 * x, 20 * y])
  default: return nil
  }
}

/// A bowl, four times as steep along its second coordinate.
private func bowl(_ point: [Double]) -> LossAndGradient {
  LossAndGradient(
    loss: point[0] * point[0] + 4 * point[1] * point[1], gradient: [2 * point[0], 8 * point[1]])
}

@Suite struct OptimizerTests {
  @Test(arguments: [
    "sgd", "momentum", "nesterov", "adagrad", "rmsprop", "adadelta", "adam", "adamw", "nadam", "amsgrad",
  ])
  func `Sixty steps are PyTorch's`(_ name: String) throws {
    let type = try #require(optimizers[name])
    let cases = try oracle("optimizers.json", as: OptimizerOracle.self).cases
    let own = cases.filter { $0.optimizer == name }
    #expect(own.count == 2)
    for row in own {
      _ = try #require(landscape(row.expression, row.start))
      let descent = Descent(
        from: row.start, with: try type.init(row.parameters), steps: row.path.count - 1
      ) { point in
        landscape(row.expression, point) ?? LossAndGradient(loss: .nan, gradient: [])
      }
      #expect(descent.divergedAt == nil && descent.points.count == row.path.count)
      for (found, expected) in zip(descent.points.joined(), row.path.joined()) {
        #expect(isClose(found, expected, within: 1e-9, absolute: 1e-12))
      }
      for (found, expected) in zip(descent.losses, row.loss) {
        #expect(isClose(found, expected, within: 1e-9, absolute: 1e-12))
      }
    }
  }

  /// Whoever adds a rule has to say how well it does.
  private static let rates = [
    "sgd": 0.05, "momentum": 0.02, "nesterov": 0.02, "adagrad": 0.3, "rmsprop": 0.05, "adadelta": 10,
    "adam": 0.1,
    "adamw": 0.1, "nadam": 0.1, "amsgrad": 0.1,
    "newton": 0.5, "line_search": 1,
  ]

  @Test(arguments: optimizers.names)
  func `Every rule lowers a bowl`(_ name: String) throws {
    let type = try #require(optimizers[name])
    let rule = try type.init(["rate": try #require(Self.rates[name])])
    var landscape = LossFunction(bowl) { _ in [2, 0, 0, 8] }
    let descent = Descent(from: [3, -2], with: rule, steps: 200, on: &landscape)
    #expect(descent.losses[200] < 0.01 * descent.losses[0])
    #expect(descent.losses[1] < descent.losses[0])
  }

  @Test(arguments: optimizers.names)
  func `A copy goes on as the original does`(_ name: String) throws {
    let type = try #require(optimizers[name])
    try check(type)
    func check<Rule: DescentRule & Configurable>(_ type: Rule.Type) throws {
      var rule = try Rule(["rate": 0.05])
      var landscape = LossFunction(bowl) { _ in [2, 0, 0, 8] }
      var point = [3.0, -2]
      for _ in 0..<5 { point = rule.step(from: point, bowl(point), on: &landscape).point }
      var (copy, copiedPoint) = (rule, point)
      for _ in 0..<5 { point = rule.step(from: point, bowl(point), on: &landscape).point }
      for _ in 0..<5 {
        copiedPoint = copy.step(from: copiedPoint, bowl(copiedPoint), on: &landscape).point
      }
      #expect(copiedPoint == point)
    }
  }

  @Test(arguments: optimizers.names)
  func `Settings without sense are refused by name`(_ name: String) throws {
    let type = try #require(optimizers[name])
    for setting in type.settings {
      for wrong in [-1, Double.nan, .infinity, -.infinity] {
        var named = ["rate": 1.0]
        named[setting.name] = wrong
        let error = #expect(throws: ArgumentError.self) { _ = try type.init(named) }
        #expect(error?.argument == setting.name)
      }
    }
    #expect(throws: ArgumentError.self) { _ = try type.init(["rate": 1, "speed": 2]) }
  }

  @Test func `A walk that leaves the finite numbers ends before it does`() {
    let descent = Descent(from: [1], with: SGD(rate: 1e200), steps: 10) { point in
      LossAndGradient(loss: point[0] * point[0], gradient: [2 * point[0]])
    }
    // 1, then −2e200, whose square is infinite.
    #expect(descent.divergedAt == 1)
    #expect(descent.points == [[1]] && descent.losses == [1] && descent.rates.isEmpty)
  }

  @Test func `A point that is not finite ends a walk, whatever the loss is there`() {
    let descent = Descent(from: [1], with: SGD(rate: 1e300), steps: 10) { _ in
      LossAndGradient(loss: 0, gradient: [1e300])
    }
    #expect(descent.divergedAt == 1 && descent.points == [[1]])
  }

  @Test func `No steps are the start alone`() {
    let descent = Descent(from: [3], with: SGD(rate: 0.1), steps: 0) { _ in
      LossAndGradient(loss: 1, gradient: [1])
    }
    #expect(descent.points == [[3]] && descent.losses == [1] && descent.divergedAt == nil)
  }
}
