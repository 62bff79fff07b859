/// Adam with decoupled weight decay: w := w − η λ w, and then Adam's step.
///
/// Source: Loshchilov and Hutter, "Decoupled weight decay regularization" (2019), algorithm 2; defaults of
/// `torch.optim.AdamW`, in which the schedule's factor is part of the rate η.
package struct AdamW: Optimizer, Configurable {
  package static let settings =
    Adam.settings + [Setting("weight_decay", .notNegative, standard: 0.01)]

  package var rate: Double
  private let weightDecay: Double
  private var moments: Moments

  package init(settings values: [Double]) {
    rate = values[0]
    moments = Moments(values[1...])
    weightDecay = values[4]
  }

  package mutating func step(from position: [Double], gradient: [Double]) -> [Double] {
    moments.add(gradient)
    let kept = 1 - rate * weightDecay
    return zip(position, moments.adamStep(rate, over: moments.square)).map { kept * $0 - $1 }
  }
}
