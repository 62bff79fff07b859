import Diagnostics
import Drawing
import Formulas
import Geometry
import Glibc
import Rendering
import Typesetting

/// Formulas and labels, from their text to pixels.
let typesettingGroup = Group("Text and formulas, one core") { (bench) throws(Diagnostic) in
  HeldMemory.hold()
  let typesetter = try FontTypesetter(environmentFolder: nil)
  let formulas = try FormulaList(try bench.formulaSources(), typesetter)
  let file = try bench.written(formulas.sources.joined(separator: "\n"), to: "formulas.txt")
  let program = Snippets.mathtext(formulas: file)
  let theirs = Result { () throws(Diagnostic) in try bench.measurements(ofPython: program) }
  var round = 0
  let race = try Race(
    rounds: bench.rounds,
    ours: Contestant("onepicture") { () throws(Diagnostic) in
      round += 1
      return formulas.measurements(round)
    },
    rivals: [Contestant(mathtext) { () throws(Diagnostic) in try bench.measurements(ofPython: program) }])
  let all = formulas.names
  let known = all.filter { ((try? theirs.get())?[$0] ?? .nan).isFinite }
  return [
    race.finding(
      "a formula, parsed and set: median of \(all.count)", in: .microseconds, median(of: all), limit: 60),
    race.finding(
      "the same for the \(known.count) that mathtext knows", in: .microseconds, median(of: known),
      against: mathtext, goal: .faster(1)),
  ] + (try labels(bench, typesetter)) + [try coldStart(bench)]
}

private let mathtext = "matplotlib's mathtext"

private func median(of names: [String]) -> (Measurements) -> Double {
  { times in Benchmarks.median(names.map { times[$0] }) }
}

/// The formulas that we can set, and a typesetter that has its fonts open.
private struct FormulaList {
  let sources: [String]
  private let typesetter: FontTypesetter

  /// Sets all of them once; what cannot be read is told and left out.
  init(_ sources: [String], _ typesetter: FontTypesetter) throws(Diagnostic) {
    self.typesetter = typesetter
    var read: [String] = []
    for source in sources {
      do throws(Diagnostic) {
        _ = typesetter.typeset(try label(source), in: TextStyle(size: 12, color: .black))
        read.append(source)
      } catch {
        write("  without \(source.prefix(40)): \(error.message)\n", to: STDERR_FILENO)
      }
    }
    self.sources = read
  }

  /// Of the measurements, in order.
  var names: [String] { sources.indices.map { "f\($0)" } }

  /// Microseconds of parsing and setting each formula, in a round of its own.
  func measurements(_ round: Int) -> Measurements {
    var times = Measurements()
    let style = TextStyle(size: 12, color: .black)
    for (source, name) in zip(sources, names) {
      var repetition = 0
      times[name] =
        1e6
        * medianTime {
          // A hair of room behind it: so the formula is none that was set before.
          repetition += 1
          let varied = "\(source) \\kern\(round).\(repetition)mu"
          return (try? label(varied)).map { typesetter.typeset($0, in: style) }
        }
    }
    return times
  }
}

private func label(_ source: String) throws(Diagnostic) -> Label {
  try Label(parsing: LocatedText("$$\(source)$$"))
}

/// A label of 27 glyphs, 12 points on a slide of 1920 × 1080 pixels: looked up, and painted.
private func labels(_ bench: Bench, _ typesetter: FontTypesetter) throws(Diagnostic) -> [Finding] {
  let text = try Label(parsing: LocatedText("loss falls at each step now"))
  let style = TextStyle(size: 12, color: .black)
  let block = typesetter.typeset(text, in: style)
  let count = 300
  var phase = 0.0
  /// The seconds of a page with many labels, each at another place within the pixel if `areNew`.
  func page(_ count: Int, areNew: Bool) -> Double {
    var list = DisplayList(size: Size(width: 960, height: 540), pixelsPerPoint: 2, background: .white)
    for i in 0..<count {
      // Multiples of irrational numbers, the golden section one of them, come nowhere twice.
      if areNew { phase += 1 }
      let offset = Vector(x: (phase * 0.618_033_988_75).fraction, y: (phase * 0.754_877_666_25).fraction)
      list.draw(block, at: Point(x: 10 + 300 * Double(i % 3), y: 20 + 5 * Double(i / 3)) + offset)
    }
    let start = now()
    _ = try? PixelPicture(painting: list, RenderOptions())
    return now() - start
  }
  func perLabel(areNew: Bool) -> Double {
    median(
      (0...bench.rounds).map { _ in (page(count, areNew: areNew) - page(0, areNew: false)) / Double(count) })
  }
  let lookup = medianTime(of: bench.rounds) { for _ in 0..<1000 { _ = typesetter.typeset(text, in: style) } }
  func finding(_ subject: String, _ seconds: Double, limit: Double) -> Finding {
    Finding(subject, Quantity(seconds * 1e6, .microseconds), limit: limit)
  }
  return [
    finding("a label looked up", lookup / 1000, limit: 5),
    finding("a label painted for the first time", perLabel(areNew: true), limit: 70),
    finding("a label painted again", perLabel(areNew: false), limit: 5),
  ]
}

extension Double {
  fileprivate var fraction: Double { self - rounded(.down) }
}

/// A process that sets one text and one formula.
private func coldStart(_ bench: Bench) throws(Diagnostic) -> Finding {
  let scene = try bench.written(oneTextAndOneFormula, to: "label.yaml")
  let race = try Race<ProcessCost>(
    rounds: 3 * bench.rounds,
    ours: Contestant("onepicture") { () throws(Diagnostic) in
      try bench.rendering(scene, to: "label.png").run()
    }, rivals: [])
  return race.finding(
    "processor time of a cold process with one text and one formula", in: .milliseconds, { $0.cpu * 1e3 },
    limit: 12)
}

private let oneTextAndOneFormula = #"""
  canvas: {width: 240pt, height: 90pt}
  title: The loss falls
  axes: {x: {domain: [0, 1], ticks: []}, y: {domain: [0, 1], ticks: []}}
  draw:
    - text: $w_{t+1} = w_t - \eta \nabla L(w_t)$
      at: [0.5, 0.5]

  """#
