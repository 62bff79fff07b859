package import Diagnostics

/// A hidden Markov model with finitely many states and symbols: what is hidden walks from state to state,
/// and what is seen is a symbol drawn in each state.
///
/// Source: Rabiner, "A tutorial on hidden Markov models" (1989), whose A, B and π these are.
package struct HiddenMarkovModel: Hashable, Sendable {
  /// A: row i holds the probabilities of the next state after state i.
  package let transition: Tensor
  /// B: row i holds the probabilities of the symbols in state i.
  package let emission: Tensor
  /// π: the probabilities of the first state.
  package let initial: [Double]

  /// The number of states k.
  package var stateCount: Int { initial.count }
  /// The number of symbols m, which are 0 … m − 1.
  package var symbolCount: Int { emission.shape[1] }

  /// Probabilities that are not renormalized have to sum to 1 this closely.
  package static let tolerance = 1e-9

  /// A model of k states and m symbols from a k × k and a k × m matrix and k numbers.
  ///
  /// Each row, and the first state's probabilities, must not be negative and sum to 1 within 1e-9.
  package init(transition: Tensor, emission: Tensor, initial: [Double]) throws(ArgumentError) {
    let count = initial.count
    guard count > 0 else { throw ArgumentError("initial", "expected at least one state, found none") }
    guard transition.shape == [count, count] else {
      throw ArgumentError(
        "transition",
        "expected \(count) × \(count) probabilities, as initial has \(count) of them, found "
          + transition.shape.map(String.init).joined(separator: " × "))
    }
    guard emission.rank == 2, emission.shape[0] == count else {
      throw ArgumentError(
        "emission",
        "expected a row for each of the \(count) states, found "
          + emission.shape.map(String.init).joined(separator: " × "))
    }
    guard emission.shape[1] > 0 else {
      throw ArgumentError("emission", "expected at least one symbol, found none")
    }
    try Self.check(Tensor(shape: [1, count], elements: initial), "initial")
    try Self.check(transition, "transition")
    try Self.check(emission, "emission")
    self.transition = transition
    self.emission = emission
    self.initial = initial
  }

  private static func check(_ rows: Tensor, _ argument: String) throws(ArgumentError) {
    let columns = rows.shape[1]
    for row in 0..<rows.shape[0] {
      let probabilities = rows.elements[row * columns..<(row + 1) * columns]
      let place = rows.shape[0] == 1 && argument == "initial" ? "" : " in row \(row)"
      if let wrong = probabilities.first(where: { !($0 >= 0) }) {
        throw ArgumentError(argument, "expected no negative probability, found \(plain(wrong))\(place)")
      }
      let sum = probabilities.reduce(0, +)
      guard abs(sum - 1) <= tolerance else {
        throw ArgumentError(
          argument, "expected probabilities that sum to 1, found the sum \(plain(sum))\(place)")
      }
    }
  }

  /// Observations as symbols, or an error if there are none or one is no symbol.
  package func symbols(_ observations: [Double]) throws(ArgumentError) -> [Int] {
    guard !observations.isEmpty else {
      throw ArgumentError("observations", "expected at least one, found none")
    }
    var symbols: [Int] = []
    symbols.reserveCapacity(observations.count)
    for (place, observation) in observations.enumerated() {
      guard let symbol = Int(exactly: observation), 0..<symbolCount ~= symbol else {
        throw ArgumentError(
          "observations",
          "expected whole numbers from 0 to \(symbolCount - 1), found \(plain(observation)) at \(place)")
      }
      symbols.append(symbol)
    }
    return symbols
  }

  /// Draws hidden states, and a symbol in each; two random numbers a step.
  package func sample(
    _ count: Int, with generator: inout Xoshiro256
  ) -> (states: [Int], observations: [Int]) {
    var states: [Int] = []
    var observations: [Int] = []
    for step in 0..<max(0, count) {
      let chances = step == 0 ? initial[...] : row(states[step - 1], of: transition)
      states.append(Self.drawn(from: chances, with: &generator))
      observations.append(Self.drawn(from: row(states[step], of: emission), with: &generator))
    }
    return (states, observations)
  }

  private func row(_ row: Int, of matrix: Tensor) -> ArraySlice<Double> {
    matrix.elements[row * matrix.shape[1]..<(row + 1) * matrix.shape[1]]
  }

  /// The place at which the running sum of probabilities passes a random number.
  private static func drawn(
    from probabilities: ArraySlice<Double>, with generator: inout Xoshiro256
  ) -> Int {
    let chance = generator.unit()
    var sum = 0.0
    var last = 0
    for (place, probability) in probabilities.enumerated() where probability > 0 {
      sum += probability
      last = place
      if chance < sum { break }
    }
    // Where rounding leaves the sum below the chance, the last possible one is taken.
    return last
  }
}
