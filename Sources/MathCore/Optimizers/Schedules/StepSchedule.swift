/// A staircase: η factor^⌊k / every⌋.
///
/// Source: the closed form of `torch.optim.lr_scheduler.StepLR`, with its `gamma` as the factor.
package struct StepSchedule: ScheduleFormula, Configurable {
  package static let settings = [
    Setting("rate", .positive), Setting("every", .count), Setting("factor", .positive, standard: 0.1),
  ]

  private let rate: Double
  private let every: Double
  private let factor: Double

  package init(settings values: [Double]) {
    (rate, every, factor) = (values[0], values[1], values[2])
  }

  package func rate<Number: RealNumber>(at step: Number) -> Number {
    let stair = (step / every).applying(.floor)
    return rate * step.constant(factor).applying(.power, with: stair)
  }
}
