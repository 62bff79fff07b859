package import Diagnostics

/// All schedules by the names that users write.
///
/// They end in `_schedule`, as `step`, `exponential` and `constant` are something else in mathematics.
package let schedules = Catalogue<any (ScheduleFormula & Configurable).Type>(
  "schedule",
  [
    "constant_schedule": ConstantSchedule.self,
    "step_schedule": StepSchedule.self,
    "exponential_schedule": ExponentialSchedule.self,
    "cosine_schedule": CosineSchedule.self,
    "warmup_schedule": WarmupSchedule.self,
  ])
