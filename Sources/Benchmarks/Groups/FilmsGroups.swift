import Diagnostics
import Glibc

/// A path that grows over a still contour map: 240 frames, as files.
let stillFilmGroup = Group("A path over a still map, 240 PNG frames of 1920×1080, processes") {
  (bench) throws(Diagnostic) in
  try bench.filmFindings(
    walk: "path_to(walk.points, floor(frame/4))", phase: "0", floor: "path",
    rivals: ["blit-cv2", "blit", "naive"],
    goals: (floor: .faster(1), best: .faster(8)))
}

/// The same over a surface that changes in every frame.
let movingFilmGroup = Group("A path over a moving surface, 240 PNG frames of 1920×1080, processes") {
  (bench) throws(Diagnostic) in
  try bench.filmFindings(
    walk: "path_to(walk.points, floor(frame/4))", phase: "0.02*frame", floor: "surface",
    rivals: ["surface-fast-cv2", "surface-fast"], goals: (floor: .faster(1), best: .faster(5)))
}

/// Whether a long film stays within its memory: a small one, because only the number of frames matters.
let longFilmGroup = Group("10 000 frames of a small film") { (bench) throws(Diagnostic) in
  let scene = try bench.filmScene(frames: 10_000, walk: "path_to(walk.points, 60*t)", phase: "sin(6*t)")
  func peak(_ frames: String) throws(Diagnostic) -> Double {
    let folder = bench.file("long-\(frames)")
    let command = Command(
      bench.onePicture, "film", scene, "--quiet", "--jobs", "1", "--scale", "0.1", "--frames", frames, "-o",
      folder)
    let cost = try command.run()
    try Command("rm", "-r", folder).run()
    return cost.peak
  }
  let growth = try peak("0..9999") - peak("0..99")
  return [Finding("memory of all, less that of the first hundred", Quantity(growth, .megabytes), limit: 20)]
}

extension Bench {
  /// The one picture as a film, with expressions for the path shown and for the surface's phase.
  fileprivate func filmScene(frames: Int, walk: String, phase: String) throws(Diagnostic) -> String {
    try written(
      """
      title: A model that learns walks downhill
      film: {frames: \(frames), fps: 30}
      let:
        L(w1, w2): (1 - w1)^2 + 4*(w2 - w1^2/2)^2 + 0.3*sin(3*w1 + \(phase))
        walk: descend(L, from=[-1.8, 2], with=sgd(rate=0.03), steps=60)
      axes:
        x: {label: $w_1$, domain: [-2.5, 2.5]}
        y: {label: $w_2$, domain: [-1.5, 2.5]}
      draw:
        - contours: L
          levels: 14
          spacing: square
          fill: true
          colorbar: loss $L$
        - arrows: grad(L)
          grid: [15, 12]
          length: square-root
        - path: \(walk)
          marker: dot
      notation: $w := w - \\eta\\,\\nabla L(w)$

      """, to: "film-\(frames).yaml")
  }

  /// The seconds of a whole film on one core and on two, against those of others.
  fileprivate func filmFindings(
    walk: String, phase: String, floor: String, rivals: [String], goals: (floor: Goal, best: Goal)
  ) throws(Diagnostic) -> [Finding] {
    let scene = try filmScene(frames: 240, walk: walk, phase: phase)
    func film(jobs: Int) -> Contestant<ProcessCost> {
      let folder = file("film")
      return Contestant("\(jobs) jobs") { () throws(Diagnostic) in
        let command = Command(
          onePicture, "film", scene, "--quiet", "--force", "--jobs", "\(jobs)", "-o", folder)
        return try command.run()
      }
    }
    let peers = "C with Cairo, by hand"
    let race = try Race(
      rounds: max(rounds / 3, 1), ours: film(jobs: 1),
      rivals: [try filmFloor(floor, called: peers), film(jobs: 2)]
        + rivals.map { mode in
          Contestant("matplotlib, \(mode)") { () throws(Diagnostic) in
            try Command(python, try peer("matplotlib/w4.py"), mode, file("matplotlib"), "240").run()
          }
        })
    return [
      race.finding(
        "one core, a frame", in: .milliseconds, { $0.cpu * 1e3 / 240 }, against: peers, goal: goals.floor),
      race.finding("one core, all", in: .milliseconds, { $0.wall * 1e3 }, against: peers),
      race.finding("one core to two", in: .milliseconds, { $0.wall * 1e3 }, against: "2 jobs"),
      race.finding("peak memory", in: .megabytes, { $0.peak }, against: peers),
    ]
      + rivals.map { mode in
        race.finding(
          "one core, all", in: .milliseconds, { $0.wall * 1e3 }, against: "matplotlib, \(mode)",
          goal: goals.best)
      }
  }

  private func filmFloor(_ mode: String, called name: String) throws(Diagnostic) -> Contestant<ProcessCost> {
    let program = Result { () throws(Diagnostic) in try compiled("c/w1.c", packages: "cairo libdeflate") }
    let folder = file("floor-\(mode)")
    try Command("mkdir", "-p", folder).run()
    return Contestant(name) { () throws(Diagnostic) in
      try program.get().with(file("unused.png"), "240", folder, mode, environment: ["POLY=1"]).run()
    }
  }
}
