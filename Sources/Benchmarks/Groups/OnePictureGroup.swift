import Diagnostics

/// The one picture, from the start of a process to a file of 1920 × 1080 pixels.
let onePictureGroup = Group("The one picture, cold process to a PNG of 1920×1080") {
  (bench) throws(Diagnostic) in
  let scene = "Scenes/optimization/one-picture.yaml"
  let floor = "C with Cairo, by hand"
  let race = try Race(
    rounds: bench.rounds,
    ours: Contestant("onepicture") { () throws(Diagnostic) in
      try bench.rendering(scene, to: "one-picture.png").run()
    },
    rivals: [
      bench.floor(called: floor),
      Contestant("matplotlib") { () throws(Diagnostic) in
        try Command(bench.python, try bench.peer("matplotlib/w1.py"), bench.file("matplotlib.png")).run()
      },
    ])
  return [
    race.finding("time", in: .milliseconds, { $0.wall * 1e3 }, against: floor, goal: .atMost(1.4)),
    race.finding("processor time", in: .milliseconds, { $0.cpu * 1e3 }, against: floor),
    race.finding("time", in: .milliseconds, { $0.wall * 1e3 }, against: "matplotlib", goal: .faster(11)),
    race.finding("processor time", in: .milliseconds, { $0.cpu * 1e3 }, against: "matplotlib"),
    race.finding("peak memory", in: .megabytes, { $0.peak }, limit: 60),
    race.finding("peak memory", in: .megabytes, { $0.peak }, against: floor),
    race.finding("peak memory", in: .megabytes, { $0.peak }, against: "matplotlib"),
  ]
}

extension Bench {
  /// `onepicture render` of a scene to a PNG file in the temporary folder.
  func rendering(_ scene: String, to name: String) -> Command {
    Command(onePicture, "render", scene, "--quiet", "-f", "png", "-o", file(name))
  }

  /// The same picture in C without parser, layout or formulas; bands filled as polygons, as ours are.
  fileprivate func floor(called name: String) -> Contestant<ProcessCost> {
    let program = Result { () throws(Diagnostic) in try compiled("c/w1.c", packages: "cairo libdeflate") }
    return Contestant(name) { () throws(Diagnostic) in
      try program.get().with(file("floor.png"), environment: ["POLY=1"]).run()
    }
  }
}
