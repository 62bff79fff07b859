/// Momentum that looks ahead: v := μ v + g; w := w − η (g + μ v), where v starts as g.
///
/// Source: Nesterov (1983), in the form of Sutskever et al., "On the importance of initialization and
/// momentum in deep learning" (2013), as `torch.optim.SGD(nesterov=True)` has it.
package struct Nesterov: Optimizer, Configurable {
  package static let settings = Momentum.settings

  package var rate: Double
  private let momentum: Double
  private var velocity: [Double] = []

  package init(settings values: [Double]) {
    (rate, momentum) = (values[0], values[1])
  }

  package mutating func step(from position: [Double], gradient: [Double]) -> [Double] {
    velocity = velocity.isEmpty ? gradient : zip(velocity, gradient).map { momentum * $0 + $1 }
    return position.indices.map { i in
      position[i] - rate * (gradient[i] + momentum * velocity[i])
    }
  }
}
