internal import Glibc

/// The most probable path of hidden states for what is seen, with the trellis that it was found in.
///
/// Of paths with the same probability, the one whose states have the lower numbers wins, from the last one back.
/// Source: Viterbi (1967); Rabiner (1989), equations 32–35, in logarithms.
package struct ViterbiPath: Hashable, Sendable {
  /// The state at each time.
  package let states: [Int]
  /// The logarithm of the probability of this path and what is seen; −∞ if every path is impossible.
  package let logProbability: Double
  /// log δₜ(i), that of the best path which ends in state i at time t; a row for each time.
  package let scores: [Double]
  /// ψₜ(i), the state before on that path; −1 at the first time.
  package let pointers: [Int]

  /// The path through a model for symbols, of which there must be at least one.
  package init(_ observations: [Int], _ model: HiddenMarkovModel) {
    let count = model.stateCount
    let transitions = model.transition.elements.map { log($0) }
    let emissions = model.logarithmicEmissions
    var scores: [Double] = []
    var pointers: [Int] = []
    scores.reserveCapacity(observations.count * count)
    pointers.reserveCapacity(observations.count * count)
    for (time, symbol) in observations.enumerated() {
      let last = (time - 1) * count
      for state in 0..<count {
        var (best, from) = (log(model.initial[state]), -1)
        if time > 0 {
          (best, from) = (-.infinity, 0)
          for before in 0..<count {
            let score = scores[last + before] + transitions[before * count + state]
            if score > best { (best, from) = (score, before) }
          }
        }
        scores.append(best + emissions[symbol][state])
        pointers.append(from)
      }
    }
    self.scores = scores
    self.pointers = pointers
    var state = 0
    let end = max(0, scores.count - count)
    for other in 0..<min(count, scores.count) where scores[end + other] > scores[end + state] {
      state = other
    }
    logProbability = scores.isEmpty ? 0 : scores[end + state]
    var states: [Int] = []
    for time in observations.indices.reversed() {
      states.append(state)
      state = max(0, pointers[time * count + state])
    }
    self.states = states.reversed()
  }
}
