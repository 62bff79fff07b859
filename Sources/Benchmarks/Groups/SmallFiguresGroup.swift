import Diagnostics
import Glibc

/// Figures in which starting up is much of the work.
let smallFiguresGroup = Group("Small figures, cold process to PNG") { (bench) throws(Diagnostic) in
  try courseFigures(bench) + (try trivialCurve(bench)) + (try bareProcess(bench))
}

/// Softmax and bell curve against other programs' page with both, all at 1920 × 1080.
private func courseFigures(_ bench: Bench) throws(Diagnostic) -> [Finding] {
  let softmax = "Scenes/probability/softmax-bars.yaml"
  let bell = "Scenes/probability/bell-curve.yaml"
  let (gnuplot, typst) = ("gnuplot, both on a page", "Typst, both on a page")
  let rivals = [
    Contestant(gnuplot) { () throws(Diagnostic) in
      try bench.gnuplot("gnuplot/w3.gp", to: "gnuplot.png").run()
    },
    Contestant(typst) { () throws(Diagnostic) in
      try Command(
        bench.python, try bench.peer("typst/compile.py"), try bench.peer("typst/w3.typ"),
        bench.file("typst.png")
      ).run()
    },
  ]
  let ours: [(name: String, command: Command)] = [
    ("softmax bars", bench.rendering(softmax, to: "softmax.png")),
    ("bell curve", bench.rendering(bell, to: "bell.png")),
    (
      "both in one process",
      Command(
        bench.onePicture, "render", softmax, bell, "--quiet", "-f", "png", "-o", bench.file("both"))
    ),
  ]
  var findings: [Finding] = []
  for (name, command) in ours {
    let race = try Race(
      rounds: bench.rounds, ours: Contestant(name) { () throws(Diagnostic) in try command.run() },
      rivals: rivals)
    for rival in rivals {
      findings.append(
        race.finding(name, in: .milliseconds, { $0.wall * 1e3 }, against: rival.name, goal: .faster(1)))
    }
    if name == ours[0].name || name == ours[1].name {
      findings.append(
        race.finding(name, in: .milliseconds, { $0.wall * 1e3 }, limit: 30, called: "aim"))
    }
  }
  return findings
}

/// One sine against gnuplot's one line, at gnuplot's 640 × 480 and at the size of a slide.
private func trivialCurve(_ bench: Bench) throws(Diagnostic) -> [Finding] {
  let curve = "draw:\n  - curve: sin(x)\n"
  let small = try bench.written("canvas: {width: 640pt, height: 480pt}\n" + curve, to: "small-curve.yaml")
  let slide = try bench.written(curve, to: "curve.yaml")
  let gnuplot = "gnuplot, 640×480"
  let rivals = [
    Contestant(gnuplot) { () throws(Diagnostic) in
      try bench.gnuplot("gnuplot/trivial.gp", to: "trivial.png").run()
    }
  ]
  let ours: [(name: String, command: Command)] = [
    ("a curve, 640×480", bench.rendering(small, to: "small.png").with("--scale", "0.5")),
    ("a curve, 1920×1080", bench.rendering(slide, to: "slide.png")),
  ]
  var findings: [Finding] = []
  for (name, command) in ours {
    let race = try Race(
      rounds: bench.rounds, ours: Contestant(name) { () throws(Diagnostic) in try command.run() },
      rivals: rivals)
    findings.append(
      race.finding(name, in: .milliseconds, { $0.wall * 1e3 }, against: gnuplot, goal: .faster(1)))
  }
  return findings
}

/// A process that only says its version, against one that does nothing.
private func bareProcess(_ bench: Bench) throws(Diagnostic) -> [Finding] {
  let nothing = "/bin/true"
  let race = try Race(
    rounds: 3 * bench.rounds,
    ours: Contestant("onepicture") { () throws(Diagnostic) in
      try Command(bench.onePicture, "--version").run()
    },
    rivals: [Contestant(nothing) { () throws(Diagnostic) in try Command(nothing).run() }])
  return [race.finding("onepicture --version", in: .milliseconds, { $0.wall * 1e3 }, against: nothing)]
}

extension Bench {
  fileprivate func gnuplot(_ script: String, to name: String) throws(Diagnostic) -> Command {
    Command("gnuplot", "-e", "out='\(file(name))'", try peer(script))
  }

  /// The path of a new file with this text.
  func written(_ text: String, to name: String) throws(Diagnostic) -> String {
    let path = file(name)
    guard let stream = fopen(path, "w") else { throw Diagnostic("cannot write '\(path)'") }
    fputs(text, stream)
    guard fclose(stream) == 0 else { throw Diagnostic("cannot write '\(path)'") }
    return path
  }
}
