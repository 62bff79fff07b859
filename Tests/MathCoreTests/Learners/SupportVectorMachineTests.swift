import MathCore
import TestSupport
import Testing

@Suite struct SupportVectorMachineTests {
  // LIBSVM keeps kernels in single precision, so that its boundary is good to about 1e-5. The exact one is that
  // of LIBSVM's own support vectors, solved with 40 digits: those on the margin from y f(x) = 1, the others
  // at C; it meets all conditions.
  @Test func `The linear boundary is LIBSVM's as far as that goes, and the exact one`() throws {
    let row = try SupervisedCase(named: "svm_linear")
    let found = SupportVectorMachine(
      try row.classified, penalty: try #require(row.penalty), kernel: .linear, spend: anyExpense)
    guard case .linear(let decision) = found.decision else {
      Issue.record("not linear")
      return
    }
    let own = decision.weights + [decision.bias]
    for (found, expected) in zip(own, try #require(row.w) + [#require(row.b)]) {
      #expect(isClose(found, expected, within: 2e-5))
    }
    for (found, exact) in zip(own, [2.140863218487481, -1.9770323351533758, -5.44405214823424]) {
      #expect(isClose(found, exact, within: 1e-9))
    }
    #expect(found.support == row.support)
    #expect(found.hasConverged)
  }

  @Test func `The decision with Gaussian kernels is LIBSVM's as far as that goes, and the exact one`() throws
  {
    let row = try SupervisedCase(named: "svm_rbf")
    let found = SupportVectorMachine(
      try row.classified, penalty: try #require(row.penalty),
      kernel: .radial(gamma: try #require(row.gamma)), spend: anyExpense)
    let decisions = found.decision.values(atRows: try #require(row.probe).flatMap { $0 })
    for (found, expected) in zip(decisions, try #require(row.decision)) {
      #expect(isClose(found, expected, within: 1e-6))
    }
    let exact = [
      -1.5626122428043292, 0.6800559163211587, -1.90398166131684, -1.272371291627595, -1.6792670041587476,
      -1.3522997116413804, -1.7651354363457505, -1.5641029331190324,
    ]
    for (found, exact) in zip(decisions, exact) { #expect(isClose(found, exact, within: 1e-9)) }
  }

  /// Source: Karush, Kuhn and Tucker: y f(x) ≥ 1 where α = 0, = 1 between, ≤ 1 where α = C.
  @Test(
    arguments: [(0.1, nil), (1, nil), (100, nil), (0.5, 0.7), (50, 3)] as [(Double, Double?)])
  func `The conditions of the optimum hold`(_ penalty: Double, _ gamma: Double?) throws {
    let data = try overlappingClouds(70, classes: 2, seed: 3)
    let found = SupportVectorMachine(
      data, penalty: penalty, kernel: gamma.map { .radial(gamma: $0) } ?? .linear, spend: anyExpense)
    let decisions = found.decision.values(atRows: data.points.elements)
    var balance = 0.0
    for (row, alpha) in found.alpha.enumerated() {
      let sign = data.classes[row] == 0 ? -1.0 : 1
      balance += sign * alpha
      #expect(alpha >= 0 && alpha <= penalty)
      if alpha < penalty { #expect(sign * decisions[row] > 1 - 1e-9) }
      if alpha > 0 { #expect(sign * decisions[row] < 1 + 1e-9) }
    }
    #expect(abs(balance) < 1e-10 * penalty)
    #expect(found.support == found.alpha.indices.filter { found.alpha[$0] > 0 })
  }

  @Test func `A hard margin is the widest gap`() throws {
    // Between (1, 1) and (3, 3): w = (1/2, 1/2), b = −2, 1 / ‖w‖ = √2.
    let data = try ClassifiedPoints(
      pointMatrix([[0, 0], [1, 1], [0, 1], [3, 3], [4, 3]]), classes: [0, 0, 0, 1, 1])
    let found = SupportVectorMachine(data, penalty: .infinity, kernel: .linear, spend: anyExpense)
    #expect(found.hasConverged && found.support == [1, 3])
    for (value, expected) in zip(found.decision.values(atRows: [1, 1, 3, 3, 2, 2]), [-1.0, 1, 0]) {
      #expect(abs(value - expected) < 1e-9)
    }
  }

  @Test func `A hard margin between classes that overlap is no solution`() throws {
    let same = try ClassifiedPoints(pointMatrix([[1], [1]]), classes: [0, 1])
    #expect(!SupportVectorMachine(same, penalty: .infinity, kernel: .linear, spend: anyExpense).hasConverged)
    let between = try ClassifiedPoints(pointMatrix([[0], [1], [2]]), classes: [0, 1, 0])
    let found = SupportVectorMachine(between, penalty: .infinity, kernel: .linear, spend: anyExpense)
    #expect(!found.hasConverged)
  }

  @Test func `Points that coincide in both classes leave the decision at 0`() throws {
    let data = try ClassifiedPoints(pointMatrix([[1], [1]]), classes: [0, 1])
    let found = SupportVectorMachine(data, penalty: 1, kernel: .linear, spend: anyExpense)
    #expect(found.hasConverged && found.alpha == [1, 1])
    #expect(found.decision.values(atRows: [1]) == [0])
  }
}
