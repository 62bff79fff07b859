/// A straight rise from a part of the rate to all of it: η (start + (1 − start) k / steps); then what follows.
///
/// What follows counts its own steps from 0.
/// Source: the closed form of `torch.optim.lr_scheduler.LinearLR`, with its `start_factor` as the start, and
/// followed as by `SequentialLR`; from 0 as in Vaswani et al., "Attention is all you need" (2017).
package struct WarmupSchedule: LeadingSchedule, Configurable {
  package static let settings = [
    Setting("rate", .positive), Setting("steps", .count), Setting("start", .fraction, standard: 0),
  ]

  package var next: (any ScheduleFormula)?
  private let rate: Double
  private let steps: Double
  private let start: Double

  package init(settings values: [Double]) {
    (rate, steps, start) = (values[0], values[1], values[2])
  }

  package func rate<Number: RealNumber>(at step: Number) -> Number {
    let end = step.constant(steps)
    let part = step.applying(.minimum, with: end) / steps
    let rise = rate * ((1 - start) * part + start)
    guard let next else { return rise }
    return step.applying(.less, with: end).choosing(rise, else: next.rate(at: step - steps))
  }
}
