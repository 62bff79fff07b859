/// Learning rates that change from step to step.
package protocol RateSchedule: Sendable {
  /// The rate of a step, 0 being the first one.
  func rate(at step: Int) -> Double
}

/// A schedule that is a formula, so that it can be drawn and computed with as a function of the step.
package protocol ScheduleFormula: RateSchedule {
  /// The rate at a step, also between two.
  func rate<Number: RealNumber>(at step: Number) -> Number
}

/// A schedule that ends after its steps, and that another one may follow.
package protocol LeadingSchedule: ScheduleFormula {
  /// What follows; `nil` if the last rate stays.
  var next: (any ScheduleFormula)? { get set }
}

extension ScheduleFormula {
  package func rate(at step: Int) -> Double { rate(at: Double(step)) }
}
