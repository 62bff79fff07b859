/// A geometric sequence: η decayᵏ.
///
/// Source: the closed form of `torch.optim.lr_scheduler.ExponentialLR`, with its `gamma` as the decay.
package struct ExponentialSchedule: ScheduleFormula, Configurable {
  package static let settings = [Setting("rate", .positive), Setting("decay", .positive)]

  private let rate: Double
  private let decay: Double

  package init(settings values: [Double]) {
    (rate, decay) = (values[0], values[1])
  }

  package func rate<Number: RealNumber>(at step: Number) -> Number {
    rate * step.constant(decay).applying(.power, with: step)
  }
}
