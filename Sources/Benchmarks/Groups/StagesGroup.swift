import Diagnostics
import OnePicture

/// Where the time of the one picture goes within the process: the first time, and when all is warm.
let stagesGroup = Group("Stages of the one picture, in this process") { (bench) throws(Diagnostic) in
  var first: StageTimes?
  var times: [StageTimes] = []
  for _ in 0...bench.rounds {
    let run = try StageTimes()
    if first == nil { first = run } else { times.append(run) }
  }
  guard let first else { return [] }
  return StageTimes.stages.map { stage in
    let warm = median(times.map(stage.time))
    return Finding(
      stage.name, Quantity(warm * 1e3, .milliseconds), against: "first time",
      Quantity(stage.time(first) * 1e3, .milliseconds), ratio: warm / stage.time(first))
  }
}

/// The seconds of each stage of one run.
private struct StageTimes {
  var read = 0.0
  var evaluated = 0.0
  var drawn = 0.0
  var png = 0.0
  var svg = 0.0
  var pdf = 0.0

  static let stages: [(name: String, time: @Sendable (StageTimes) -> Double)] = [
    ("read: YAML to a checked scene", { $0.read }),
    ("evaluate: scene to numbers", { $0.evaluated }),
    ("evaluate, lay out and draw a display list", { $0.drawn }),
    ("so lay out and draw alone", { $0.drawn - $0.evaluated }),
    ("paint and encode PNG", { $0.png }),
    ("encode SVG", { $0.svg }),
    ("encode PDF", { $0.pdf }),
  ]

  init() throws(Diagnostic) {
    do throws(SceneError) {
      let scene = try timed(&read) { () throws(SceneError) in
        try Scene(contentsOf: "Scenes/optimization/one-picture.yaml")
      }
      _ = try timed(&evaluated) { () throws(SceneError) in try scene.checked() }
      let picture = try timed(&drawn) { () throws(SceneError) in try scene.drawn() }
      png = try encodingTime(of: picture, as: "png")
      svg = try encodingTime(of: picture, as: "svg")
      pdf = try encodingTime(of: picture, as: "pdf")
    } catch {
      throw Diagnostic("\(error)")
    }
  }
}

private func encodingTime(of picture: Picture, as name: String) throws(SceneError) -> Double {
  guard let format = PictureFormat(named: name) else { return .nan }
  var time = 0.0
  _ = try timed(&time) { () throws(SceneError) in try picture.encoded(as: format) }
  return time
}

private func timed<Result>(
  _ time: inout Double, _ work: () throws(SceneError) -> Result
) throws(SceneError) -> Result {
  let start = now()
  let result = try work()
  time = now() - start
  return result
}
