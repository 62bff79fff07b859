/// Gradient descent that looks before each step: the rate shrinks until the loss falls enough.
///
/// w := w − α g with the first α of rate, rate · shrink, rate · shrink², … for which
/// L(w − α g) ≤ L(w) − c α ‖g‖² (Armijo's condition). Where the loss cannot be lowered in floating point, the
/// point stays.
/// Source: Nocedal and Wright, "Numerical optimization" (2006), algorithm 3.1 with the steepest descent.
package struct Backtracking: DescentRule, Configurable {
  package static let settings = [
    Setting("rate", .positive, standard: 1), Setting("shrink", .properFraction, standard: 0.5),
    Setting("c", .properFraction, standard: 1e-4),
  ]
  /// The most rates that one step tries.
  private static let trialLimit = 1000

  package var rate: Double
  private let shrink: Double
  private let c: Double

  package init(settings values: [Double]) {
    (rate, shrink, c) = (values[0], values[1], values[2])
  }

  package func step<Ground: Landscape & ~Copyable>(
    from position: [Double], _ here: LossAndGradient, on landscape: inout Ground
  ) throws(Ground.Failure) -> (point: [Double], rate: Double) {
    let slope = here.gradient.reduce(0) { $0 + $1 * $1 }
    var rate = rate
    for _ in 0..<Self.trialLimit {
      let point = zip(position, here.gradient).map { $0 - rate * $1 }
      if point == position { break }
      if try landscape.at(point).loss <= here.loss - c * rate * slope { return (point, rate) }
      rate *= shrink
    }
    return (position, 0)
  }
}
