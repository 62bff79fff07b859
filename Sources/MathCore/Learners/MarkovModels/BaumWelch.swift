package import Diagnostics
internal import Glibc

/// A hidden Markov model that learns its probabilities from what is seen, by expectation and maximization.
///
/// The likelihood never falls. A state that is never visited keeps its probabilities.
/// Source: Baum et al. (1970); Rabiner (1989), equations 37–40.
package struct BaumWelch: Hashable, Sendable {
  /// The model at the end.
  package private(set) var model: HiddenMarkovModel
  /// The logarithm of the likelihood at the start, and after each round.
  package private(set) var logLikelihoods: [Double]

  /// Learns until a round gains less than `tolerance`, at most `rounds` times.
  ///
  /// The model must be able to produce the observations, of which there must be at least one.
  package init(
    _ start: HiddenMarkovModel, _ observations: [Int], rounds: Int, tolerance: Double
  ) throws(ArgumentError) {
    model = start
    var forward = model.forward(observations)
    logLikelihoods = [forward.sums.last ?? 0]
    guard logLikelihoods[0] > -.infinity else {
      throw ArgumentError("observations", "the model cannot produce them: their likelihood is 0")
    }
    for _ in 0..<max(0, rounds) {
      model = try Self.improved(model, observations, forward)
      forward = model.forward(observations)
      let (before, after) = (logLikelihoods[logLikelihoods.count - 1], forward.sums.last ?? 0)
      logLikelihoods.append(after)
      if after - before < tolerance { break }
    }
  }

  private static func improved(
    _ model: HiddenMarkovModel, _ observations: [Int], _ forward: ProbabilityPass
  ) throws(ArgumentError) -> HiddenMarkovModel {
    let (states, symbols) = (model.stateCount, model.symbolCount)
    let backward = model.backward(observations)
    let posterior = model.posterior(forward, backward)
    var emission = [Double](repeating: 0, count: states * symbols)
    for (time, symbol) in observations.enumerated() {
      for state in 0..<states { emission[state * symbols + symbol] += posterior[time * states + state] }
    }
    let transition = expectedTransitions(model, observations, forward, backward)
    return try HiddenMarkovModel(
      transition: normalized(transition, columns: states, else: model.transition),
      emission: normalized(emission, columns: symbols, else: model.emission),
      initial: normalized(
        Array(posterior.prefix(states)), columns: states, else: Tensor(model.initial)
      ).elements)
  }

  /// Σₜ ξₜ(i, j): how often state j is expected to follow state i.
  private static func expectedTransitions(
    _ model: HiddenMarkovModel, _ observations: [Int], _ forward: ProbabilityPass,
    _ backward: ProbabilityPass
  ) -> [Double] {
    let count = model.stateCount
    let transitions = model.transition.elements.map { log($0) }
    let emissions = model.logarithmicEmissions
    var expected = [Double](repeating: 0, count: count * count)
    for time in 1..<max(1, observations.count) {
      let (last, now) = ((time - 1) * count, time * count)
      let ahead = (0..<count).map { backward.shares[now + $0] + emissions[observations[time]][$0] }
      let joint = (0..<count * count).map { pair in
        forward.shares[last + pair / count] + transitions[pair] + ahead[pair % count]
      }
      let sum = logarithmOfSum(joint)
      for pair in joint.indices { expected[pair] += exp(joint[pair] - sum) }
    }
    return expected
  }

  /// Rows divided by their sums; those of `other` where there is nothing to divide.
  private static func normalized(_ counts: [Double], columns: Int, else other: Tensor) -> Tensor {
    var result = other
    for start in stride(from: 0, to: counts.count, by: columns) {
      let row = counts[start..<start + columns]
      let sum = row.reduce(0, +)
      guard sum > 0 else { continue }
      for place in row.indices { result.elements[place] = row[place] / sum }
    }
    return result
  }
}
