internal import Diagnostics

/// What the statistics ask of their numbers before they compute.
///
/// `argument` is the parameter's name in the language.
enum SampleCheck {
  /// Throws unless there are enough numbers, all of them finite.
  static func numbers(
    _ x: [Double], _ argument: String, atLeast least: Int = 1
  ) throws(ArgumentError) {
    guard x.count >= least else {
      throw ArgumentError(
        argument,
        "expected at least \(least == 1 ? "one number" : "\(least) numbers"), found "
          + (x.isEmpty ? "none" : "\(x.count)"))
    }
    if let place = x.firstIndex(where: { !$0.isFinite }) {
      throw ArgumentError(argument, "expected finite numbers, found \(plain(x[place])) at \(place)")
    }
  }

  /// Throws unless a sample is as long as another one.
  static func sameCount(
    _ count: Int, _ argument: String, as other: Int, of partner: String
  ) throws(ArgumentError) {
    guard count == other else {
      throw ArgumentError(
        argument, "expected as many elements as \(partner) has, found \(count) for \(other)")
    }
  }

  /// Throws unless a number lies strictly between 0 and 1.
  static func fraction(_ number: Double, _ argument: String) throws(ArgumentError) {
    guard number > 0, number < 1 else {
      throw ArgumentError(argument, "expected more than 0 and less than 1, found \(plain(number))")
    }
  }

  /// Throws unless a number is finite and greater than 0.
  static func positive(_ number: Double, _ argument: String) throws(ArgumentError) {
    guard number > 0, number.isFinite else {
      throw ArgumentError(argument, "expected a finite number of more than 0, found \(plain(number))")
    }
  }

  /// Throws unless all numbers are probabilities.
  static func probabilities(_ p: [Double], _ argument: String) throws(ArgumentError) {
    if let place = p.firstIndex(where: { !($0 >= 0 && $0 <= 1) }) {
      throw ArgumentError(
        argument, "expected probabilities from 0 to 1, found \(plain(p[place])) at \(place)")
    }
  }
}

/// The sum in NumPy's pairwise order, whose error grows with the logarithm of the count.
func pairwiseSum(_ x: [Double]) -> Double {
  Tensor(x).reduced(.sum, axes: [0]).elements[0]
}

/// Whether all numbers are the same one.
func isConstant(_ x: [Double]) -> Bool {
  guard let first = x.first else { return true }
  return x.allSatisfy { $0 == first }
}
