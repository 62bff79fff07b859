import MathCore
import TestSupport
import Testing

/// Rosenbrock's valley, with derivatives by hand.
private var valley: LossFunction<Never> {
  LossFunction { point in
    let (x, y) = (point[0], point[1])
    let height = y - x * x
    return LossAndGradient(
      loss: 100 * height * height + (1 - x) * (1 - x),
      gradient: [-400 * x * height - 2 * (1 - x), 200 * height])
  } hessian: { point in
    let (x, y) = (point[0], point[1])
    return [1200 * x * x - 400 * y + 2, -400 * x, -400 * x, 200]
  }
}

@Suite struct NewtonTests {
  @Test func `One step ends in the lowest point of a tilted bowl`() throws {
    // x² + xy + 2y² − 3x + y: the gradient is 0 at (13, −5) / 7.
    var bowl = LossFunction<Never> { point in
      let (x, y) = (point[0], point[1])
      return LossAndGradient(
        loss: x * x + x * y + 2 * y * y - 3 * x + y, gradient: [2 * x + y - 3, x + 4 * y + 1])
    } hessian: { _ in
      [2, 1, 1, 4]
    }
    let descent = Descent(from: [-30, 50], with: try Newton([:]), steps: 1, on: &bowl)
    #expect(isClose(descent.points[1][0], 13.0 / 7, within: 1e-14))
    #expect(isClose(descent.points[1][1], -5.0 / 7, within: 1e-14))
    #expect(descent.rates == [1])
  }

  /// Where the second derivative is positive nothing is damped: on x⁴ every step leaves two thirds.
  @Test func `Full steps on a power are a geometric sequence`() throws {
    var power = LossFunction<Never> { point in
      let x = point[0]
      return LossAndGradient(loss: x * x * x * x, gradient: [4 * x * x * x])
    } hessian: {
      [12 * $0[0] * $0[0]]
    }
    let descent = Descent(from: [3], with: try Newton([:]), steps: 20, on: &power)
    for (before, after) in zip(descent.points, descent.points.dropFirst()) {
      #expect(isClose(after[0], before[0] * 2 / 3, within: 1e-14))
    }
  }

  /// Dennis and Schnabel, "Numerical methods for unconstrained optimization" (1996), the test problem's
  /// usual start; six steps end in the minimum, and digits double at the end.
  @Test func `Rosenbrock's valley takes six steps`() throws {
    var landscape = valley
    let descent = Descent(from: [-1.2, 1], with: try Newton([:]), steps: 7, on: &landscape)
    #expect(isClose(descent.points[1][0], -1.1752809, within: 1e-7))
    #expect(isClose(descent.points[1][1], 1.3806742, within: 1e-7))
    #expect(isClose(descent.points[2][0], 0.7631149, within: 1e-7))
    #expect(isClose(descent.points[2][1], -3.1750339, within: 1e-7))
    #expect(descent.losses[5] > 1e-12)
    #expect(descent.losses[6] < 1e-18)
    #expect(descent.losses[7] < 1e-25)
  }

  @Test(arguments: [[0.5, 0.1], [1e-8, 0], [-3, 2]])
  func `Where the bowl is a saddle the step leads downhill`(_ start: [Double]) throws {
    // x² − y² + y⁴/4 has its minima at (0, ±√2).
    var saddle = LossFunction<Never> { point in
      let (x, y) = (point[0], point[1])
      return LossAndGradient(
        loss: x * x - y * y + y * y * y * y / 4, gradient: [2 * x, -2 * y + y * y * y])
    } hessian: { point in
      [2, 0, 0, -2 + 3 * point[1] * point[1]]
    }
    let here = saddle.at(start)
    let next = Newton(settings: [1e-6]).step(from: start, here, on: &saddle).point
    #expect(saddle.at(next).loss < here.loss)
    let descent = Descent(from: start, with: try Newton([:]), steps: 60, on: &saddle)
    #expect(descent.divergedAt == nil)
    if start[1] != 0 { #expect(isClose(abs(descent.points[60][1]), 2.0.squareRoot(), within: 1e-9)) }
  }

  @Test func `A walk ends where the second derivatives are not finite`() throws {
    var kink = LossFunction<Never> { _ in
      LossAndGradient(loss: 0, gradient: [1])
    } hessian: { _ in
      [.infinity]
    }
    let descent = Descent(from: [0], with: try Newton([:]), steps: 3, on: &kink)
    #expect(descent.divergedAt == 1 && descent.points == [[0]])
  }

  /// Armijo's condition holds for the rate that was taken, and not for the one before it.
  @Test(arguments: [0.5, 0.8, 0.1])
  func `A line search takes the first rate that lowers the loss enough`(_ shrink: Double) throws {
    var landscape = valley
    let c = 0.01
    let rule = try Backtracking(["rate": 1, "shrink": shrink, "c": c])
    let descent = Descent(from: [-1.2, 1], with: rule, steps: 40, on: &landscape)
    for step in 0..<40 {
      let (point, gradient) = (descent.points[step], descent.gradients[step])
      let slope = gradient[0] * gradient[0] + gradient[1] * gradient[1]
      func isEnough(_ rate: Double) -> Bool {
        let next = [point[0] - rate * gradient[0], point[1] - rate * gradient[1]]
        return valley.at(next).loss <= descent.losses[step] - c * rate * slope
      }
      let rate = descent.rates[step]
      #expect(isEnough(rate))
      #expect(rate == 1 || !isEnough(rate / shrink))
      #expect(descent.losses[step + 1] < descent.losses[step])
    }
  }

  @Test func `A line search at the lowest point stays there`() throws {
    var landscape = valley
    let descent = Descent(from: [1, 1], with: try Backtracking([:]), steps: 3, on: &landscape)
    #expect(descent.points == Array(repeating: [1, 1], count: 4) && descent.rates == [0, 0, 0])
  }
}
