import Diagnostics
import OnePicture

/// Layout, placement of labels and drawing of scenes with many labels, without their mathematics.
let labelsGroup = Group("Scenes with many labels: lay out, place and draw, one core") {
  (bench) throws(Diagnostic) in
  try LabelScene.all.map { scene throws(Diagnostic) in
    let file = try bench.written(scene.source, to: "labels.yaml")
    let race = try Race<Double>(
      rounds: bench.rounds,
      ours: Contestant("onepicture") { () throws(Diagnostic) in try layoutTime(of: file) }, rivals: [])
    return race.finding(scene.name, in: .milliseconds, { $0 * 1e3 }, limit: scene.limit)
  }
}

/// The seconds of processor time that a scene takes beyond its evaluation.
private func layoutTime(of file: String) throws(Diagnostic) -> Double {
  do throws(SceneError) {
    let scene = try Scene(contentsOf: file)
    let (start, middle) = (processorTime(), try evaluationEnd(of: scene))
    _ = try scene.drawn()
    return (processorTime() - middle) - (middle - start)
  } catch {
    throw Diagnostic("\(error)")
  }
}

private func evaluationEnd(of scene: Scene) throws(SceneError) -> Double {
  _ = try scene.checked()
  return processorTime()
}

/// A scene with labels on marks at random places.
private struct LabelScene {
  let name: String
  /// Milliseconds.
  let limit: Double
  let source: String

  static let all = [
    LabelScene(name: "40 points, all over the slide", limit: 5, points: 40, spread: 1),
    LabelScene(
      name: "the same, crowded between two curves", limit: 5, points: 37, spread: 0.45, hasLines: true),
    LabelScene(name: "150 points, crowded", limit: 40, points: 150, spread: 0.8),
  ]

  private init(name: String, limit: Double, points: Int, spread: Double, hasLines: Bool = false) {
    self.name = name
    self.limit = limit
    var lines = ["axes: {units: free, style: edge, x: {domain: [0, 1]}, y: {domain: [0, 1]}}", "draw:"]
    if hasLines {
      lines += [
        "  - {curve: 0.5 + 0.2*sin(9*x), label: model}", "  - {curve: 0.5 + 0.2*cos(7*x), label: truth}",
        "  - {vector: [0.3, 0.4], from: [0.3, 0.3], label: $w$}",
      ]
    }
    for i in 0..<points {
      // Multiples of irrational numbers, the golden section one of them, fill a square evenly.
      let (x, y) = ((Double(i) * 0.618_033_988_75).fraction, (Double(i) * 0.754_877_666_25).fraction)
      let place = "[\(0.5 + (x - 0.5) * spread), \(0.5 + (y - 0.5) * spread)]"
      lines.append("  - {point: \(place), label: sample \(i)}")
    }
    source = lines.joined(separator: "\n") + "\n"
  }
}

extension Double {
  fileprivate var fraction: Double { self - rounded(.down) }
}
