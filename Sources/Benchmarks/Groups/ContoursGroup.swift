import Diagnostics
import MathCore

/// Level lines and regions of the loss, 20 levels on a grid of 1000 × 1000.
let contoursGroup = Group("20 contour levels on a grid of 1000×1000, one core") {
  (bench) throws(Diagnostic) in
  HeldMemory.hold()
  let loss = try Loss()
  let grid = ScalarGrid(
    xs: loss.xs, ys: loss.ys, values: loss.value.onGrid(columns: loss.xs, rows: loss.ys)[0])
  let levels = (1...20).map { 0.225 * Double($0 * $0) }
  let (contourpy, floor) = ("contourpy, serial", "C, one pass, unjoined")
  let race = try Race(
    rounds: bench.rounds,
    ours: Contestant("onepicture") { () throws(Diagnostic) in
      var times = Measurements()
      times["lines"] = medianTime { grid.contourLines(at: levels) } * 1e3
      times["regions"] = medianTime { grid.contourRegions(at: levels) } * 1e3
      return times
    },
    rivals: [
      Contestant(contourpy) { () throws(Diagnostic) in
        try bench.measurements(ofPython: Snippets.contourpy)
      },
      bench.contourFloor(called: floor),
    ])
  return [
    race.finding("lines", in: .milliseconds, { $0["lines"] }, against: contourpy, goal: .faster(3)),
    race.finding("regions", in: .milliseconds, { $0["regions"] }, against: contourpy, goal: .faster(3)),
    race.finding("lines", in: .milliseconds, { $0["lines"] }, against: floor),
  ]
}

extension Bench {
  /// Segments only; joining them into lines is what it leaves out.
  fileprivate func contourFloor(called name: String) -> Contestant<Measurements> {
    let program = Result { () throws(Diagnostic) in try compiled("c/contour.c") }
    let output = file("contour-floor")
    return Contestant(name) { () throws(Diagnostic) in
      let printed = try program.get().with(environment: [HeldMemory.setting]).output(in: output)
      // "one pass, class per point     median    1.80 ms min    1.70  70078 points"
      let words = printed.split(separator: "\n").last?.split(separator: " ") ?? []
      var times = Measurements()
      if let place = words.firstIndex(of: "median"), place + 1 < words.count {
        times["lines"] = Double(words[place + 1]) ?? .nan
      }
      return times
    }
  }
}
