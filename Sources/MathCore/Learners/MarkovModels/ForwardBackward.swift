internal import Glibc

/// What the forward or the backward algorithm finds, as logarithms that no length underflows.
package struct ProbabilityPass: Hashable, Sendable {
  /// For each time, the logarithm of each state's share; row by row, each of which sums to 1.
  package private(set) var shares: [Double] = []
  /// For each time, the logarithm of the sum that its shares are of.
  package private(set) var sums: [Double] = []

  /// The logarithm of one state's entry at one time: log α or log β.
  package func logarithm(_ time: Int, _ state: Int) -> Double {
    shares[time * (shares.count / sums.count) + state] + sums[time]
  }

  /// The shares themselves, a row for each time.
  package var probabilities: [Double] { shares.map { exp($0) } }

  fileprivate init() {}

  fileprivate mutating func append(_ entries: [Double], _ carried: Double) -> (shares: [Double], Double) {
    let sum = logarithmOfSum(entries)
    // A sequence that no path gives stays at probability 0.
    let normalized = sum > -.infinity ? entries.map { $0 - sum } : entries
    shares += normalized
    sums.append(carried + sum)
    return (normalized, carried + sum)
  }

  fileprivate mutating func reverse() {
    let count = shares.count / max(sums.count, 1)
    shares = sums.indices.reversed().flatMap { shares[$0 * count..<($0 + 1) * count] }
    sums.reverse()
  }
}

extension HiddenMarkovModel {
  /// αₜ(i): the probability of what is seen up to time t, with state i then.
  ///
  /// Its shares are the filtered probabilities of the states, and its last sum the logarithm of the
  /// likelihood, −∞ for what the model cannot produce. Source: Rabiner (1989), equations 19–21, in logarithms.
  package func forward(_ observations: [Int]) -> ProbabilityPass {
    let product = LogarithmicProduct(transition, transposed: false)
    let emissions = logarithmicEmissions
    var pass = ProbabilityPass()
    var (shares, sum) = (initial.map { log($0) }, 0.0)
    for (time, symbol) in observations.enumerated() {
      let before = time == 0 ? shares : product(shares)
      (shares, sum) = pass.append(zip(before, emissions[symbol]).map { $0 + $1 }, sum)
    }
    return pass
  }

  /// βₜ(i): the probability of what is seen after time t, given state i then.
  ///
  /// Source: Rabiner (1989), equations 24–25, in logarithms.
  package func backward(_ observations: [Int]) -> ProbabilityPass {
    let product = LogarithmicProduct(transition, transposed: true)
    let emissions = logarithmicEmissions
    var pass = ProbabilityPass()
    var (shares, sum) = pass.append([Double](repeating: 0, count: stateCount), 0)
    for symbol in observations.dropFirst().reversed() {
      (shares, sum) = pass.append(product(zip(shares, emissions[symbol]).map { $0 + $1 }), sum)
    }
    pass.reverse()
    return pass
  }

  /// γₜ(i): the probability of state i at time t, given all that is seen; a row for each time.
  ///
  /// NaN if the model cannot produce what is seen.
  package func posterior(_ observations: [Int]) -> [Double] {
    posterior(forward(observations), backward(observations))
  }

  func posterior(_ forward: ProbabilityPass, _ backward: ProbabilityPass) -> [Double] {
    var rows: [Double] = []
    rows.reserveCapacity(forward.shares.count)
    for start in stride(from: 0, to: forward.shares.count, by: stateCount) {
      let joint = (start..<start + stateCount).map { forward.shares[$0] + backward.shares[$0] }
      let sum = logarithmOfSum(joint)
      rows += joint.map { exp($0 - sum) }
    }
    return rows
  }

  /// For each symbol, the logarithms of its probability in each state.
  var logarithmicEmissions: [[Double]] {
    (0..<symbolCount).map { symbol in
      (0..<stateCount).map { log(emission.elements[$0 * symbolCount + symbol]) }
    }
  }
}
