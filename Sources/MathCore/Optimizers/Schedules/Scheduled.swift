/// A rule whose rate is that of a schedule, step by step.
package struct Scheduled<Rule: DescentRule>: DescentRule {
  package static var needsHessian: Bool { Rule.needsHessian }

  /// The rate of the next step; the schedule sets it anew after each one.
  package var rate: Double {
    get { rule.rate }
    set { rule.rate = newValue }
  }
  private var rule: Rule
  private let schedule: any RateSchedule
  private var steps = 0

  /// A rule before its first step, whose own rate does not count.
  package init(_ rule: Rule, by schedule: any RateSchedule) {
    self.rule = rule
    self.schedule = schedule
    self.rule.rate = schedule.rate(at: 0)
  }

  package mutating func step<Ground: Landscape & ~Copyable>(
    from position: [Double], _ here: LossAndGradient, on landscape: inout Ground
  ) throws(Ground.Failure) -> (point: [Double], rate: Double) {
    let next = try rule.step(from: position, here, on: &landscape)
    advance()
    return next
  }

  private mutating func advance() {
    steps += 1
    rule.rate = schedule.rate(at: steps)
  }
}

extension Scheduled: Optimizer where Rule: Optimizer {
  package mutating func step(from position: [Double], gradient: [Double]) -> [Double] {
    let next = rule.step(from: position, gradient: gradient)
    advance()
    return next
  }
}
