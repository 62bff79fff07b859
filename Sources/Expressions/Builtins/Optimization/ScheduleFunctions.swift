internal import Diagnostics
internal import MathCore

/// A function for each schedule of the catalogue; its value is a function of the step.
let scheduleFunctions: [Builtin] = schedules.names.compactMap { name in
  guard let type = schedules[name], let text = texts[name] else { return nil }
  let isLeading = type is any LeadingSchedule.Type
  return Builtin(
    name, type.settings.map(\.parameter) + (isLeading ? [.optional("then")] : []), text.summary,
    Example(text.call, text.result)
  ) { (_, call) throws(Diagnostic) in
    var schedule: any ScheduleFormula = type.init(settings: try call.numbers(for: type.settings))
    if isLeading { schedule = try call.followed(schedule, by: type.settings.count) }
    return .function(
      Function(name: name, body: .schedule(ScheduleFunction(name: name, schedule: schedule))))
  }
}

private let texts: [String: (summary: String, call: String, result: String)] = [
  "constant_schedule": (
    "The same rate at every step.", "constant_schedule(0.1)(0..3)", "[0.1 0.1 0.1 0.1]"
  ),
  "step_schedule": (
    "A rate that falls by a factor every so many steps.", "step_schedule(0.8, every=2, factor=0.5)(0..5)",
    "[0.8 0.8 0.4 0.4 0.2 0.2]"
  ),
  "exponential_schedule": (
    "A rate that is multiplied by the decay in every step.",
    "exponential_schedule(0.8, decay=0.5)(0..3)", "[0.8 0.4 0.2 0.1]"
  ),
  "cosine_schedule": (
    "A rate that falls as half a wave of the cosine, and stays at the final one.",
    "cosine_schedule(0.1, steps=4)(0..5)", "[0.1 0.0853553 0.05 0.0146447 0 0]"
  ),
  "warmup_schedule": (
    "A rate that rises from start·rate over some steps; then the rate, or what another schedule gives.",
    "warmup_schedule(0.1, steps=4, then=exponential_schedule(0.1, decay=0.5))(0..6)",
    "[0 0.025 0.05 0.075 0.1 0.05 0.025]"
  ),
]

extension Call {
  /// A schedule with what follows it: another one, or a rate.
  fileprivate func followed(
    _ schedule: any ScheduleFormula, by index: Int
  ) throws(Diagnostic) -> any ScheduleFormula {
    guard isGiven(index), var leading = schedule as? any LeadingSchedule else { return schedule }
    if case .function(let function) = values[index] {
      guard case .schedule(let next) = function.body else {
        throw mistake(index, "expected a schedule or a rate, found \(function.typeDescription)")
      }
      leading.next = next.schedule
    } else {
      leading.next = ConstantSchedule(settings: [try positive(index)])
    }
    return leading
  }
}
