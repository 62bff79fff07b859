/// The same rate at every step, for comparisons with others.
package struct ConstantSchedule: ScheduleFormula, Configurable {
  package static let settings = [Setting("rate", .positive)]

  private let rate: Double

  package init(settings values: [Double]) {
    rate = values[0]
  }

  package func rate<Number: RealNumber>(at step: Number) -> Number { step.constant(rate) }
}
