internal import Diagnostics
internal import MathCore

/// Arguments and fields of what looks ahead.
extension Call {
  /// The number of steps ahead, whose forecast is paid for.
  func horizon(_ index: Int, in evaluation: inout Evaluation) throws(Diagnostic) -> Int {
    let horizon = try integer(index, in: 0...100_000)
    try evaluation.chargeOperations(10 * horizon, times: horizon, at: place)
    try evaluation.chargeElements([horizon, 4], at: place)
    return horizon
  }

  /// A probability that is neither 0 nor 1.
  func probability(_ index: Int) throws(Diagnostic) -> Double {
    let probability = try number(index)
    guard probability > 0, probability < 1 else {
      throw mistake(index, "expected a probability between 0 and 1, found \(shortest(probability))")
    }
    return probability
  }
}

extension Forecast {
  /// The fields of a record that tell what comes next.
  func fields(confidence: Double) -> [(name: String, value: Value)] {
    let band = band(confidence)
    return [
      ("forecast", .vector(values)), ("lower", .vector(band.lower)), ("upper", .vector(band.upper)),
      ("deviations", .vector(deviations)),
    ]
  }
}
