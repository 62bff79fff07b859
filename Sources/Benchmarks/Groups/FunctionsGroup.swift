import Diagnostics
import MathCore

/// The loss, written as in a scene, at a million points.
let functionsGroup = Group("The loss on 1000×1000 points, one core") { (bench) throws(Diagnostic) in
  HeldMemory.hold()
  let race = try Race(
    rounds: bench.rounds, ours: try contestant(),
    rivals: [
      Contestant(numpy) { () throws(Diagnostic) in try bench.measurements(ofPython: Snippets.numpy) },
      Contestant(numexpr) { () throws(Diagnostic) in try bench.measurements(ofPython: Snippets.numexpr) },
    ])
  return findings(race)
}

private let (numpy, numexpr) = ("NumPy", "numexpr")

/// Nanoseconds a point of the value, and of value and gradient, at unrelated points and over a grid.
private func contestant() throws(Diagnostic) -> Contestant<Measurements> {
  let loss = try Loss()
  let cloud = loss.cloud
  let perPoint = 1e9 / Double(cloud[0].count)
  return Contestant("onepicture") { () throws(Diagnostic) in
    var times = Measurements()
    times["points"] = perPoint * medianTime { loss.value.onPoints(cloud) }
    times["points-gradient"] = perPoint * medianTime { loss.valueAndGradient.onPoints(cloud) }
    times["grid"] = perPoint * medianTime { loss.value.onGrid(columns: loss.xs, rows: loss.ys) }
    times["grid-gradient"] =
      perPoint * medianTime { loss.valueAndGradient.onGrid(columns: loss.xs, rows: loss.ys) }
    return times
  }
}

private func findings(_ race: Race<Measurements>) -> [Finding] {
  func finding(
    _ subject: String, _ name: String, against rival: String, goal: Goal? = nil
  ) -> Finding {
    race.finding(subject, in: .nanosecondsPerPoint, { $0[name] }, against: rival, goal: goal)
  }
  func costOfGradient(_ subject: String, _ name: String, goal: Goal? = nil) -> Finding {
    let both = race.median { $0["\(name)-gradient"] }
    let ratio = race.median { $0["\(name)-gradient"] / $0[name] }
    return Finding(
      subject, Quantity(both, .nanosecondsPerPoint), against: "the value alone",
      Quantity(race.median { $0[name] }, .nanosecondsPerPoint), ratio: ratio, goal: goal)
  }
  return [
    race.finding("value at every point", in: .nanosecondsPerPoint, { $0["points"] }, limit: 3.5),
    finding("value at every point", "points", against: numpy, goal: .faster(1)),
    finding("value at every point", "points", against: numexpr, goal: .faster(1)),
    finding("value on the grid", "grid", against: numpy, goal: .faster(1)),
    finding("value on the grid", "grid", against: numexpr),
    costOfGradient("value and gradient at every point", "points", goal: .atMost(2.5)),
    costOfGradient("value and gradient on the grid", "grid"),
    finding("value and gradient at every point", "points-gradient", against: numpy),
    finding("value and gradient on the grid", "grid-gradient", against: numpy),
  ]
}
