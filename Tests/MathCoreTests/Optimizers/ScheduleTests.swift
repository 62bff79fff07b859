import Diagnostics
import MathCore
import TestSupport
import Testing

@Suite struct ScheduleTests {
  /// What the pages of PyTorch's schedulers promise for lr = 0.05.
  @Test func `Rates are those of PyTorch's manual`() throws {
    let stairs = try StepSchedule(["rate": 0.05, "every": 30])
    for (step, rate) in [(0, 0.05), (29, 0.05), (30, 0.005), (59, 0.005), (60, 0.0005)] {
      #expect(isClose(stairs.rate(at: step), rate, within: 1e-14))
    }
    let rise = try WarmupSchedule(["rate": 0.05, "steps": 4, "start": 0.5])
    for (step, rate) in [(0, 0.025), (1, 0.03125), (2, 0.0375), (3, 0.04375), (4, 0.05), (9, 0.05)] {
      #expect(isClose(rise.rate(at: step), rate, within: 1e-14))
    }
    let geometric = try ExponentialSchedule(["rate": 0.05, "decay": 0.9])
    var rate = 0.05
    for step in 0..<100 {
      #expect(isClose(geometric.rate(at: step), rate, within: 1e-13))
      rate *= 0.9
    }
  }

  /// The recursion by which PyTorch steps its `CosineAnnealingLR`, which is not the closed form.
  @Test func `The cosine is PyTorch's recursion, and stays at the end`() throws {
    let (steps, final) = (50, 0.01)
    let schedule = try CosineSchedule(["rate": 0.3, "steps": Double(steps), "final": final])
    var rate = 0.3
    for step in 0..<steps {
      #expect(isClose(schedule.rate(at: step), rate, within: 1e-12))
      let (here, next) = (Double(step) / Double(steps), Double(step + 1) / Double(steps))
      rate =
        final + (rate - final) * (1 + UnaryFunction.cosine(.pi * next))
        / (1 + UnaryFunction.cosine(.pi * here))
    }
    #expect(schedule.rate(at: steps) == final && schedule.rate(at: 10 * steps) == final)
    #expect(isClose(schedule.rate(at: steps / 2), (0.3 + final) / 2, within: 1e-14))
  }

  @Test func `What follows a warm-up counts from its own start`() throws {
    var rise = try WarmupSchedule(["rate": 0.4, "steps": 8])
    let next = try CosineSchedule(["rate": 0.4, "steps": 20])
    rise.next = next
    for step in 0..<8 { #expect(rise.rate(at: step) == 0.4 * (Double(step) / 8)) }
    for step in 8..<40 { #expect(rise.rate(at: step) == next.rate(at: step - 8)) }
  }

  @Test(arguments: schedules.names)
  func `Every schedule refuses settings without sense`(_ name: String) throws {
    let type = try #require(schedules[name])
    let good = Dictionary(
      uniqueKeysWithValues: type.settings.map { ($0.name, $0.domain == .fraction ? 0.5 : 2) })
    for setting in type.settings {
      for wrong in [-1, Double.nan, .infinity] + (setting.domain == .count ? [0, 2.5] : []) {
        var named = good
        named[setting.name] = wrong
        let error = #expect(throws: ArgumentError.self) { _ = try type.init(named) }
        #expect(error?.argument == setting.name)
      }
    }
    let schedule = try type.init(good)
    for step in 0..<100 { #expect(schedule.rate(at: step) >= 0) }
  }

  @Test(arguments: optimizers.names)
  func `A rule by a constant schedule is the rule`(_ name: String) throws {
    let type = try #require(optimizers[name])
    try check(type)
    func check<Rule: DescentRule & Configurable>(_ type: Rule.Type) throws {
      func bowl(_ point: [Double]) -> LossAndGradient {
        LossAndGradient(loss: point[0] * point[0], gradient: [2 * point[0]])
      }
      let constant = try ConstantSchedule(["rate": 0.05])
      var landscape = LossFunction(bowl) { _ in [2] }
      let own = Descent(from: [3], with: try Rule(["rate": 0.05]), steps: 30, on: &landscape)
      let scheduled = Descent(
        from: [3], with: Scheduled(try Rule(["rate": 1]), by: constant), steps: 30, on: &landscape)
      #expect(own == scheduled)
      // Also where a network asks for steps from gradients alone.
      if var rule = Scheduled(try Rule(["rate": 1]), by: constant) as? any Optimizer {
        var point = [3.0]
        for _ in 0..<30 { point = rule.step(from: point, gradient: [2 * point[0]]) }
        #expect(point == own.points[30])
      } else {
        #expect(["newton", "line_search"].contains(name))
      }
    }
  }

  @Test func `The steps of a scheduled descent have the schedule's rates`() throws {
    let schedule = try StepSchedule(["rate": 0.4, "every": 2, "factor": 0.5])
    let descent = Descent(from: [1], with: Scheduled(SGD(rate: 9), by: schedule), steps: 6) { point in
      LossAndGradient(loss: point[0], gradient: [1])
    }
    #expect(descent.rates == [0.4, 0.4, 0.2, 0.2, 0.1, 0.1])
    for (found, expected) in zip(descent.points, [1, 0.6, 0.2, 0, -0.2, -0.3, -0.4]) {
      #expect(isClose(found[0], expected, within: 0, absolute: 1e-15))
    }
  }
}
