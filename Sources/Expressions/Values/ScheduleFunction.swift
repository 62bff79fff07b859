internal import MathCore

/// A schedule of learning rates, which is a function of the step.
struct ScheduleFunction: Sendable {
  /// What users call it.
  let name: String
  let schedule: any ScheduleFormula

  /// It as a function that is called, drawn and recorded like those of models.
  var model: ModelFunction {
    ModelFunction(
      name, coordinates: ["step"], work: 64, formula: { [schedule.rate(at: $0[0])] },
      values: { steps, _ in steps.map { schedule.rate(at: $0) } })
  }
}

/// A function of the language as a schedule.
struct RateFunction: RateSchedule {
  let function: CompiledFunction

  func rate(at step: Int) -> Double { function.at([Double(step)])[0] }
}
