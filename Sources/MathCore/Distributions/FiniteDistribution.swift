internal import Diagnostics

/// A distribution of finitely many numbers, each with a probability of its own.
package struct FiniteDistribution: Distribution {
  /// The numbers, ascending.
  package let values: [Double]
  /// The probability of each.
  package let masses: [Double]
  /// For each number, the probability of what is up to it, and of what is beyond.
  private let lower: [Double]
  private let upper: [Double]

  /// At least one value, ascending; masses that sum to 1, but for rounding.
  init(values: [Double], masses: [Double]) {
    self.values = values
    self.masses = masses
    var (lower, upper) = (masses, masses)
    for i in masses.indices.dropFirst() { lower[i] += lower[i - 1] }
    for i in masses.indices.reversed().dropFirst() { upper[i] += upper[i + 1] }
    lower[lower.count - 1] = 1
    self.lower = lower
    self.upper = upper.dropFirst() + [0]
  }

  package var isDiscrete: Bool { true }
  package var support: ClosedRange<Double> { values[0]...values[values.count - 1] }

  package func atoms(in range: ClosedRange<Double>, upTo limit: Int) -> [Double]? {
    let atoms = values.filter(range.contains)
    return atoms.count <= limit ? atoms : nil
  }

  package func density<Number: RealNumber>(at x: Number) -> Number {
    chosen(x, 0, masses) { x, value in x.isEqual(to: value) }
  }

  package func logDensity<Number: RealNumber>(at x: Number) -> Number {
    density(at: x).applying(.logarithm)
  }

  package func cumulative<Number: RealNumber>(at x: Number) -> Number {
    chosen(x, 0, lower) { x, value in x.isAtLeast(x.constant(value)) }
  }

  package func survival<Number: RealNumber>(at x: Number) -> Number {
    chosen(x, 1, upper) { x, value in x.isAtLeast(x.constant(value)) }
  }

  /// The entry of the last value for which a condition holds, or `start` if it holds for none.
  private func chosen<Number: RealNumber>(
    _ x: Number, _ start: Double, _ entries: [Double], _ condition: (Number, Double) -> Number
  ) -> Number {
    if let number = x as? Double {
      // A number is looked up; what is recorded chooses among all.
      let place = firstIndex { $0 > number } - 1
      let isFound = place >= 0 && condition(x, values[place]) as? Double != 0
      return x.constant(number.isNaN ? .nan : isFound ? entries[place] : start)
    }
    var result = x.constant(start)
    for (value, entry) in zip(values, entries) {
      result = condition(x, value).choosing(x.constant(entry), else: result)
    }
    return x.applying(.isNaN).choosing(x, else: result)
  }

  /// The least value with a probability of at least `p` up to it, as for other discrete distributions.
  package func quantile(at p: Double) -> Double {
    guard p >= 0, p <= 1 else { return .nan }
    let goal = p - 16 * Double.ulpOfOne * p
    var (low, high) = (0, values.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if lower[middle] >= goal { high = middle } else { low = middle + 1 }
    }
    return values[low]
  }

  private func firstIndex(where isBeyond: (Double) -> Bool) -> Int {
    var (low, high) = (0, values.count)
    while low < high {
      let middle = (low + high) / 2
      if isBeyond(values[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  package var mean: Double { zip(values, masses).reduce(0) { $0 + $1.0 * $1.1 } }

  package var variance: Double {
    let mean = mean
    return zip(values, masses).reduce(0) { $0 + $1.1 * ($1.0 - mean) * ($1.0 - mean) }
  }

  package var entropy: Double {
    masses.reduce(0) { $1 > 0 ? $0 - $1 * UnaryFunction.logarithm($1) : $0 }
  }
}

/// Checks that numbers are probabilities of which one must happen.
func checkProbabilities(_ numbers: [Double], _ argument: String) throws(ArgumentError) {
  guard !numbers.isEmpty else {
    throw ArgumentError(argument, "expected at least one probability, found none")
  }
  for (place, number) in numbers.enumerated() where !(number >= 0 && number <= 1) {
    throw ArgumentError(argument, "expected probabilities in 0…1, found \(number) at \(place)")
  }
  let sum = numbers.reduce(0, +)
  guard abs(sum - 1) <= 1e-9 else {
    throw ArgumentError(
      argument, "expected probabilities that sum to 1, found a sum of \(sum)",
      help: "divide them by their sum")
  }
}
