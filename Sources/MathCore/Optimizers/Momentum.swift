/// Gradient descent with the momentum of a heavy ball: v := μ v + g; w := w − η v, where v starts as g.
///
/// Source: Polyak, "Some methods of speeding up the convergence of iteration methods" (1964); the form is
/// that of `torch.optim.SGD(momentum=…)`, whose velocity does not contain the rate.
package struct Momentum: Optimizer, Configurable {
  package static let settings = [
    Setting("rate", .positive), Setting("momentum", .fraction, standard: 0.9),
  ]

  package var rate: Double
  private let momentum: Double
  private var velocity: [Double] = []

  package init(settings values: [Double]) {
    (rate, momentum) = (values[0], values[1])
  }

  package mutating func step(from position: [Double], gradient: [Double]) -> [Double] {
    velocity = velocity.isEmpty ? gradient : zip(velocity, gradient).map { momentum * $0 + $1 }
    return zip(position, velocity).map { $0 - rate * $1 }
  }
}
