/// What is read off the numbers z that come out of a network.
package enum NetworkReading: Sendable {
  /// The numbers themselves.
  case outputs
  /// How much speaks for the second of two classes, z₁ − z₀; of more classes, their numbers.
  case score
  /// The probability of the second of two classes; of more classes, softmax(z).
  case probability
  /// The number that stands for the class with the largest z, the first one of several.
  case choice([Double])

  /// How many numbers it makes of so many.
  package func count(of outputs: Int) -> Int {
    switch self {
    case .outputs: outputs
    case .score, .probability: outputs == 2 ? 1 : outputs
    case .choice: 1
    }
  }

  /// The numbers that are read off, as a formula.
  package func callAsFunction<Number: RealNumber>(_ z: [Number]) -> [Number] {
    switch self {
    case .outputs: return z
    case .score: return z.count == 2 ? [z[1] - z[0]] : z
    case .probability: return z.count == 2 ? [(z[1] - z[0]).applying(.sigmoid)] : softmax(z)
    case .choice(let classes): return [chosenClass(z, of: classes)]
    }
  }

  private func softmax<Number: RealNumber>(_ z: [Number]) -> [Number] {
    let top = z.dropFirst().reduce(z[0]) { $0.applying(.maximum, with: $1) }
    let powers = z.map { ($0 - top).applying(.exponential) }
    let sum = powers.dropFirst().reduce(powers[0]) { $0 + $1 }
    return powers.map { $0 / sum }
  }
}

extension MultilayerPerceptron {
  /// What is read off at rows of data, row by row.
  package func values(_ reading: NetworkReading, at points: [Double], _ count: Int) -> [Double] {
    let outputs = outputs(at: points, count)
    guard case .outputs = reading else {
      let width = sizes[sizes.count - 1]
      return stride(from: 0, to: outputs.count, by: width).flatMap {
        reading(Array(outputs[$0..<$0 + width]))
      }
    }
    return outputs
  }
}
