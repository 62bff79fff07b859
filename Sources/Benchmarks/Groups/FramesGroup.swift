import Diagnostics
import Drawing
import Geometry
import Glibc
import OnePicture
import Rendering

/// What a frame costs from its display list to its file, without working out what it shows.
let framesGroup = Group("Frames of 1920×1080, from display lists to files") { (bench) throws(Diagnostic) in
  let still = try Study.lists(of: Study.scene(phase: 0))
  let walk = (0..<240).map { Study.walking(still, steps: $0 / 4) }
  let waves = try (0..<12).map { (i) throws(Diagnostic) in
    try Study.lists(of: Study.scene(phase: 0.02 * Double(i)))
  }
  return try [
    Study.finding("a path grows over a still map", bench, walk, limit: 1.5),
    Study.finding(
      "the same, only changes", bench, (0..<240).map { Study.walking(still, steps: $0 % 60) }, limit: 3),
    Study.finding("every pixel changes", bench, (0..<60).map { waves[$0 % waves.count] }, limit: 15),
  ]
}

private enum Study {
  /// The one picture with its sine moved.
  static func scene(phase: Double) throws(Diagnostic) -> [UInt8] {
    let source = String(decoding: try contents(ofFile: "Scenes/optimization/one-picture.yaml"), as: UTF8.self)
    guard let place = source.firstRange(of: "sin(3*w1)") else {
      throw Diagnostic("the one picture has no sine")
    }
    return Array((source[..<place.lowerBound] + "sin(3*w1 + \(phase))" + source[place.upperBound...]).utf8)
  }

  static func lists(of source: [UInt8]) throws(Diagnostic) -> DisplayList {
    do { return try Scene(source, named: "one-picture.yaml").drawn().displayList } catch {
      throw Diagnostic("\(error)")
    }
  }

  /// The picture with a path of so many steps of 24 pixels, each with a dot.
  static func walking(_ list: DisplayList, steps: Int) -> DisplayList {
    var list = list
    let points = (0...steps).map { step in
      let angle = 0.13 * Double(step)
      return Point(x: 200 + 6 * Double(step) + 90 * sin(angle), y: 270 + 110 * cos(angle))
    }
    let orange = Color(rgb: 0xE4572E)
    var items: [DisplayItem] = [.path(Path(polyline: points), fill: nil, stroke: Stroke(orange, width: 1.75))]
    for point in points {
      items.append(
        .path(Path(circle: point, radius: 3), fill: orange, stroke: Stroke(.white, width: 0.6)))
    }
    list.items.insert(.group(DisplayGroup(items)), at: list.items.count * 3 / 4)
    return list
  }

  /// Milliseconds of processor time a frame, written to files.
  static func finding(
    _ subject: String, _ bench: Bench, _ lists: [DisplayList], limit: Double
  ) throws(Diagnostic) -> Finding {
    var times: [Double] = []
    for _ in 0..<max(bench.rounds / 3, 1) {
      let start = processorTime()
      let painter = FramePainter()
      for (frame, list) in lists.enumerated() {
        try painter.paint(list)
        try write(try painter.png(note: "\(frame)"), to: bench.file("frame-\(frame).png"))
      }
      times.append((processorTime() - start) * 1e3 / Double(lists.count))
    }
    return Finding(subject, Quantity(median(times), .milliseconds), limit: limit, called: "aim")
  }

  private static func write(_ bytes: [UInt8], to path: String) throws(Diagnostic) {
    guard let file = fopen(path, "w") else { throw Diagnostic("cannot write '\(path)'") }
    let count = fwrite(bytes, 1, bytes.count, file)
    guard fclose(file) == 0, count == bytes.count else { throw Diagnostic("cannot write '\(path)'") }
  }
}
