/// Half a wave from the rate down to a final one: η₁ + ½ (η − η₁)(1 + cos(π k / steps)), and η₁ from then on.
///
/// Source: Loshchilov and Hutter, "SGDR: stochastic gradient descent with warm restarts" (2017), equation 5,
/// as `torch.optim.lr_scheduler.CosineAnnealingLR`, whose rate rises again after its steps; this one stays.
package struct CosineSchedule: ScheduleFormula, Configurable {
  package static let settings = [
    Setting("rate", .positive), Setting("steps", .count), Setting("final", .notNegative, standard: 0),
  ]

  private let rate: Double
  private let steps: Double
  private let final: Double

  package init(settings values: [Double]) {
    (rate, steps, final) = (values[0], values[1], values[2])
  }

  package func rate<Number: RealNumber>(at step: Number) -> Number {
    let part = step.applying(.minimum, with: step.constant(steps)) / steps
    let wave = (Double.pi * part).applying(.cosine) + 1
    return 0.5 * (rate - final) * wave + final
  }
}
