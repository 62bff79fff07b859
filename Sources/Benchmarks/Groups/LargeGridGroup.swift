import Diagnostics
import MathCore

/// The loss, written as in a scene, at sixteen million points, where memory is what is slow.
let largeGridGroup = Group("The loss on 4000×4000 points, one core") { (bench) throws(Diagnostic) in
  HeldMemory.hold()
  let loss = try Loss(side: 4000)
  let race = try Race(
    rounds: bench.rounds, ours: contestant(loss),
    rivals: [
      Contestant(numpy) { () throws(Diagnostic) in try bench.measurements(ofPython: Snippets.largeNumPy) }
    ])
  func ratio(_ name: String) -> Finding {
    Finding(
      "value and gradient \(name)",
      Quantity(race.median { $0["\(name)-gradient"] }, .nanosecondsPerPoint), against: "the value alone",
      Quantity(race.median { $0[name] }, .nanosecondsPerPoint),
      ratio: race.median { $0["\(name)-gradient"] / $0[name] }, goal: .atMost(2.2))
  }
  return [
    race.finding("value at every point", in: .nanosecondsPerPoint, { $0["points"] }, limit: 2),
    race.finding("value on the grid", in: .nanosecondsPerPoint, { $0["grid"] }, limit: 1),
    race.finding("value at every point", in: .nanosecondsPerPoint, { $0["points"] }, against: numpy),
    ratio("points"), ratio("grid"),
    // A tenth of what JAX's compiled differentiation takes on a machine of this kind.
    race.finding(
      "value and gradient at every point", in: .nanosecondsPerPoint, { $0["points-gradient"] }, limit: 2.7,
      called: "JAX / 10"),
  ]
}

private let numpy = "NumPy"

private func contestant(_ loss: Loss) -> Contestant<Measurements> {
  let cloud = loss.cloud
  let perPoint = 1e9 / Double(cloud[0].count)
  return Contestant("onepicture") {
    var times = Measurements()
    times["points"] = perPoint * medianTime(of: 3) { loss.value.onPoints(cloud) }
    times["grid"] = perPoint * medianTime(of: 3) { loss.value.onGrid(columns: loss.xs, rows: loss.ys) }
    times["points-gradient"] = perPoint * medianTime(of: 3) { loss.valueAndGradient.onPoints(cloud) }
    times["grid-gradient"] =
      perPoint * medianTime(of: 3) { loss.valueAndGradient.onGrid(columns: loss.xs, rows: loss.ys) }
    return times
  }
}
