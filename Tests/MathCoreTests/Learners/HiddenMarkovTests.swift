import Diagnostics
import MathCore
import TestSupport
import Testing

private struct MarkovOracle: Decodable {
  struct Case: Decodable {
    var what: String
    var transition: [[Double]]?
    var emission: [[Double]]?
    var initial: [Double]?
    var observations: [Double]?
    var likelihood: Double?
    var viterbi: [Int]?
    var pathLogProbability: Double?

    enum CodingKeys: String, CodingKey {
      case what, transition, emission, initial, observations, likelihood, viterbi
      case pathLogProbability = "viterbi_log_probability"
    }
  }
  var cases: [Case]
}

private func matrix(_ rows: [[Double]]) -> Tensor {
  Tensor(shape: [rows.count, rows.first?.count ?? 0], elements: rows.flatMap { $0 })
}

private func model(
  _ transition: [[Double]], _ emission: [[Double]], _ initial: [Double]
) throws(ArgumentError) -> HiddenMarkovModel {
  try HiddenMarkovModel(transition: matrix(transition), emission: matrix(emission), initial: initial)
}

/// Random probabilities, some of which are 0.
private func randomModel(_ states: Int, _ symbols: Int, _ generator: inout SplitMix64) throws
  -> HiddenMarkovModel
{
  func row(_ count: Int) -> [Double] {
    var row = (0..<count).map { _ in
      Int.random(in: 0..<4, using: &generator) == 0 ? 0 : Double.random(in: 0..<1, using: &generator)
    }
    row[Int.random(in: 0..<count, using: &generator)] += 0.1
    let sum = row.reduce(0, +)
    return row.map { $0 / sum }
  }
  return try model(
    (0..<states).map { _ in row(states) }, (0..<states).map { _ in row(symbols) }, row(states))
}

/// All sequences of so many states, with the probability of each together with what is seen.
private func paths(
  _ model: HiddenMarkovModel, _ observations: [Int]
) -> [(states: [Int], probability: Double)] {
  var paths: [(states: [Int], probability: Double)] = [([], 1)]
  for symbol in observations {
    paths = paths.flatMap { path in
      (0..<model.stateCount).map { state in
        let step =
          path.states.last.map { model.transition.elements[$0 * model.stateCount + state] }
          ?? model.initial[state]
        let seen = model.emission.elements[state * model.symbolCount + symbol]
        return (path.states + [state], path.probability * step * seen)
      }
    }
  }
  return paths
}

@Suite struct HiddenMarkovTests {
  @Test func `The oracle's sequence has its likelihood and its path`() throws {
    let row = try #require(
      try oracle("learners.json", as: MarkovOracle.self).cases.first { $0.what == "hmm" })
    let model = try model(
      try #require(row.transition), try #require(row.emission), try #require(row.initial))
    let observations = try model.symbols(try #require(row.observations))
    let total = try #require(model.forward(observations).sums.last)
    #expect(isClose(UnaryFunction.exponential(total), try #require(row.likelihood), within: 1e-12))
    let path = ViterbiPath(observations, model)
    #expect(path.states == row.viterbi)
    #expect(isClose(path.logProbability, try #require(row.pathLogProbability), within: 1e-14))
  }

  @Test func `Sums and best paths are those over all paths`() throws {
    var generator = SplitMix64(seed: 1)
    var possible = 0
    for round in 0..<60 {
      let (states, symbols) = (1 + round % 4, 1 + round % 3)
      let model = try randomModel(states, symbols, &generator)
      let observations = (0..<1 + round % 6).map { _ in Int.random(in: 0..<symbols, using: &generator) }
      let all = paths(model, observations)
      let likelihood = all.reduce(0) { $0 + $1.probability }
      let (forward, backward) = (model.forward(observations), model.backward(observations))
      #expect(
        isClose(UnaryFunction.exponential(try #require(forward.sums.last)), likelihood, within: 1e-12))
      let path = ViterbiPath(observations, model)
      #expect(
        isClose(
          UnaryFunction.exponential(path.logProbability), all.map(\.probability).max() ?? 0, within: 1e-12))
      guard likelihood > 0 else { continue }
      possible += 1
      let own = try #require(all.first { $0.states == path.states })
      #expect(isClose(UnaryFunction.exponential(path.logProbability), own.probability, within: 1e-12))
      let posterior = model.posterior(observations)
      for time in observations.indices {
        for state in 0..<states {
          let expected = all.filter { $0.states[time] == state }.reduce(0) { $0 + $1.probability }
          #expect(
            isClose(posterior[time * states + state], expected / likelihood, within: 1e-11, absolute: 1e-300))
          // α β is the same sum.
          let joint = forward.logarithm(time, state) + backward.logarithm(time, state)
          #expect(isClose(UnaryFunction.exponential(joint), expected, within: 1e-11, absolute: 1e-300))
        }
      }
    }
    #expect(possible > 30)
  }

  @Test func `A long sequence neither underflows nor loses a state that is far behind`() throws {
    // Both states stay for ever; 0 is seen as 0 only, 1 nearly always as 1.
    let model = try model([[1, 0], [0, 1]], [[1, 0], [0.01, 0.99]], [0.5, 0.5])
    let observations = [Int](repeating: 0, count: 3000) + [1]
    // Only state 1 could show the last symbol: 0.5 · 0.01³⁰⁰⁰ · 0.99, far below what a double holds.
    let expected =
      UnaryFunction.logarithm(0.5) + 3000 * UnaryFunction.logarithm(0.01) + UnaryFunction.logarithm(0.99)
    let total = try #require(model.forward(observations).sums.last)
    #expect(isClose(total, expected, within: 1e-13))
    #expect(isClose(ViterbiPath(observations, model).logProbability, expected, within: 1e-13))
    #expect(model.posterior(observations).suffix(2) == [0, 1])
    #expect(ViterbiPath(observations, model).states.allSatisfy { $0 == 1 })
  }

  @Test func `A hundred thousand independent symbols have the sum of their logarithms`() throws {
    // With equal rows the states do not matter, and symbols are independent.
    let model = try model([[0.3, 0.7], [0.3, 0.7]], [[0.25, 0.75], [0.25, 0.75]], [0.3, 0.7])
    let observations = (0..<20_000).map { $0 % 4 == 0 ? 0 : 1 }
    let expected = 5000 * (UnaryFunction.logarithm(0.25) + 3 * UnaryFunction.logarithm(0.75))
    #expect(isClose(try #require(model.forward(observations).sums.last), expected, within: 1e-12))
    #expect(
      isClose(
        model.backward(observations).logarithm(0, 0), expected - UnaryFunction.logarithm(0.25), within: 1e-12)
    )
  }

  @Test func `Of equally probable paths the one with the lowest states wins`() throws {
    let model = try model([[0.5, 0.5], [0.5, 0.5]], [[1], [1]], [0.5, 0.5])
    let path = ViterbiPath([0, 0, 0], model)
    #expect(path.states == [0, 0, 0])
    #expect(path.pointers == [-1, -1, 0, 0, 0, 0])
  }

  @Test func `Drawn sequences have the model's frequencies`() throws {
    let model = try model([[0.9, 0.1], [0.3, 0.7]], [[0.8, 0.2, 0], [0, 0.5, 0.5]], [1, 0])
    var generator = Xoshiro256(seed: 4)
    let (states, observations) = model.sample(20_000, with: &generator)
    #expect(states[0] == 0)
    // The stationary share of state 0 is 0.3 / (0.1 + 0.3).
    let share = Double(states.count { $0 == 0 }) / 20_000
    #expect(abs(share - 0.75) < 0.02)
    #expect(zip(states, observations).allSatisfy { $0 == 0 ? $1 < 2 : $1 > 0 })
    let stays = zip(states, states.dropFirst()).filter { $0.0 == 1 }
    #expect(abs(Double(stays.count { $0.1 == 1 }) / Double(stays.count) - 0.7) < 0.03)
  }

  @Test func `Learning never lowers the likelihood, and finds what was drawn from`() throws {
    let truth = try model([[0.95, 0.05], [0.1, 0.9]], [[0.9, 0.1], [0.2, 0.8]], [0.5, 0.5])
    var generator = Xoshiro256(seed: 9)
    let observations = truth.sample(2000, with: &generator).observations
    let start = try model([[0.8, 0.2], [0.2, 0.8]], [[0.7, 0.3], [0.4, 0.6]], [0.5, 0.5])
    let learned = try BaumWelch(start, observations, rounds: 40, tolerance: 1e-3)
    #expect(learned.logLikelihoods.count > 5)
    for (before, after) in zip(learned.logLikelihoods, learned.logLikelihoods.dropFirst()) {
      #expect(after >= before - 1e-9)
    }
    for (found, expected) in zip(learned.model.transition.elements, truth.transition.elements) {
      #expect(abs(found - expected) < 0.03)
    }
  }

  @Test func `Learning gives each entry its expected share of all paths`() throws {
    let start = try model([[0.6, 0.4], [0.3, 0.7]], [[0.2, 0.8], [0.9, 0.1]], [0.5, 0.5])
    let observations = [0, 1, 1, 0, 1]
    let learned = try BaumWelch(start, observations, rounds: 1, tolerance: 0).model
    var (moves, shown) = ([Double](repeating: 0, count: 4), [Double](repeating: 0, count: 4))
    for path in paths(start, observations) {
      for (from, to) in zip(path.states, path.states.dropFirst()) { moves[2 * from + to] += path.probability }
      for (state, symbol) in zip(path.states, observations) { shown[2 * state + symbol] += path.probability }
    }
    for i in 0..<4 {
      let pair = i / 2 * 2
      #expect(
        isClose(learned.transition.elements[i], moves[i] / (moves[pair] + moves[pair + 1]), within: 1e-12))
      #expect(
        isClose(learned.emission.elements[i], shown[i] / (shown[pair] + shown[pair + 1]), within: 1e-12))
    }
  }
}
