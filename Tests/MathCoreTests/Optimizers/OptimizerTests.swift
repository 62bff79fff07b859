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

@Suite struct OptimizerTests {
  @Test(arguments: optimizers.names)
  func `Sixty steps are PyTorch's`(_ name: String) throws {
    let type = try #require(optimizers[name])
    let cases = try oracle("optimizers.json", as: OptimizerOracle.self).cases
    let own = cases.filter { $0.optimizer == name }
    #expect(!own.isEmpty)
    for row in own {
      var values: [Double] = []
      for setting in type.settings {
        values.append(try #require(row.parameters[setting.name] ?? setting.standard))
      }
      _ = try #require(landscape(row.expression, row.start))
      let descent = Descent(
        from: row.start, with: type.init(settings: values), steps: row.path.count - 1
      ) { point in
        landscape(row.expression, point) ?? LossAndGradient(loss: .nan, gradient: [])
      }
      #expect(descent.divergedAt == nil)
      for (found, expected) in zip(descent.points.joined(), row.path.joined()) {
        #expect(isClose(found, expected, within: 1e-9, absolute: 1e-12))
      }
      for (found, expected) in zip(descent.losses, row.loss) {
        #expect(isClose(found, expected, within: 1e-9, absolute: 1e-12))
      }
    }
  }

  @Test func `A walk that leaves the finite numbers says at which step`() {
    let descent = Descent(from: [1], with: SGD(rate: 1e200), steps: 10) { point in
      LossAndGradient(loss: point[0] * point[0], gradient: [2 * point[0]])
    }
    // 1, then −2e200, whose square is infinite.
    #expect(descent.divergedAt == 1)
    #expect(descent.points == [[1], [1 - 2e200]])
  }

  @Test func `No steps are the start alone`() {
    let descent = Descent(from: [3], with: SGD(rate: 0.1), steps: 0) { _ in
      LossAndGradient(loss: 1, gradient: [1])
    }
    #expect(descent.points == [[3]] && descent.losses == [1] && descent.divergedAt == nil)
  }
}
